package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Pins;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.explanation.Audience;
import no.alisplass.explanation.ExplanationWriter;
import no.alisplass.explanation.Explanations;
import no.alisplass.explanation.Told;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RankingPages;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.coordinator.RoundListPages;
import no.alisplass.web.offer.OfferOutcomes;
import no.alisplass.web.shell.PageRefused;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything about one doctor in a run: the facts, what each criterion found, the wishes, the outcome and what was left out. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/lege/{doctor}")
@Blocking
public class RunDoctorPages {
    private final Runs runs;
    private final OtherProposals others;
    private final Pins pins;
    private final Snapshots snapshots;
    private final Explanations explanations;
    private final OfferOutcomes became;
    private final CoordinatorQueries desk;
    private final Caller caller;

    @Inject
    RunDoctorPages(
            Runs runs,
            OtherProposals others,
            Pins pins,
            Snapshots snapshots,
            Explanations explanations,
            OfferOutcomes became,
            CoordinatorQueries desk,
            Caller caller) {
        this.runs = runs;
        this.others = others;
        this.pins = pins;
        this.snapshots = snapshots;
        this.explanations = explanations;
        this.became = became;
        this.desk = desk;
        this.caller = caller;
    }

    record Fact(String name, String value) {}

    /**
     * Seats the doctor would rather have had, and who has them.
     *
     * @param rest what did not go to a doctor of this round; null for nothing
     */
    record Better(OwnWishes.Badge wish, String offer, List<ProposalView.Person> holders, String rest) {}

    record Case(
            RoundHeader frame,
            int number,
            String doctor,
            String name,
            int position,
            int total,
            String area,
            String outcome,
            OwnWishes.Badge wish,
            boolean best,
            String pinnedBecause,
            List<String> also,
            Told told,
            List<OfferOutcomes.Became> became,
            List<Better> better,
            List<Fact> criteria,
            List<Fact> facts,
            List<Fact> wishes,
            List<RankingPages.Why> neighbours,
            boolean pinnable)
            implements TemplateInstance {
        public String run() {
            return frame.base() + "/kjoringer/" + number;
        }
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.REASONS)
    @Operation(hidden = true)
    public Response one(RoundId round, @Min(1) @Max(100_000) int number, DoctorId doctor) {
        Round known = desk.round(round);
        SolvedRun run = Pages.of(runs.solved(round, number));
        Allocation allocation = run.allocation();
        Snapshot snapshot = run.snapshot();
        DoctorOutcome placed = allocation.doctors().stream()
                .filter(each -> each.doctor().doctor().equals(doctor))
                .findFirst()
                .orElseThrow(() -> new PageRefused(
                        Result.Kind.NOT_FOUND, List.of(Finding.of("doctor", doctor, "web-coordinator.pin-no-doctor"))));
        Names names = desk.names(known.hospital());
        RosterEntry entry = placed.doctor();
        Ranking ranking = snapshots.ranking(snapshot.roster());
        Ranked ranked = ranking.ranked().get(entry.position() - 1);
        return Pages.show(new Case(
                RoundHeader.of(known, "/kjoringer"),
                number,
                doctor.value(),
                entry.name(),
                entry.position(),
                allocation.doctors().size(),
                names.area(entry.facts().area()),
                names.option(placed.option()),
                OwnWishes.badge(placed),
                placed.best(),
                placed.pinned() ? reason(known, entry) : null,
                AlsoProposed.of(placed, others.besides(known), names),
                reasons(run, doctor, names),
                run.run().state() == RunState.APPROVED ? became(known, entry) : List.of(),
                better(placed, allocation, names),
                ranked.values().stream()
                        .map(value -> new Fact(Texts.of(value.criterion().text()), Texts.of(value.text())))
                        .toList(),
                facts(entry, snapshot.roster().countedTo()),
                wishes(entry.wishes(), names),
                neighbours(ranking, snapshot, entry.position()),
                known.state() == RoundState.CLOSED));
    }

    /** Why, in sentences to be read aloud. */
    private Told reasons(SolvedRun run, DoctorId doctor, Names names) {
        return new ExplanationWriter(
                        run.snapshot().roster(),
                        Audience.COORDINATOR,
                        Language.current().locale(),
                        names::department)
                .tell(explanations.of(run.snapshot(), run.proposal(), run.certificate(), doctor));
    }

    private List<OfferOutcomes.Became> became(Round round, RosterEntry entry) {
        return became.of(
                round.id(),
                entry.facts().hpr(),
                Acting.as(Actor.COORDINATOR, caller),
                each -> true,
                offer -> RoundHeader.base(round.id().value()) + "/tilbud/" + offer.id());
    }

    private String reason(Round round, RosterEntry entry) {
        return pins.of(round.id()).stream()
                .filter(pin -> pin.hpr().equals(entry.facts().hpr()))
                .map(Pin::reason)
                .findFirst()
                .orElse(Texts.of("pin-was-removed"));
    }

    private static List<Better> better(DoctorOutcome placed, Allocation allocation, Names names) {
        Map<DoctorId, DoctorOutcome> doctors = allocation.doctors().stream()
                .collect(Collectors.toMap(each -> each.doctor().doctor(), Function.identity()));
        List<Better> all = new ArrayList<>();
        for (Missed.Seats seats : placed.missed().seats()) {
            all.add(new Better(
                    OwnWishes.badge(placed.doctor().wishes(), List.of(seats.stay())),
                    names.stay(seats.stay()),
                    seats.holders().stream()
                            .map(holder -> ProposalView.person(doctors.get(holder.doctor())))
                            .toList(),
                    seats.earlier().isEmpty()
                            ? null
                            : seats.earlier().stream()
                                    .map(one -> Texts.of("case-earlier", one.count(), one.title()))
                                    .collect(Collectors.joining(" "))));
        }
        for (Missed.Limited limited : placed.missed().limited()) {
            all.add(new Better(
                    OwnWishes.badge(placed.doctor().wishes(), List.of(limited.stay())),
                    names.stay(limited.stay()),
                    List.of(),
                    Texts.of(limited.empty() ? "case-limited-empty" : "case-limited")));
        }
        return all;
    }

    private static List<Fact> facts(RosterEntry entry, LocalDate countedTo) {
        var facts = entry.facts();
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(Texts.of("lists-hpr"), facts.hpr().digits()));
        all.add(new Fact(Texts.of("case-affiliation"), affiliation(entry)));
        all.add(new Fact(Texts.of("case-scheme"), Texts.of("case-scheme-" + facts.scheme())));
        all.add(new Fact(Texts.of("case-service-on", countedTo), Formats.months(facts.countedService())));
        all.add(new Fact(Texts.of("case-open-practice-on", countedTo), Formats.months(facts.openPractice())));
        all.add(new Fact(
                Texts.of("case-objectives"), Integer.toString(facts.progress().objectives())));
        all.add(new Fact(
                Texts.of("case-activities"), Integer.toString(facts.progress().activities())));
        all.add(new Fact(
                Texts.of("case-supervision"),
                Texts.of("case-supervision-" + facts.progress().supervision())));
        all.add(new Fact(Texts.of("case-left-institution"), Formats.months(facts.institutionMonthsLeft())));
        entry.given()
                .forEach(stay -> all.add(
                        new Fact(Texts.of("case-given"), Texts.of("case-given-in", stay.halfYear(), stay.title()))));
        all.add(new Fact(Texts.of("case-interrupted"), Texts.of(facts.interrupted() ? "case-yes" : "case-no")));
        all.add(new Fact(
                Texts.of("case-leave"),
                Texts.of("case-leave-" + entry.readiness().leave())));
        all.add(new Fact(
                Texts.of("case-locum"),
                Texts.of("case-locum-" + entry.readiness().locum())));
        if (entry.ownPriority() != null) {
            all.add(new Fact(Texts.of("case-own-priority"), entry.ownPriority().toString()));
        }
        return all;
    }

    private static String affiliation(RosterEntry entry) {
        Employment employment = entry.facts().employment();
        String kind = Texts.of("case-affiliation-" + (employment.kind() == null ? "NONE" : employment.kind()));
        if (employment.to() != null) {
            return Texts.of("case-until", kind, employment.to());
        }
        return employment.from() == null ? kind : Texts.of("case-since", kind, employment.from());
    }

    private static List<Fact> wishes(Wishes wishes, Names names) {
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(Texts.of("case-departments"), RoundListPages.wishes(wishes, names)));
        if (!wishes.refused().isEmpty()) {
            all.add(new Fact(Texts.of("case-refused"), names.departments(wishes.refused())));
        }
        all.add(new Fact(
                Texts.of("case-only-ranked"), Texts.of(wishes.onlyRanked() ? "case-only-yes" : "case-only-no")));
        if (wishes.bothOrNothing()) {
            all.add(new Fact(Texts.of("case-two-parts"), Texts.of("case-both-or-nothing")));
        }
        if (wishes.earliestStart() != null) {
            all.add(new Fact(Texts.of("case-earliest"), Formats.halfYear(wishes.earliestStart())));
        }
        if (!wishes.blocked().isEmpty()) {
            all.add(new Fact(
                    Texts.of("case-blocked"),
                    wishes.blocked().stream().map(Formats::halfYear).collect(Collectors.joining(", "))));
        }
        all.add(new Fact(Texts.of("case-weight"), Texts.of("case-weight-" + wishes.weight())));
        return all;
    }

    private static List<RankingPages.Why> neighbours(Ranking ranking, Snapshot snapshot, int position) {
        List<RankingPages.Why> all = new ArrayList<>();
        for (int other : new int[] {position - 1, position + 1}) {
            if (other >= 1 && other <= ranking.ranked().size()) {
                all.add(RankingPages.why(
                        ranking.decide(
                                ranking.ranked().get(position - 1).candidate().hpr(),
                                ranking.ranked().get(other - 1).candidate().hpr()),
                        snapshot.roster(),
                        ranking));
            }
        }
        return all;
    }
}
