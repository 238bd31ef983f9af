package no.alisplass.vacancy.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** Who is ranked for a vacancy, in which order, and why not. */
class VacancyOrderTest {
    private static final Policy POLICY = Policies.builtIn().get("ahus-2020", 2).orElseThrow();
    private static final DepartmentId LUNGE = new DepartmentId("ahus-lunge");
    private static final VacancyCase CASE = new VacancyCase(
            17,
            new HospitalId("ahus"),
            LUNGE,
            Service.SOMATIC,
            LocalDate.of(2027, 1, 15),
            LocalDate.of(2027, 6, 30),
            LocalDate.of(2026, 12, 1),
            "froe");

    /** A doctor who can have it, but for what is said otherwise. */
    private static final class Doctor {
        private final int hpr;
        private int served = 30;
        private Months left = Months.of(6);
        private Wishes wishes = Wishes.NONE;
        private Set<Service> covered = Set.of(Service.SOMATIC);
        private List<ApprovedMonths> approved = List.of();
        private LeaveStatus leave = LeaveStatus.GRANTED;
        private Affiliation affiliation = Affiliation.PERMANENT;
        private LocalDate until;
        private boolean interrupted;
        private boolean away;
        private boolean full;
        private boolean offered;
        private boolean turnedDown;
        private Nomination nomination;

        Doctor(int hpr) {
            this.hpr = hpr;
        }

        VacancyDoctor get() {
            WaitlistEntry entry = new WaitlistEntry(
                    0,
                    new Person("Lege " + hpr, new HprNumber(hpr), null),
                    new Employment(affiliation, null, until),
                    new Training(Scheme.NEW, null),
                    new ServiceRecord(
                            new StatedService(Months.of(served), Months.of(24), LocalDate.of(2026, 12, 1), null),
                            List.of()),
                    new TrainingProgress(70, 8, GroupSupervision.BEGUN),
                    new InstitutionService(approved, left, interrupted),
                    wishes,
                    new Readiness(leave, LocumStatus.SECURED),
                    null);
            return new VacancyDoctor(
                    new AreaCode("3205"),
                    entry,
                    left == null ? null : new ServiceToCome(List.of(), left),
                    covered,
                    false,
                    null,
                    away,
                    full,
                    offered,
                    turnedDown,
                    nomination);
        }
    }

    private static OutRule out(Doctor doctor) {
        return VacancyOrder.of(CASE, POLICY, List.of(doctor.get()))
                .standings()
                .get(0)
                .out();
    }

    private static Wishes wishes(boolean onlyRanked, Set<DepartmentId> refused, String earliest, String... blocked) {
        return new Wishes(
                List.of(Set.of(new DepartmentId("ahus-hud"))),
                onlyRanked,
                refused,
                earliest == null ? null : HalfYear.parse(earliest),
                Set.copyOf(List.of(blocked).stream().map(HalfYear::parse).toList()),
                WishWeight.DEPARTMENT);
    }

    @Test
    void who_is_available_and_wishes_it_is_ranked() {
        assertThat(out(new Doctor(1))).isNull();
        Doctor any = new Doctor(1);
        any.wishes = wishes(false, Set.of(), "2026-H");
        assertThat(out(any)).isNull();
    }

    @Test
    void each_reason_keeps_a_doctor_out_and_says_so() {
        Doctor unknown = new Doctor(1);
        unknown.left = null;
        assertThat(out(unknown)).isEqualTo(OutRule.FACTS_MISSING);
        Doctor little = new Doctor(1);
        little.left = Months.of(2);
        assertThat(out(little)).isEqualTo(OutRule.TOO_LITTLE_LEFT);
        little.left = Months.of(3);
        assertThat(out(little)).isNull();
        Doctor outside = new Doctor(1);
        outside.covered = Set.of(Service.PSYCHIATRY);
        assertThat(out(outside)).isEqualTo(OutRule.NOT_COVERED);
        Doctor asked = new Doctor(1);
        asked.offered = true;
        assertThat(out(asked)).isEqualTo(OutRule.OFFERED_BEFORE);
        Doctor not = new Doctor(1);
        not.turnedDown = true;
        assertThat(out(not)).isEqualTo(OutRule.NOT_OFFERED);
        Doctor away = new Doctor(1);
        away.away = true;
        assertThat(out(away)).isEqualTo(OutRule.AWAY);
        Doctor there = new Doctor(1);
        there.approved = List.of(new ApprovedMonths(LUNGE, null, Months.of(6)));
        assertThat(out(there)).isEqualTo(OutRule.ALREADY_SERVED);
        Doctor leave = new Doctor(1);
        leave.leave = LeaveStatus.REFUSED;
        assertThat(out(leave)).isEqualTo(OutRule.LEAVE_REFUSED);
        Doctor taken = new Doctor(1);
        taken.nomination = Nomination.TAKEN_OUT;
        assertThat(out(taken)).isEqualTo(OutRule.TAKEN_OUT);
        Doctor ended = new Doctor(1);
        ended.until = LocalDate.of(2027, 1, 14);
        assertThat(out(ended)).isEqualTo(OutRule.NOT_ELIGIBLE);
        ended.until = LocalDate.of(2027, 1, 15);
        assertThat(out(ended)).isNull();
    }

    @Test
    void what_is_the_doctors_to_wish_and_the_areas_to_spare_gives_way_to_a_nomination() {
        List<Doctor> kept = new ArrayList<>();
        for (Wishes wishes : List.of(
                wishes(false, Set.of(LUNGE), null),
                wishes(true, Set.of(), null),
                // The days are in two half-years: January and February are of the autumn.
                wishes(false, Set.of(), null, "2026-H"),
                wishes(false, Set.of(), null, "2027-V"),
                wishes(false, Set.of(), "2027-V"))) {
            Doctor doctor = new Doctor(1);
            doctor.wishes = wishes;
            kept.add(doctor);
        }
        Doctor full = new Doctor(1);
        full.full = true;
        kept.add(full);
        assertThat(kept.stream().map(VacancyOrderTest::out))
                .containsExactly(
                        OutRule.REFUSED,
                        OutRule.NOT_WISHED,
                        OutRule.BLOCKED,
                        OutRule.BLOCKED,
                        OutRule.BEFORE_EARLIEST_START,
                        OutRule.AREA_LIMIT);
        kept.forEach(each -> {
            assertThat(VacancyOrder.of(CASE, POLICY, List.of(each.get()))
                            .standings()
                            .get(0)
                            .canBeNominated())
                    .isTrue();
            each.nomination = Nomination.NOMINATED;
        });
        assertThat(kept.stream().map(VacancyOrderTest::out)).containsOnlyNulls();
        Doctor away = new Doctor(1);
        away.away = true;
        away.nomination = Nomination.NOMINATED;
        assertThat(out(away)).isEqualTo(OutRule.AWAY);
        assertThat(OutRule.AWAY.yieldsToNomination()).isFalse();
    }

    @Test
    void every_reason_is_told_in_three_languages_and_names_nobody() {
        for (Locale language :
                List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.forLanguageTag("en-GB"))) {
            for (OutRule rule : OutRule.values()) {
                assertThat(Messages.text(rule.text(), language))
                        .isNotEqualTo(rule.text().code());
            }
        }
        VacancyOrder order = VacancyOrder.of(CASE, POLICY, doctors(new Random(3), 40));
        order.standings().forEach(each -> assertThat(Messages.text(each.why(), Messages.BOKMAL))
                .doesNotContain("Lege 1", "vacancy.")
                .doesNotContainPattern("[0-9]{4}"));
    }

    /** Whoever is listed first; and once more from what is stored, to the same bytes. A doctor more or less moves nobody past another. */
    @Test
    void the_order_does_not_depend_on_the_order_of_asking_and_is_the_same_again() {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            List<VacancyDoctor> doctors = new ArrayList<>(doctors(random, 1 + random.nextInt(12)));
            VacancyRanking ranking = VacancyOrder.of(CASE, POLICY, doctors).ranking();
            Collections.shuffle(doctors, random);
            VacancyRanking shuffled = VacancyOrder.of(CASE, POLICY, doctors).ranking();
            String stored = CanonicalJson.write(ranking);
            assertThat(CanonicalJson.write(shuffled)).isEqualTo(stored);
            VacancyRanking read = CanonicalJson.read(stored, VacancyRanking.class);
            assertThat(CanonicalJson.write(VacancyOrder.again(read, POLICY))).isEqualTo(stored);
            assertThat(ranking.ranked().size() + ranking.out().size()).isEqualTo(doctors.size());
            assertThat(ranking.ranked().stream().map(VacancyRanking.Place::place))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, ranking.ranked().size())
                                    .boxed()
                                    .toList());
            HprNumber gone = doctors.remove(0).hpr();
            List<HprNumber> left = order(ranking);
            left.remove(gone);
            assertThat(order(VacancyOrder.of(CASE, POLICY, doctors).ranking())).isEqualTo(left);
        }
    }

    private static List<HprNumber> order(VacancyRanking ranking) {
        return new ArrayList<>(
                ranking.ranked().stream().map(place -> place.facts().hpr()).toList());
    }

    private static List<VacancyDoctor> doctors(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Doctor doctor = new Doctor(100 + number);
                    doctor.served = random.nextInt(4) * 12;
                    doctor.left = Months.of(random.nextInt(8));
                    doctor.interrupted = random.nextInt(5) == 0;
                    doctor.away = random.nextInt(8) == 0;
                    doctor.full = random.nextInt(8) == 0;
                    doctor.affiliation = random.nextInt(9) == 0 ? null : Affiliation.PERMANENT;
                    doctor.nomination = random.nextInt(6) == 0 ? Nomination.values()[random.nextInt(2)] : null;
                    return doctor.get();
                })
                .toList();
    }
}
