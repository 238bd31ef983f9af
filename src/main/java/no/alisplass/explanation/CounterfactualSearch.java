package no.alisplass.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.explanation.Reasons.Change;
import no.alisplass.policy.Criterion;
import no.alisplass.policy.CriterionCode;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Waiting;

/**
 * What would have given a doctor something better, of everything that someone could act on: each change is put in, and the round
 * worked out again. Of a change that has a size, the smallest that helps: further up in the order a doctor never gets less. Where
 * nothing helps alone, two at once are tried of what can stand in the way of one and the same stay.
 */
final class CounterfactualSearch {
    private static final int TOLD_OF_A_KIND = 2;
    private static final int TWO_TRIED = 60;

    /** Each try works a whole round out, and somebody waits for the page: in rounds of more than 500 doctors fewer are tried, and said to be. */
    private static final int DOCTORS_WORKED_OUT = 30_000;

    private final ExplainedRun scene;
    private final int doctor;
    private final RosterEntry entry;
    private final List<OfferedStay> offered;
    private final Tries tries;
    private final Set<What.Kind> tried = EnumSet.noneOf(What.Kind.class);

    CounterfactualSearch(ExplainedRun scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
        this.entry = scene.entry(doctor);
        this.tries = new Tries(scene, doctor);
        this.offered = scene.snapshot.roster().offering().stays().stream()
                .filter(one -> scene.hadSeats(one.seat()))
                .toList();
    }

    /** What kinds were tried. */
    Set<What.Kind> tried() {
        return tried;
    }

    /** Whether all of it could be worked out to the end. */
    boolean complete() {
        return tries.complete();
    }

    List<Change> list() {
        if (scene.doctor(doctor).pinned()) {
            return helping(List.of(new What.NotByHand(scene.doctor(doctor).id())), 1);
        }
        if (scene.held(doctor) != null && scene.better(doctor).isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.addAll(helping(terms(), Integer.MAX_VALUE));
        if (!scene.better(doctor).isEmpty()) {
            countedService().ifPresent(changes::add);
            progress().ifPresent(changes::add);
        }
        changes.addAll(helping(otherWishes(), TOLD_OF_A_KIND));
        changes.addAll(helping(earlierStarts(), 1));
        changes.addAll(helping(limits(), 1));
        changes.addAll(helping(byHand(), TOLD_OF_A_KIND));
        changes.addAll(helping(seats(), TOLD_OF_A_KIND));
        if (changes.isEmpty()) {
            changes.addAll(two());
        }
        changes.sort(Comparator.comparing(change -> change.whats().get(0).kind()));
        return changes;
    }

    private List<Change> helping(List<What> whats, int most) {
        whats.forEach(what -> tried.add(what.kind()));
        return whats.stream()
                .map(what -> tries.change(List.of(what)))
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    /** What the municipality, or the catchment, decides for the doctor. */
    private List<What> terms() {
        List<What> whats = new ArrayList<>();
        if (entry.readiness().leave() == LeaveStatus.REFUSED) {
            whats.add(new What.LeaveGranted());
        }
        Candidate facts = entry.facts();
        Stream.of(Affiliation.values())
                .filter(kind -> kind != facts.employment().kind())
                .map(What.OtherAffiliation::new)
                .forEach(whats::add);
        LocalDate last = scene.snapshot.roster().offering().stays().stream()
                .map(one -> one.stay().halfYear().end())
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate until = facts.employment().to();
        if (until != null && last != null && until.isBefore(last)) {
            whats.add(new What.AffiliationUntil(last));
        }
        if (leftOut(OfferRule.NOT_COVERED)) {
            whats.add(new What.InCatchment());
        }
        return whats;
    }

    private boolean leftOut(OfferRule reason) {
        return entry.leftOut().stream()
                .anyMatch(out ->
                        out.reason() == reason && scene.hadSeats(ResourceId.seat(out.position(), out.halfYear())));
    }

    private Optional<Change> countedService() {
        tried.add(What.Kind.SERVICE);
        Months counted = entry.facts().countedService();
        int toTheEnd = counted.until(Months.of(scene.policy.trainingMonths())).wholeMonths();
        int toTheOthers = ahead(facts -> facts.countedService().tenths()) / 10 - counted.wholeMonths();
        return smallest(Math.max(toTheEnd, toTheOthers) + 1, What.CountedService::new);
    }

    /** The most that any doctor of the round has. */
    private int ahead(java.util.function.ToIntFunction<Candidate> figure) {
        return scene.ranking.ranked().stream()
                .mapToInt(one -> figure.applyAsInt(one.candidate()))
                .max()
                .orElse(0);
    }

    /** Asked only where progress, or what is asked after it, is what puts someone ahead. */
    private Optional<Change> progress() {
        List<CriterionCode> order =
                scene.policy.criteria().stream().map(Criterion::code).toList();
        int asked = order.indexOf(CriterionCode.PROGRESS);
        int position = scene.ranking.place(scene.hpr(doctor)).orElseThrow().position();
        boolean ties = asked >= 0
                && scene.ranking.ranked().stream()
                        .limit(position - 1L)
                        .anyMatch(ahead -> order.indexOf(scene.ranking
                                        .decide(ahead.candidate().hpr(), scene.hpr(doctor))
                                        .criterion())
                                >= asked);
        tried.add(What.Kind.PROGRESS);
        if (!ties) {
            return Optional.empty();
        }
        TrainingProgress reached = entry.facts().progress();
        List<What> supervision = Stream.of(GroupSupervision.values())
                .filter(further -> further.compareTo(reached.supervision()) > 0)
                .<What>map(What.Supervision::new)
                .toList();
        return helping(supervision, 1).stream()
                .findFirst()
                .or(() -> smallest(moreObjectives() - reached.objectives(), What.Objectives::new))
                .or(() -> smallest(
                        ahead(facts -> facts.progress().activities()) - reached.activities() + 1,
                        What.Activities::new));
    }

    /** As many objectives as put the doctor ahead of all in them; where shares of a total are compared, all of it. */
    private int moreObjectives() {
        Integer total = scene.policy
                .comparedTotals(scene.snapshot.roster().on())
                .get(entry.facts().scheme());
        return total == null ? ahead(facts -> facts.progress().objectives()) + 1 : total;
    }

    /** By halving. */
    private Optional<Change> smallest(int most, IntFunction<What> with) {
        if (most < 1 || !tries.helps(with.apply(most))) {
            return Optional.empty();
        }
        int helps = most;
        int doesNot = 0;
        while (helps - doesNot > 1) {
            int middle = (helps + doesNot) >>> 1;
            if (tries.helps(with.apply(middle))) {
                helps = middle;
            } else {
                doesNot = middle;
            }
        }
        // A trial that was not complete looks like one that does not help; then the smallest is not known.
        return tries.complete() ? tries.change(List.of(with.apply(helps))) : Optional.empty();
    }

    private List<What> otherWishes() {
        List<What> whats = new ArrayList<>();
        Wishes wishes = entry.wishes();
        departmentsLeftOut().forEach(department -> whats.add(new What.AcceptedDepartment(department)));
        wishes.blocked().stream()
                .filter(halfYear ->
                        offered.stream().anyMatch(one -> one.stay().halfYear().equals(halfYear)))
                .forEach(halfYear -> whats.add(new What.OpenHalfYear(halfYear)));
        if (Boolean.TRUE.equals(wishes.wholeOnly())) {
            whats.add(new What.FirstPartAlone());
        }
        return whats;
    }

    private List<What> earlierStarts() {
        HalfYear earliest = entry.wishes().earliestStart();
        return earliest == null
                ? List.of()
                : offered.stream()
                        .map(one -> one.stay().halfYear())
                        .distinct()
                        .filter(halfYear -> halfYear.compareTo(earliest) < 0)
                        .sorted(Comparator.reverseOrder())
                        .<What>map(What.EarlierStart::new)
                        .toList();
    }

    private Set<DepartmentId> departmentsLeftOut() {
        Set<DepartmentId> departments = new TreeSet<>();
        boolean servedAgain = scene.policy.placement().servesAgain(entry.facts().interrupted());
        for (OfferedStay one : offered) {
            one.stay().legs().stream()
                    .map(Leg::department)
                    .filter(department -> entry.wishes().rankOf(department).isEmpty())
                    .filter(department -> servedAgain || !entry.served().contains(department))
                    .forEach(departments::add);
        }
        return departments;
    }

    /** One more away at once, in each half-year in which that is full, and where nothing is offered yet in every one. */
    private List<What> limits() {
        Set<HalfYear> halfYears = new TreeSet<>();
        for (OfferedStay one : offered) {
            ResourceId away = scene.snapshot
                    .roster()
                    .away(entry.facts().area(), one.stay().halfYear());
            if (scene.known(away)) {
                halfYears.add(one.stay().halfYear());
            }
        }
        return halfYears.stream().<What>map(What.HigherLimit::new).toList();
    }

    /** What others were given by hand that the doctor would rather have. */
    private List<What> byHand() {
        Set<DoctorId> pinned = new LinkedHashSet<>();
        for (Option option : scene.better(doctor)) {
            for (ResourceId use : option.uses()) {
                scene.holders(use).stream()
                        .filter(holder -> scene.doctor(holder).pinned())
                        .map(holder -> scene.doctor(holder).id())
                        .forEach(pinned::add);
            }
        }
        return pinned.stream().<What>map(What.NotByHand::new).toList();
    }

    /** One more of what the better offers use, the best offer's first, then of all else; of a position without seats only when there are no others. */
    private List<What> seats() {
        Set<Stay> wanted = new LinkedHashSet<>();
        boolean none = scene.standings.waiting(doctor) == Waiting.NO_SEATS;
        List<Option> options =
                none ? scene.wide().problem().doctors().get(doctor).options() : scene.better(doctor);
        options.forEach(option -> wanted.addAll(option.stays()));
        // Room elsewhere can come to the doctor by others who move.
        offered.forEach(one -> wanted.add(one.stay()));
        return wanted.stream().<What>map(What.MoreSeats::new).toList();
    }

    /** What can rule out, or fill, one and the same stay. */
    private List<Change> two() {
        List<What> filters = new ArrayList<>(terms());
        filters.removeIf(what -> what.kind() == What.Kind.AFFILIATION);
        filters.addAll(otherWishes());
        filters.addAll(earlierStarts());
        List<What> rooms = new ArrayList<>(limits());
        rooms.addAll(byHand());
        rooms.addAll(seats());
        List<What> all = new ArrayList<>(filters);
        all.addAll(rooms);
        List<Change> changes = new ArrayList<>();
        int left = Math.min(
                TWO_TRIED,
                DOCTORS_WORKED_OUT / Math.max(1, scene.problem.doctors().size()));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size() && changes.size() < TOLD_OF_A_KIND; j++) {
                if (left-- == 0) {
                    tries.incomplete();
                    return changes;
                }
                tried.add(What.Kind.TWO);
                tries.change(List.of(all.get(i), all.get(j))).ifPresent(changes::add);
            }
        }
        return changes;
    }
}
