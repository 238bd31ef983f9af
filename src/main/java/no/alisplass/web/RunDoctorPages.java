package no.alisplass.web;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Pins;
import no.alisplass.allocation.Placed;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Position;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Wishes;
import no.alisplass.explanation.Explanations;
import no.alisplass.explanation.Telling;
import no.alisplass.explanation.Told;
import no.alisplass.explanation.Voice;
import no.alisplass.platform.Roles;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.LeftOut;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everything about one doctor in a run: the facts, what each criterion found, the wishes, the outcome and what was left out. */
@Path("/koordinator/runder/{round}/kjoringer/{number}/lege/{doctor}")
@Blocking
public class RunDoctorPages {
    private static final int SHOWN_BETTER = 12;

    private final Runs runs;
    private final OtherProposals others;
    private final Pins pins;
    private final Capacity capacity;
    private final Snapshots snapshots;
    private final Explanations explanations;
    private final RoundDesk desk;

    @Inject
    RunDoctorPages(
            Runs runs,
            OtherProposals others,
            Pins pins,
            Capacity capacity,
            Snapshots snapshots,
            Explanations explanations,
            RoundDesk desk) {
        this.runs = runs;
        this.others = others;
        this.pins = pins;
        this.capacity = capacity;
        this.snapshots = snapshots;
        this.explanations = explanations;
        this.desk = desk;
    }

    record Fact(String name, String value) {}

    /** A better wish the doctor did not get, and who holds the seats. */
    record Better(int wish, String offer, List<ProposalView.Person> holders) {}

    record Left(String offer, String reason) {}

    record Case(
            RoundFrame frame,
            int number,
            String doctor,
            String name,
            int position,
            int total,
            String area,
            String outcome,
            Integer wish,
            String waiting,
            String pinnedBecause,
            List<String> also,
            List<String> reasons,
            List<Better> better,
            List<Fact> criteria,
            List<Fact> facts,
            List<Fact> wishes,
            List<Left> leftOut,
            List<RankingPages.Why> neighbours,
            boolean pinnable)
            implements TemplateInstance {
        public String run() {
            return frame.base() + "/kjoringer/" + number;
        }
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response one(RoundId round, @Min(1) @Max(100_000) int number, DoctorId doctor) {
        Round known = desk.round(round);
        SolvedRun run = Pages.of(runs.solved(round, number));
        Allocation allocation = run.allocation();
        Snapshot snapshot = run.snapshot();
        Placed placed = allocation.doctors().stream()
                .filter(each -> each.doctor().doctor().equals(doctor))
                .findFirst()
                .orElseThrow(() -> new PageRefused(
                        Outcome.Kind.NOT_FOUND,
                        List.of(Finding.of("doctor", doctor, "web-koordinator.pin-no-doctor"))));
        Names names = desk.names(known.hospital());
        RosterEntry entry = placed.doctor();
        Ranking ranking = snapshots.ranking(snapshot.roster());
        Ranked ranked = ranking.ranked().get(entry.position() - 1);
        List<Position> positions = capacity.positions(known.hospital());
        return Pages.show(new Case(
                RoundFrame.of(known, "/kjoringer"),
                number,
                doctor.value(),
                entry.name(),
                entry.position(),
                allocation.doctors().size(),
                names.area(entry.facts().area()),
                names.option(placed.option()),
                placed.pinned() ? null : placed.wish(),
                placed.placed() ? null : Texts.of(placed.waiting().text()),
                placed.pinned() ? reason(known, entry) : null,
                known.state() == RoundState.CLOSED ? AlsoProposed.of(placed, others.besides(round), names) : List.of(),
                reasons(run, doctor, names),
                better(placed, snapshot.problem().doctors().get(entry.position() - 1), allocation, names),
                ranked.values().stream()
                        .map(value -> new Fact(Texts.of(value.criterion().text()), Texts.of(value.text())))
                        .toList(),
                facts(entry, snapshot.roster().countedTo()),
                wishes(entry.wishes(), names),
                entry.leftOut().stream()
                        .map(each -> left(each, positions, names))
                        .toList(),
                neighbours(ranking, snapshot, entry.position()),
                known.state() == RoundState.CLOSED));
    }

    /** Why, in sentences to be read aloud. */
    private List<String> reasons(SolvedRun run, DoctorId doctor, Names names) {
        Told told = new Telling(
                        run.snapshot().roster(),
                        Voice.COORDINATOR,
                        Language.current().locale(),
                        names::department)
                .tell(explanations.of(run.snapshot(), run.proposal(), run.certificate(), doctor));
        return Stream.of(told.outcome(), told.better(), told.proof(), told.changes())
                .flatMap(List::stream)
                .toList();
    }

    private String reason(Round round, RosterEntry entry) {
        return pins.of(round.id()).stream()
                .filter(pin -> pin.hpr().equals(entry.facts().hpr()))
                .map(Pin::reason)
                .findFirst()
                .orElse(Texts.of("pin-was-removed"));
    }

    private static List<Better> better(Placed placed, Doctor doctor, Allocation allocation, Names names) {
        if (placed.pinned()) {
            return List.of();
        }
        int tier = placed.placed() ? placed.option().tier() : doctor.tiers();
        return doctor.options().stream()
                .filter(option -> option.tier() < tier)
                .limit(SHOWN_BETTER)
                .map(option -> new Better(option.tier() + 1, names.option(option), holders(option, allocation, placed)))
                .toList();
    }

    private static List<ProposalView.Person> holders(Option option, Allocation allocation, Placed self) {
        Set<ResourceId> seats = PinEffects.seats(option);
        return allocation.doctors().stream()
                .filter(each -> each != self && each.placed())
                .filter(each -> each.option().uses().stream().anyMatch(seats::contains))
                .map(ProposalView::person)
                .toList();
    }

    private static List<Fact> facts(RosterEntry entry, LocalDate countedTo) {
        var facts = entry.facts();
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(Texts.of("lists-hpr"), facts.hpr().digits()));
        all.add(new Fact(Texts.of("case-affiliation"), affiliation(entry)));
        all.add(new Fact(Texts.of("case-scheme"), Texts.of("case-scheme-" + facts.scheme())));
        all.add(new Fact(
                Texts.of("case-service-on", Formats.kortDato(countedTo)), Formats.maaneder(facts.countedService())));
        all.add(new Fact(
                Texts.of("case-open-practice-on", Formats.kortDato(countedTo)),
                Formats.maaneder(facts.openPractice())));
        all.add(new Fact(Texts.of("case-objectives"), Texts.of("case-of-112", facts.objectives())));
        all.add(new Fact(Texts.of("case-activities"), Integer.toString(facts.activities())));
        all.add(new Fact(Texts.of("case-supervision"), Texts.of("case-supervision-" + facts.supervision())));
        all.add(new Fact(Texts.of("case-left-institution"), Formats.maaneder(facts.institutionMonthsLeft())));
        entry.given()
                .forEach(stay -> all.add(
                        new Fact(Texts.of("case-given"), Texts.of("case-given-in", stay.halfYear(), stay.title()))));
        all.add(new Fact(Texts.of("case-interrupted"), Texts.of(facts.interrupted() ? "case-yes" : "case-no")));
        all.add(new Fact(Texts.of("case-leave"), Texts.of("case-leave-" + entry.leave())));
        all.add(new Fact(Texts.of("case-locum"), Texts.of("case-locum-" + entry.locum())));
        if (entry.ownPriority() != null) {
            all.add(new Fact(Texts.of("case-own-priority"), entry.ownPriority().toString()));
        }
        return all;
    }

    private static String affiliation(RosterEntry entry) {
        var facts = entry.facts();
        String kind = Texts.of("case-affiliation-" + (facts.affiliation() == null ? "NONE" : facts.affiliation()));
        if (facts.affiliationTo() != null) {
            return Texts.of("case-until", kind, facts.affiliationTo());
        }
        return facts.affiliationFrom() == null ? kind : Texts.of("case-since", kind, facts.affiliationFrom());
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
            all.add(new Fact(Texts.of("case-earliest"), Formats.halvaar(wishes.earliestStart())));
        }
        if (!wishes.blocked().isEmpty()) {
            all.add(new Fact(
                    Texts.of("case-blocked"),
                    wishes.blocked().stream().map(Formats::halvaar).collect(Collectors.joining(", "))));
        }
        all.add(new Fact(Texts.of("case-weight"), Texts.of("case-weight-" + wishes.weight())));
        return all;
    }

    private static Left left(LeftOut left, List<Position> positions, Names names) {
        String position = positions.stream()
                .filter(each -> each.id().equals(left.position()))
                .findFirst()
                .map(names::position)
                .orElse(left.position().value());
        HalfYear halfYear = left.halfYear();
        return new Left(position + ", " + Formats.halvaar(halfYear), Texts.of("left-out-" + left.reason()));
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
