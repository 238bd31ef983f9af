package no.alisplass.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Objective;
import no.alisplass.explanation.Given.Person;
import no.alisplass.platform.Messages;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.Outcome;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.InadmissibleStay;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Waiting;
import no.alisplass.solver.SolveListener;

/**
 * Random rounds with every cause mixed: what each sentence claims is looked up in the frozen round by means of the tests' own, and what
 * is said to help, or not to, is put into what the round was frozen from, which is then frozen and solved anew by trying every outcome.
 */
class TruthTest {
    private static final Pattern AHEAD = Pattern.compile("(Lege\\w) har plass og står foran");
    private static final Pattern BY_HAND = Pattern.compile("(Lege\\w) har fått plassen fordi koordinatoren");
    private static final Pattern LATER = Pattern.compile(", (et|to) halvår senere enn først mulig");
    private static final Pattern OWN_WISH = Pattern.compile("legens (\\d)\\. ønske[.,]");

    /** A round, solved; null when its pins do not fit. */
    private record Case(Given given, Snapshot snapshot, Proposal proposal, List<Reasons> reasons, Round round) {
        static Case of(long seed) {
            Given given = Given.random(seed);
            Snapshot snapshot;
            try {
                snapshot = given.freeze();
            } catch (IllegalArgumentException pinsDoNotFit) {
                given.people.forEach(one -> one.pinned = null);
                snapshot = given.freeze();
            }
            Proposal proposal = Round.SOLVER
                    .solve(snapshot.problem(), 1, SolveListener.SILENT, () -> false)
                    .proposal();
            Round round = new Round(snapshot, proposal, Prover.prove(snapshot.problem(), proposal));
            return new Case(
                    given, snapshot, proposal, Round.EXPLANATIONS.all(snapshot, proposal, round.certificate()), round);
        }

        AllocationProblem problem() {
            return snapshot.problem();
        }

        int capacity(ResourceId id) {
            return problem().resources().stream()
                    .filter(each -> each.id().equals(id))
                    .mapToInt(Resource::capacity)
                    .findFirst()
                    .orElse(0);
        }

        Option held(int doctor) {
            Integer option = proposal.placements().get(doctor).option();
            return option == null
                    ? null
                    : problem().doctors().get(doctor).options().get(option);
        }

        Set<Integer> holders(ResourceId id, int besides) {
            Set<Integer> all = new HashSet<>();
            for (int d = 0; d < problem().doctors().size(); d++) {
                if (d != besides && held(d) != null && held(d).uses().contains(id)) {
                    all.add(d);
                }
            }
            return all;
        }

        boolean isFull(ResourceId id, int besides) {
            return holders(id, besides).size() >= capacity(id);
        }

        List<Option> better(int doctor) {
            Doctor subject = problem().doctors().get(doctor);
            int tier = held(doctor) == null ? subject.tiers() : held(doctor).tier();
            return subject.pinned()
                    ? List.of()
                    : subject.options().stream()
                            .filter(one -> one.tier() < tier)
                            .toList();
        }

        int index(String name) {
            return snapshot.roster().entries().stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .position()
                    - 1;
        }
    }

    private static ResourceId seat(Stay stay) {
        return ResourceId.seat(stay.position(), stay.halfYear());
    }

    @Property(tries = 600, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void what_took_the_seats_is_what_took_them(@ForAll long seed) {
        Case one = Case.of(seed);
        for (Reasons reasons : one.reasons) {
            int doctor = one.reasons.indexOf(reasons);
            Missed missed = reasons.cause().missed();
            for (Missed.Seats seats : missed.seats()) {
                ResourceId id = seat(seats.stay());
                assertThat(one.better(doctor).stream()
                                .anyMatch(option -> option.uses().contains(id)))
                        .isTrue();
                assertThat(one.isFull(id, doctor)).isTrue();
                assertThat(seats.holders().stream()
                                .map(holder -> index(holder.doctor()))
                                .collect(Collectors.toSet()))
                        .isEqualTo(one.holders(id, doctor));
                assertThat(seats.holders().size()
                                + seats.earlier().stream()
                                        .mapToInt(each -> each.count())
                                        .sum())
                        .isEqualTo(one.given.seats.get(Given.key(
                                seats.stay().legs().get(0).department().value(),
                                seats.stay().halfYear())));
                seats.holders().forEach(holder -> rightIsTrue(one, doctor, holder));
            }
            for (Missed.Limited limited : missed.limited()) {
                RosterEntry entry = one.snapshot.roster().entries().get(doctor);
                assertThat(one.isFull(
                                one.snapshot
                                        .roster()
                                        .away(
                                                entry.facts().area(),
                                                limited.stay().halfYear()),
                                doctor))
                        .isTrue();
                assertThat(limited.empty()).isEqualTo(!one.isFull(seat(limited.stay()), doctor));
            }
            everyBetterOfferIsAccountedFor(one, doctor, missed);
            Statistics.label("waiting").collect(String.valueOf(reasons.cause().waiting()));
            waitingIsTrue(one, doctor, reasons);
        }
        seen(
                "waiting",
                "AHEAD",
                "BY_HAND",
                "OWN_LIMIT",
                "EARLIER_ROUND",
                "LEAVE_REFUSED",
                "NO_SEATS",
                "OWN_WISHES",
                "NOTHING_TO_OFFER",
                "SEVERAL",
                "EXCLUDED");
    }

    /** Rounds in which a cause never comes up would prove nothing of it. */
    private static void seen(String label, String... values) {
        Statistics.label(label).coverage(coverage -> {
            for (String value : values) {
                coverage.check(value).count(count -> count > 0);
            }
        });
    }

    private static int index(DoctorId doctor) {
        return Integer.parseInt(doctor.value().substring(1)) - 1;
    }

    private static void rightIsTrue(Case one, int doctor, Missed.Holder holder) {
        int other = index(holder.doctor());
        boolean pinned = one.problem().doctors().get(other).pinned();
        assertThat(holder.right())
                .isEqualTo(
                        pinned
                                ? other < doctor ? Missed.Right.BY_HAND_AHEAD : Missed.Right.BY_HAND_BEHIND
                                : other < doctor ? Missed.Right.AHEAD : Missed.Right.BEHIND);
        if (holder.right() == Missed.Right.BEHIND) {
            assertThat(one.problem().objective()).isEqualTo(Objective.PLACEMENTS_FIRST);
        }
    }

    /** Something of each better offer is among what is said to be gone. */
    private static void everyBetterOfferIsAccountedFor(Case one, int doctor, Missed missed) {
        Set<ResourceId> said = new HashSet<>();
        missed.seats().forEach(each -> said.add(seat(each.stay())));
        missed.limited().forEach(each -> said.add(seat(each.stay())));
        for (Option option : one.better(doctor)) {
            assertThat(option.uses().stream().anyMatch(said::contains))
                    .as(
                            "%s of %s",
                            option.stays(),
                            one.snapshot.roster().entries().get(doctor).name())
                    .isTrue();
        }
    }

    private static void waitingIsTrue(Case one, int doctor, Reasons reasons) {
        Waiting waiting = reasons.cause().waiting();
        Doctor subject = one.problem().doctors().get(doctor);
        assertThat(waiting == null).isEqualTo(one.held(doctor) != null);
        if (waiting == null) {
            return;
        }
        assertThat(waiting == Waiting.EXCLUDED).isEqualTo(subject.pinned());
        Person person =
                one.given.person(one.snapshot.roster().entries().get(doctor).name());
        boolean anySeat = one.problem().resources().stream()
                .anyMatch(each -> each.id().value().startsWith("seat:") && each.capacity() > 0);
        Set<OfferRule> out = one.snapshot.roster().entries().get(doctor).leftOut().stream()
                .filter(each -> one.capacity(ResourceId.seat(each.position(), each.halfYear())) > 0)
                .map(InadmissibleStay::reason)
                .collect(Collectors.toSet());
        Map<Missed.Right, Integer> rights = new EnumMap<>(Missed.Right.class);
        reasons.cause().missed().seats().stream()
                .flatMap(each -> each.holders().stream())
                .forEach(holder -> rights.merge(holder.right(), 1, Integer::sum));
        switch (waiting) {
            case EXCLUDED -> assertThat(person.pinned).isEmpty();
            case NO_SEATS -> assertThat(subject.options()).isEmpty();
            case LEAVE_REFUSED -> {
                assertThat(person.leave).isEqualTo(LeaveStatus.REFUSED);
                assertThat(subject.options()).isEmpty();
            }
            case OWN_WISHES ->
                assertThat(out)
                        .isSubsetOf(
                                OfferRule.REFUSED,
                                OfferRule.NOT_WISHED,
                                OfferRule.BLOCKED,
                                OfferRule.BEFORE_EARLIEST_START,
                                OfferRule.HALF_ONLY);
            case NOT_COVERED -> assertThat(out).containsOnly(OfferRule.NOT_COVERED);
            case ALREADY_SERVED -> assertThat(out).containsOnly(OfferRule.ALREADY_SERVED);
            case AFFILIATION_ENDS -> {
                assertThat(out).containsOnly(OfferRule.AFFILIATION_ENDS);
                assertThat(person.to).isNotNull();
            }
            case NOTHING_TO_OFFER -> {
                assertThat(subject.options()).isEmpty();
                assertThat(out).hasSizeGreaterThan(1);
            }
            case EARLIER_ROUND -> {
                assertThat(rights).isEmpty();
                assertThat(one.given.taken.values().stream().anyMatch(count -> count > 0))
                        .isTrue();
                subject.options()
                        .forEach(option -> assertThat(option.stays()).anyMatch(stay -> one.capacity(seat(stay)) == 0));
                if (subject.options().isEmpty()) {
                    assertThat(out).isEmpty();
                }
            }
            case AHEAD -> {
                assertThat(rights.keySet()).containsExactly(Missed.Right.AHEAD);
                subject.options().forEach(option -> assertThat(option.stays())
                        .anyMatch(
                                stay -> one.holders(seat(stay), doctor).stream().allMatch(other -> other < doctor)
                                        && one.isFull(seat(stay), doctor)));
            }
            case BY_HAND ->
                assertThat(rights.keySet())
                        .isSubsetOf(Missed.Right.BY_HAND_AHEAD, Missed.Right.BY_HAND_BEHIND)
                        .isNotEmpty();
            case OWN_LIMIT -> {
                assertThat(rights).isEmpty();
                assertThat(one.given.limits).containsKey(person.area);
            }
            case BEHIND -> assertThat(rights.keySet()).containsExactly(Missed.Right.BEHIND);
            case SEVERAL -> assertThat(anySeat).isTrue();
            default -> throw new AssertionError("never in these rounds: " + waiting);
        }
    }

    @Property(tries = 200, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void what_is_read_aloud_is_so(@ForAll long seed) {
        Case one = Case.of(seed);
        for (Reasons reasons : one.reasons) {
            int doctor = one.reasons.indexOf(reasons);
            Told told = one.round.told(reasons, Audience.COORDINATOR, Messages.BOKMAL);
            String text = String.join("\n", told.sentences());
            assertThat(text).doesNotContain("{", "null", "explanation.", "seat:", "away:");
            each(AHEAD, text, found -> {
                int other = one.index(found.group(1));
                assertThat(other).isLessThan(doctor);
                assertThat(one.problem().doctors().get(other).pinned()).isFalse();
                assertThat(one.held(other)).isNotNull();
            });
            each(BY_HAND, text, found -> assertThat(one.problem()
                            .doctors()
                            .get(one.index(found.group(1)))
                            .pinned())
                    .isTrue());
            outcomeIsTrue(one, doctor, String.join(" ", told.outcome()));
            proofIsTrue(one, doctor, reasons, String.join(" ", told.proof()));
        }
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> check) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            check.accept(found);
        }
    }

    private static void outcomeIsTrue(Case one, int doctor, String text) {
        Option held = one.held(doctor);
        if (held == null) {
            assertThat(text).contains("får ikke plass");
            return;
        }
        Person person =
                one.given.person(one.snapshot.roster().entries().get(doctor).name());
        List<String> departments = held.stays().stream()
                .map(stay -> stay.legs().get(0).department().value())
                .toList();
        each(OWN_WISH, text, found -> assertThat(departments)
                .containsOnly(person.wanted.get(Integer.parseInt(found.group(1)) - 1)));
        assertThat(text.contains("hadde ingen ønsker") || person.pinned != null)
                .isEqualTo(person.wanted.isEmpty() || person.pinned != null);
        List<Option> offers = one.problem().doctors().get(doctor).options().stream()
                .filter(option -> option.stays().stream().allMatch(stay -> one.capacity(seat(stay)) > 0))
                .toList();
        if (text.contains("Det er det beste") || text.contains("alle var like gode")) {
            assertThat(offers).noneMatch(option -> option.tier() < held.tier());
        }
        if (text.contains("det nest beste")) {
            assertThat(offers.stream()
                            .map(Option::tier)
                            .filter(tier -> tier < held.tier())
                            .distinct()
                            .count())
                    .isEqualTo(1);
        }
        each(LATER, text, found -> assertThat(offers)
                .anyMatch(option -> option.stays().size() == held.stays().size()
                        && option.stays()
                                        .get(0)
                                        .halfYear()
                                        .until(held.stays().get(0).halfYear())
                                == (found.group(1).equals("et") ? 1 : 2)));
        if (text.contains("Legens tilknytning varer")) {
            assertThat(person.to)
                    .isBefore(
                            held.stays().get(held.stays().size() - 1).halfYear().end());
        }
    }

    /** Who is said to have nothing else as good has nothing else as good that is not full of the others said so of. */
    private static void proofIsTrue(Case one, int doctor, Reasons reasons, String text) {
        if (!text.contains("ikke noe annet like godt")) {
            return;
        }
        Set<ResourceId> set = new HashSet<>();
        reasons.ground().places().forEach(place -> set.add(seat(place.stay())));
        Set<Integer> holders = new HashSet<>();
        set.forEach(id -> holders.addAll(one.holders(id, doctor)));
        assertThat(holders).allMatch(other -> other < doctor);
        if (!set.isEmpty() && text.startsWith("De ")) {
            assertThat(holders).hasSize(reasons.ground().holders());
        }
        for (int other : holders) {
            assertThat(one.problem().doctors().get(other).pinned()).isFalse();
        }
        if (set.size() == 1 && reasons.ground().basis() == Reasons.Basis.TIGHT_SET && holders.size() == 1) {
            int holder = holders.iterator().next();
            assertThat(one.problem().doctors().get(holder).options().stream()
                            .filter(option -> option.tier() <= one.held(holder).tier())
                            .filter(option -> option.uses().stream().noneMatch(set::contains))
                            .filter(option -> option.uses().stream().noneMatch(id -> one.isFull(id, holder))))
                    .isEmpty();
        }
    }

    @Property(tries = 100, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void what_is_said_to_help_helps_and_where_nothing_is_said_to_nothing_does(@ForAll long seed) {
        Case one = Case.of(seed);
        assertThat(ExhaustiveReference.tiers(one.problem())).isEqualTo(Outcome.tiers(one.problem(), one.proposal()));
        for (Reasons reasons : one.reasons) {
            int doctor = one.reasons.indexOf(reasons);
            for (Reasons.Change change : reasons.changes()) {
                Changed changed = Changed.of(seed, one, doctor, change.whats());
                assertThat(changed.tier)
                        .as("%s of %s", change.whats(), reasons.doctor())
                        .isLessThan(changed.heldTier);
                assertThat(changed.offers()).isEqualTo(new HashSet<>(change.wouldGive()));
                leastThatHelps(seed, one, doctor, change);
                Statistics.label("helps")
                        .collect(
                                change.whats().size() > 1
                                        ? "TWO"
                                        : change.whats().get(0).kind().name());
            }
            boolean saidNone = reasons.changes().isEmpty() && !reasons.tried().isEmpty() && reasons.allTried();
            if (saidNone) {
                Statistics.label("helps").collect("nothing");
                for (What what : everything(one, doctor, reasons)) {
                    Changed changed = Changed.of(seed, one, doctor, List.of(what));
                    assertThat(changed.tier)
                            .as("%s of %s, which is said not to help", what, reasons.doctor())
                            .isGreaterThanOrEqualTo(changed.heldTier);
                }
            }
        }
        seen("helps", "LEAVE", "AFFILIATION", "SERVICE", "DEPARTMENTS", "LIMIT", "BY_HAND", "SEATS", "TWO", "nothing");
    }

    private static void leastThatHelps(long seed, Case one, int doctor, Reasons.Change change) {
        What what = change.whats().get(0);
        What less = what instanceof What.CountedService more && more.months() > 1
                ? new What.CountedService(more.months() - 1)
                : what instanceof What.Objectives more && more.more() > 1
                        ? new What.Objectives(more.more() - 1)
                        : what instanceof What.Activities more && more.more() > 1
                                ? new What.Activities(more.more() - 1)
                                : null;
        if (less != null) {
            Changed changed = Changed.of(seed, one, doctor, List.of(less));
            assertThat(changed.tier).isGreaterThanOrEqualTo(changed.heldTier);
        }
    }

    /** Every single change of the kinds that are said to have been tried. */
    private static List<What> everything(Case one, int doctor, Reasons reasons) {
        List<What> all = new ArrayList<>(List.of(new What.LeaveGranted(), new What.InCatchment()));
        for (Affiliation kind : Affiliation.values()) {
            all.add(new What.OtherAffiliation(kind));
        }
        all.add(new What.AffiliationUntil(LocalDate.of(2028, 2, 29)));
        for (int months = 1; months < 60; months += 3) {
            all.add(new What.CountedService(months));
        }
        all.add(new What.Objectives(100));
        all.add(new What.Activities(100));
        all.add(new What.Supervision(GroupSupervision.FINISHED));
        Person person =
                one.given.person(one.snapshot.roster().entries().get(doctor).name());
        for (String department : Given.DEPARTMENTS) {
            if (!person.wanted.contains(department)) {
                all.add(new What.AcceptedDepartment(new DepartmentId(department)));
            }
        }
        for (HalfYear halfYear : Given.HALF_YEARS) {
            all.add(new What.OpenHalfYear(halfYear));
            all.add(new What.HigherLimit(halfYear));
        }
        all.add(new What.EarlierStart(Frozen.SPRING));
        one.snapshot.roster().offering().stays().stream()
                .filter(offered -> one.given.seats.get(Given.key(
                                        offered.stay()
                                                .legs()
                                                .get(0)
                                                .department()
                                                .value(),
                                        offered.stay().halfYear()))
                                > 0
                        || reasons.cause().waiting() == Waiting.NO_SEATS)
                .forEach(offered -> all.add(new What.MoreSeats(offered.stay())));
        for (int other = 0; other < one.problem().doctors().size(); other++) {
            Option given = one.problem().doctors().get(other).pinned() ? one.held(other) : null;
            if (given != null
                    && one.better(doctor).stream()
                            .anyMatch(option -> option.uses().stream().anyMatch(given.uses()::contains))) {
                all.add(new What.NotByHand(DoctorId.ofPosition(other + 1)));
            }
        }
        return all.stream()
                .filter(what -> reasons.tried().contains(what.kind()))
                .toList();
    }

    /** A round frozen anew with changes made where they would be made. */
    private record Changed(Snapshot snapshot, Doctor subject, int tier, int heldTier) {
        static Changed of(long seed, Case one, int doctor, List<What> whats) {
            Given given = Given.random(seed);
            for (int i = 0; i < given.people.size(); i++) {
                given.people.get(i).pinned = one.given.people.get(i).pinned;
            }
            String name = one.snapshot.roster().entries().get(doctor).name();
            Map<String, String> names = new HashMap<>();
            one.snapshot
                    .roster()
                    .entries()
                    .forEach(entry -> names.put(entry.doctor().value(), entry.name()));
            whats.forEach(what -> given.apply(what, given.person(name), names));
            Snapshot changed = given.freeze();
            RosterEntry entry = changed.roster().entries().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Doctor subject = changed.problem().doctors().get(entry.position() - 1);
            int tier = ExhaustiveReference.tiers(changed.problem()).get(entry.position() - 1);
            Option held = one.held(doctor);
            int heldTier = held == null
                    ? subject.tiers()
                    : subject.options().stream()
                            .filter(option -> option.stays().equals(held.stays()))
                            .mapToInt(Option::tier)
                            .findFirst()
                            .orElseThrow();
            return new Changed(changed, subject, tier, heldTier);
        }

        private boolean hasNone(ResourceId use) {
            return snapshot.problem().resources().stream()
                    .noneMatch(each -> each.id().equals(use) && each.capacity() > 0);
        }

        Set<List<Stay>> offers() {
            return subject.options().stream()
                    .filter(option -> option.tier() == tier)
                    .filter(option -> option.uses().stream().noneMatch(this::hasNone))
                    .map(Option::stays)
                    .collect(Collectors.toSet());
        }
    }
}
