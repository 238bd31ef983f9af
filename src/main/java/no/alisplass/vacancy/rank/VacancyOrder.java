package no.alisplass.vacancy.rank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;
import no.alisplass.policy.Policy;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.register.entry.CountedService;

/** Everyone who waits in the registers of a hospital's areas, in the policy's order for one vacancy, or out of it for a reason. */
public final class VacancyOrder {
    private final VacancyRanking ranking;
    private final Map<HprNumber, VacancyDoctor> doctors;
    private final Map<HprNumber, List<Message>> notEligible;

    private VacancyOrder(
            VacancyRanking ranking, Map<HprNumber, VacancyDoctor> doctors, Map<HprNumber, List<Message>> notEligible) {
        this.ranking = ranking;
        this.doctors = doctors;
        this.notEligible = notEligible;
    }

    /** The same doctors, in whatever order, give the same. */
    public static VacancyOrder of(VacancyCase it, Policy policy, List<VacancyDoctor> waiting) {
        Counting counting = policy.counting().of(it.from(), it.deadline());
        Map<HprNumber, VacancyDoctor> doctors = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        List<VacancyRanking.Out> out = new ArrayList<>();
        for (VacancyDoctor doctor : waiting) {
            doctors.put(doctor.hpr(), doctor);
            Optional<OutRule> rule = OutRule.of(it, doctor, policy);
            if (rule.isPresent()) {
                out.add(new VacancyRanking.Out(doctor.hpr(), doctor.area(), rule.get(), List.of()));
            } else {
                candidates.add(candidate(doctor, counting, it.deadline()));
            }
        }
        Ranking ranked = policy.rank(candidates, it.from(), it.seed());
        Map<HprNumber, List<Message>> notEligible = new HashMap<>();
        ranked.notEligible().forEach(one -> {
            List<Message> why = one.reasons().stream().map(Finding::message).toList();
            notEligible.put(one.candidate().hpr(), why);
            out.add(new VacancyRanking.Out(
                    one.candidate().hpr(),
                    one.candidate().area(),
                    OutRule.NOT_ELIGIBLE,
                    why.stream().map(Message::code).toList()));
        });
        out.sort(Comparator.comparing(VacancyRanking.Out::hpr));
        return new VacancyOrder(
                new VacancyRanking(
                        it.id(),
                        it.hospital(),
                        it.department(),
                        it.from(),
                        it.to(),
                        policy.id(),
                        policy.version(),
                        it.seed(),
                        places(ranked),
                        out),
                doctors,
                notEligible);
    }

    /** The order once more, from the facts that were stored; who is out stays out. */
    public static VacancyRanking again(VacancyRanking stored, Policy policy) {
        Ranking ranked = policy.rank(
                stored.ranked().stream().map(VacancyRanking.Place::facts).toList(), stored.from(), stored.seed());
        return new VacancyRanking(
                stored.vacancy(),
                stored.hospital(),
                stored.department(),
                stored.from(),
                stored.to(),
                policy.id(),
                policy.version(),
                stored.seed(),
                places(ranked),
                stored.out());
    }

    private static List<VacancyRanking.Place> places(Ranking ranking) {
        List<VacancyRanking.Place> places = new ArrayList<>();
        HprNumber ahead = null;
        for (Ranked each : ranking.ranked()) {
            HprNumber hpr = each.candidate().hpr();
            places.add(new VacancyRanking.Place(
                    each.position(),
                    ahead == null ? null : ranking.decide(ahead, hpr).criterion(),
                    each.candidate()));
            ahead = hpr;
        }
        return places;
    }

    /** All facts on the first day, since that is the only day it can begin. */
    private static Candidate candidate(VacancyDoctor doctor, Counting counting, LocalDate told) {
        CountedService service = doctor.entry().service().counted(counting, told);
        return new Candidate(
                doctor.hpr(),
                doctor.area(),
                doctor.entry().employment(),
                doctor.scheme(),
                service.months(),
                service.openPractice(),
                doctor.entry().progress(),
                doctor.interrupted(),
                doctor.toCome().left(),
                doctor.shortOfSpecialists(),
                doctor.covered(),
                counting.on(),
                null,
                doctor.agreed(),
                // What a late withdrawal costs is for the next round, and no vacancy.
                null);
    }

    /** As it is stored. */
    public VacancyRanking ranking() {
        return ranking;
    }

    /** A doctor who waits, as it was taken into account. */
    public Optional<VacancyDoctor> doctor(HprNumber hpr) {
        return Optional.ofNullable(doctors.get(hpr));
    }

    /** Whether the doctor is ranked. */
    public boolean isRanked(HprNumber hpr) {
        return ranking.ranked().stream().anyMatch(place -> place.facts().hpr().equals(hpr));
    }

    /** Everyone, who is ranked first, in sentences that name no other. */
    public List<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        int of = ranking.ranked().size();
        for (VacancyRanking.Place place : ranking.ranked()) {
            VacancyDoctor doctor = doctors.get(place.facts().hpr());
            all.add(new Standing(
                    doctor.hpr(),
                    doctor.area(),
                    doctor.entry().name(),
                    place.place(),
                    null,
                    doctor.nomination(),
                    place.decided() == null
                            ? Message.of("vacancy.place-first", of)
                            : Message.of(
                                    "vacancy.place",
                                    place.place(),
                                    of,
                                    place.decided().text())));
        }
        for (VacancyRanking.Out out : ranking.out()) {
            VacancyDoctor doctor = doctors.get(out.hpr());
            all.add(new Standing(
                    doctor.hpr(),
                    doctor.area(),
                    doctor.entry().name(),
                    null,
                    out.rule(),
                    doctor.nomination(),
                    out.rule() == OutRule.NOT_ELIGIBLE
                            ? Message.of("vacancy.out-not-eligible", notEligible.get(out.hpr()))
                            : out.rule().text()));
        }
        return all;
    }
}
