package no.alisplass.scenario.change;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.Certainty;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Outcome.Cause;
import no.alisplass.scenario.change.Question.AddedDepartment;
import no.alisplass.scenario.change.Question.AreaLimit;
import no.alisplass.scenario.change.Question.ClosedDepartment;
import no.alisplass.scenario.change.Question.LeftOut;
import no.alisplass.scenario.change.Question.MoreDoctors;
import no.alisplass.scenario.change.Question.PolicyTerms;
import no.alisplass.scenario.change.Question.Setting;
import no.alisplass.scenario.change.Question.SharedSeats;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final DepartmentId GERIATRICS = new DepartmentId("geriatri");
    private static final DepartmentId LUNG = new DepartmentId("lunge");
    private static final DepartmentId PALLIATIVE = new DepartmentId("palliativ");
    private static final AreaCode LORENSKOG = new AreaCode("3222");
    private static final AreaCode LILLESTROM = new AreaCode("3205");

    private final Scenarios scenarios = new Scenarios(Policies.builtIn());
    private final Comparer comparer = new Comparer(Policies.builtIn(), scenarios);
    private final Frozen frozen = new Frozen();

    private Comparison compare(Question... questions) {
        Result<Comparison> compared = comparer.compare(frozen.freeze(), 0, List.of(questions));
        assertThat(compared).isInstanceOf(Result.Done.class);
        return ((Result.Done<Comparison>) compared).value();
    }

    private Outcome outcome(Question question) {
        return compare(question).cases().get(1).outcome();
    }

    private List<String> refused(Question question) {
        Result<Comparison> compared = comparer.compare(frozen.freeze(), 0, List.of(question));
        assertThat(compared).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Comparison>) compared)
                .findings().stream().map(ComparerTest::told).toList();
    }

    private static String told(Finding finding) {
        return finding.field() + " " + finding.code();
    }

    private static Question added(AddedDepartment... added) {
        return new Question(null, List.of(added), null, null, null, null, null, null, null);
    }

    private static Question shared(SharedSeats... shared) {
        return new Question(null, null, List.of(shared), null, null, null, null, null, null);
    }

    private static Question closed(ClosedDepartment... closed) {
        return new Question(null, null, null, List.of(closed), null, null, null, null, null);
    }

    private static Question limits(AreaLimit... limits) {
        return new Question(null, null, null, null, null, List.of(limits), null, null, null);
    }

    private static Question leftOut(LeftOut... leftOut) {
        return new Question(null, null, null, null, null, null, List.of(leftOut), null, 7L);
    }

    private static Question more(long seed, MoreDoctors... more) {
        return new Question(null, null, null, null, null, null, null, List.of(more), seed);
    }

    private static Question policy(PolicyTerms terms) {
        return new Question(terms, null, null, null, null, null, null, null, null);
    }

    private void sixDoctors() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1).seats("lunge", AUTUMN, 0);
        frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
        frozen.doctor(2, "Per").months(44).wants("geriatri").only();
        frozen.doctor(3, "Mari").months(40).wants("lunge", "geriatri").area("3222");
        frozen.doctor(4, "Ola").months(39).wants("lunge").area("3222");
        frozen.doctor(5, "Anne").months(38).wants("geriatri").refuses("lunge");
        frozen.doctor(6, "Jon").months(20);
    }

    @Nested
    class Nothing_otherwise {
        @Test
        void is_the_frozen_round_itself_to_the_byte() {
            sixDoctors();
            frozen.limit("3222", 1);
            frozen.doctor(7, "Liv").pinned(SPRING, "lunge");
            frozen.doctor(8, "Nils").pinned(SPRING);
            Snapshot snapshot = frozen.freeze();
            Comparison same = compare(Question.NOTHING);
            assertThat(same.cases()).extracting(each -> each.outcome().hash()).containsOnly(snapshot.problemHash());
            assertThat(same.move(0, 1).gains()).isEmpty();
            assertThat(same.move(0, 1).losses()).isEmpty();
        }

        @Test
        void makes_the_same_options_when_they_are_built_anew() {
            sixDoctors();
            frozen.limit("3222", 1);
            frozen.doctor(7, "Liv").monthsLeft(12).wholeOnly();
            frozen.doctor(8, "Nils").pinned(SPRING, "lunge");
            Snapshot snapshot = frozen.freeze();
            World anew = new World(snapshot, Frozen.policy());
            anew.policy(Frozen.policy());
            assertThat(anew.make().problem()).isEqualTo(snapshot.problem());
        }
    }

    @Nested
    class Seats {
        @Test
        void come_out_as_when_seats_alone_are_asked_about() {
            sixDoctors();
            List<SeatChange> two = List.of(new SeatChange(GERIATRICS, SPRING, 2));
            Result.Done<Difference> alone = (Result.Done<Difference>) scenarios.withSeats(frozen.freeze(), two);
            Outcome outcome = outcome(Question.ofSeats(two));
            assertThat(outcome.hash()).isEqualTo(alone.value().changedHash());
            assertThat(outcome.placed()).isEqualTo(3);
            assertThat(outcome.certainty()).isEqualTo(Certainty.PROVEN);
        }

        @Test
        void can_be_where_there_are_none() {
            sixDoctors();
            assertThat(outcome(Question.ofSeats(List.of(new SeatChange(LUNG, AUTUMN, 2))))
                            .placed())
                    .isEqualTo(4);
        }

        @Test
        void are_refused_twice_and_where_the_department_has_no_position_and_where_it_is_closed() {
            sixDoctors();
            assertThat(refused(new Question(
                            null,
                            null,
                            null,
                            List.of(new ClosedDepartment(LUNG, null)),
                            List.of(
                                    new SeatChange(GERIATRICS, SPRING, 1),
                                    new SeatChange(GERIATRICS, SPRING, 2),
                                    new SeatChange(GERIATRICS, AUTUMN, 1),
                                    new SeatChange(LUNG, SPRING, 1)),
                            null,
                            null,
                            null,
                            null)))
                    .containsExactly(
                            "seats[1] scenario.seat-twice",
                            "seats[2] scenario.no-position",
                            "seats[3] scenario.seats-of-closed");
            assertThat(refused(Question.ofSeats(List.of(new SeatChange(GERIATRICS, SPRING, SeatChange.MOST + 1)))))
                    .containsExactly("seats[0] scenario.seats-unfit");
            assertThat(outcome(Question.ofSeats(List.of(new SeatChange(GERIATRICS, SPRING, SeatChange.MOST))))
                            .seats())
                    .isEqualTo(501);
        }
    }

    @Nested
    class A_department {
        @Test
        void that_is_closed_gives_nobody_anything_and_its_doctors_lose() {
            sixDoctors();
            Comparison compared = compare(closed(new ClosedDepartment(GERIATRICS, null)));
            assertThat(compared.cases().get(1).outcome().placed()).isEqualTo(1);
            assertThat(compared.move(0, 1).losses())
                    .extracting(Comparison.Move::doctor)
                    .contains(DoctorId.ofPosition(1));
        }

        @Test
        void that_is_added_is_wished_as_the_one_it_is_like() {
            sixDoctors();
            Comparison compared = compare(added(new AddedDepartment(PALLIATIVE, "Palliativ avdeling", GERIATRICS, 1)));
            Outcome then = compared.cases().get(1).outcome();
            assertThat(then.placed()).isEqualTo(3);
            assertThat(compared.move(0, 1).gains())
                    .extracting(Comparison.Move::doctor)
                    .containsExactly(DoctorId.ofPosition(2));
            assertThat(compared.move(0, 1).losses()).isEmpty();
            assertThat(compared.cases().get(1).assumed().get(0).code()).isEqualTo("scenario.assumes-wishes");
        }

        @Test
        void can_be_given_other_seats_when_it_is_added() {
            sixDoctors();
            Question question = new Question(
                    null,
                    List.of(new AddedDepartment(PALLIATIVE, "Palliativ avdeling", GERIATRICS, 0)),
                    null,
                    null,
                    List.of(new SeatChange(PALLIATIVE, SPRING, 2)),
                    null,
                    null,
                    null,
                    null);
            assertThat(outcome(question).placed()).isEqualTo(4);
        }

        @Test
        void that_another_scenario_calls_by_the_same_id_is_another_department() {
            frozen.seats("geriatri", SPRING, 0).seats("lunge", SPRING, 0);
            frozen.doctor(1, "Kari").wants("geriatri", "lunge");
            Comparison compared = compare(
                    added(new AddedDepartment(PALLIATIVE, "Palliativ", GERIATRICS, 1)),
                    added(new AddedDepartment(PALLIATIVE, "Hjerte", LUNG, 1)),
                    added(new AddedDepartment(PALLIATIVE, "Palliativ", GERIATRICS, 2)));
            assertThat(compared.move(1, 2).losses()).hasSize(1);
            assertThat(compared.move(2, 3).gains()).hasSize(1);
            assertThat(compared.move(1, 3).gains()).isEmpty();
            assertThat(compared.move(1, 3).losses()).isEmpty();
        }

        @Test
        void is_refused_that_somebody_wishes_though_it_has_no_position_in_the_round() {
            sixDoctors();
            frozen.doctor(7, "Liv").wants("palliativ", "lunge");
            assertThat(refused(added(new AddedDepartment(PALLIATIVE, "Palliativ", GERIATRICS, 1))))
                    .containsExactly("added[0].id scenario.department-there");
        }

        @Test
        void is_refused_that_is_there_already_or_like_none_that_is() {
            sixDoctors();
            assertThat(refused(added(
                            new AddedDepartment(LUNG, "Lunge", GERIATRICS, 1),
                            new AddedDepartment(PALLIATIVE, "Palliativ", new DepartmentId("hud"), 1),
                            new AddedDepartment(new DepartmentId("hjerte"), "Hjerte", LUNG, 501))))
                    .containsExactly(
                            "added[0].id scenario.department-there",
                            "added[1].like scenario.department-unknown",
                            "added[2].seats scenario.seats-unfit");
        }
    }

    @Nested
    class A_position_made_three_and_three {
        @Test
        void takes_a_seat_of_the_one_and_asks_both_of_the_wishes() {
            sixDoctors();
            Outcome then = outcome(shared(new SharedSeats(GERIATRICS, LUNG, SPRING, 1)));
            // Per will have geriatrics alone, and Anne no part of it in the lung department.
            assertThat(then.seats()).isEqualTo(2);
            assertThat(then.placed()).isEqualTo(2);
            assertThat(then.wishes()).containsExactly(new Outcome.WishCount(1, 2));
        }

        @Test
        void is_refused_of_more_than_there_are_and_with_itself() {
            sixDoctors();
            assertThat(refused(shared(
                            new SharedSeats(GERIATRICS, LUNG, SPRING, 2), new SharedSeats(LUNG, LUNG, SPRING, 1))))
                    .containsExactly("shared[0].seats scenario.shared-too-many", "shared[1].with scenario.shared-same");
        }

        @Test
        void gives_way_where_the_policy_counts_no_stay_so_short() {
            sixDoctors();
            Question question = new Question(
                    new PolicyTerms(null, null, List.of(new Setting(Parameter.MINIMUM_MONTHS, "6"))),
                    null,
                    List.of(new SharedSeats(GERIATRICS, LUNG, SPRING, 1)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            Outcome then = outcome(question);
            assertThat(then.unused()).singleElement().satisfies(unused -> {
                assertThat(unused.departments()).containsExactly(GERIATRICS, LUNG);
                assertThat(unused.why())
                        .containsExactly(new Outcome.Why(Cause.NOT_OFFERED, OfferRule.PART_TOO_SHORT, 5, 0));
            });
        }
    }

    @Nested
    class A_limit {
        @Test
        void that_is_made_leaves_a_seat_unused_and_says_why() {
            frozen.seats("lunge", SPRING, 2);
            frozen.doctor(1, "Kari").area("3222");
            frozen.doctor(2, "Per").area("3222");
            frozen.doctor(3, "Jon").area("3222").refuses("lunge");
            Outcome then = outcome(limits(new AreaLimit(LORENSKOG, 1)));
            assertThat(then.placed()).isEqualTo(1);
            assertThat(then.unused())
                    .containsExactly(new Outcome.Unused(
                            List.of(LUNG),
                            SPRING,
                            1,
                            List.of(
                                    new Outcome.Why(Cause.NOT_OFFERED, OfferRule.REFUSED, 1, 0),
                                    new Outcome.Why(Cause.LIMIT, null, 1, 0))));
        }

        @Test
        void that_is_lifted_lets_as_many_go_as_there_are() {
            frozen.seats("lunge", SPRING, 2).limit("3222", 1);
            frozen.doctor(1, "Kari").area("3222");
            frozen.doctor(2, "Per").area("3222");
            assertThat(outcome(Question.NOTHING).placed()).isEqualTo(1);
            assertThat(outcome(limits(new AreaLimit(LORENSKOG, null))).placed()).isEqualTo(2);
            assertThat(refused(limits(new AreaLimit(new AreaCode("0301"), 1))))
                    .containsExactly("limits[0].area scenario.area-unknown");
        }
    }

    @Nested
    class The_policy {
        @Test
        void with_another_threshold_ranks_otherwise() {
            frozen.seats("lunge", SPRING, 1);
            frozen.doctor(1, "Kari").months(20);
            frozen.doctor(2, "Per").months(30).affiliation(Affiliation.OWN_LIST);
            Comparison compared = compare(
                    policy(new PolicyTerms(null, null, List.of(new Setting(Parameter.READY_MONTHS, "12")))),
                    policy(new PolicyTerms(
                            null, null, List.of(new Setting(Parameter.READY_WHEN_EARLY, "not-eligible")))),
                    policy(new PolicyTerms("ahus-2023", 1, null)));
            assertThat(compared.cases())
                    .extracting(each -> each.outcome().noLongerEligible())
                    .containsExactly(0, 0, 1, 0);
            assertThat(compared.move(0, 1).gains()).hasSize(1);
            assertThat(compared.move(0, 1).losses()).hasSize(1);
            assertThat(compared.move(0, 3).gains()).isEmpty();
        }

        @Test
        void is_refused_that_is_not_there_with_settings_that_do_not_fit() {
            sixDoctors();
            assertThat(refused(policy(new PolicyTerms("ahus-1999", 1, null))))
                    .containsExactly("policy.id scenario.policy-unknown");
            assertThat(refused(policy(new PolicyTerms(
                            null,
                            null,
                            List.of(
                                    new Setting(Parameter.READY_MONTHS, "mange"),
                                    new Setting(Parameter.READY_WHEN_EARLY, "24"),
                                    new Setting(Parameter.LONG_LOCUM_MONTHS, "6"),
                                    new Setting(Parameter.LONG_LOCUM_MONTHS, "7"))))))
                    .containsExactly(
                            "policy.settings[0] scenario.setting-unfit",
                            "policy.settings[1] scenario.setting-unfit",
                            "policy.settings[3] scenario.setting-twice");
        }

        @Test
        void takes_every_parameter() {
            for (Parameter parameter : Parameter.values()) {
                String value =
                        parameter.words().isEmpty() ? "3" : parameter.words().get(0);
                assertThat(Policies.builtIn()
                                .with(
                                        Policies.builtIn().latest("ahus-2020").orElseThrow(),
                                        java.util.Map.of(parameter.path(), value)))
                        .as(parameter.name())
                        .isPresent();
            }
        }
    }

    @Nested
    class Doctors {
        @Test
        void who_are_left_out_are_in_no_count_and_neither_gain_nor_lose() {
            sixDoctors();
            Comparison compared = compare(leftOut(new LeftOut(DoctorId.ofPosition(1), null, null)));
            Outcome then = compared.cases().get(1).outcome();
            assertThat(then.doctors()).isEqualTo(5);
            assertThat(then.leftOut()).isEqualTo(1);
            assertThat(compared.move(0, 1).losses()).isEmpty();
            assertThat(compared.move(0, 1).gains())
                    .extracting(Comparison.Move::doctor)
                    .containsExactly(DoctorId.ofPosition(2));
        }

        @Test
        void are_left_out_by_share_of_an_area_and_by_the_seed() {
            sixDoctors();
            Outcome then = outcome(leftOut(new LeftOut(null, LILLESTROM, 50)));
            assertThat(then.leftOut()).isEqualTo(2);
            assertThat(then.areas())
                    .contains(new Outcome.AreaCount(LORENSKOG, 2, 1, 1))
                    .extracting(Outcome.AreaCount::doctors)
                    .containsExactlyInAnyOrder(2, 2);
            assertThat(outcome(leftOut(new LeftOut(null, LILLESTROM, 50)))).isEqualTo(then);
        }

        @Test
        void are_left_out_by_each_share_among_those_who_are_left() {
            sixDoctors();
            Outcome then = outcome(leftOut(new LeftOut(null, LORENSKOG, 50), new LeftOut(null, LORENSKOG, 100)));
            assertThat(then.leftOut()).isEqualTo(2);
            assertThat(then.areas()).extracting(Outcome.AreaCount::area).containsExactly(LILLESTROM);
            assertThat(outcome(leftOut(new LeftOut(null, null, 50), new LeftOut(null, null, 50)))
                            .leftOut())
                    .isEqualTo(5);
            assertThat(outcome(leftOut(new LeftOut(null, null, 100), new LeftOut(DoctorId.ofPosition(1), null, null)))
                            .leftOut())
                    .isEqualTo(6);
        }

        @Test
        void are_told_of_when_a_share_of_them_is_none() {
            sixDoctors();
            Comparison compared =
                    compare(leftOut(new LeftOut(null, LORENSKOG, 10)), more(1, new MoreDoctors(LORENSKOG, null, 10)));
            assertThat(compared.cases())
                    .flatExtracting(Comparison.Case::assumed)
                    .extracting(each -> each.code())
                    .containsExactly("scenario.assumes-share-of-none", "scenario.assumes-more-of-none");
            assertThat(refused(leftOut(
                            new LeftOut(DoctorId.ofPosition(1), null, null),
                            new LeftOut(DoctorId.ofPosition(1), null, null))))
                    .containsExactly("leftOut[1].doctor scenario.doctor-twice");
        }

        @Test
        void are_added_like_those_there_are_and_drawn_by_the_seed() {
            sixDoctors();
            Question question = more(3, new MoreDoctors(LORENSKOG, 3, null), new MoreDoctors(null, null, 50));
            Outcome then = outcome(question);
            assertThat(then.more()).isEqualTo(6);
            assertThat(then.doctors()).isEqualTo(12);
            assertThat(then.placed()).isEqualTo(2);
            assertThat(outcome(question)).isEqualTo(then);
            assertThat(outcome(more(4, new MoreDoctors(LORENSKOG, 3, null), new MoreDoctors(null, null, 50)))
                            .hash())
                    .isNotEqualTo(then.hash());
        }

        @Test
        void are_refused_of_an_area_without_any_and_by_two_measures() {
            sixDoctors();
            frozen.limit("3201", 1);
            assertThat(refused(more(
                            1,
                            new MoreDoctors(new AreaCode("3201"), 1, null),
                            new MoreDoctors(null, 1, 1),
                            new MoreDoctors(null, 0, null))))
                    .containsExactly(
                            "more[0].area scenario.more-of-none",
                            "more[1] scenario.more-either",
                            "more[2] scenario.more-unfit");
            assertThat(refused(leftOut(new LeftOut(new DoctorId("d999"), null, null), new LeftOut(null, null, 101))))
                    .containsExactly(
                            "leftOut[0].doctor scenario.doctor-unknown", "leftOut[1].share scenario.share-unfit");
        }
    }

    @Test
    void those_who_wait_are_counted_by_criterion() {
        sixDoctors();
        assertThat(outcome(Question.NOTHING).criteria())
                .contains(
                        new Outcome.CriterionCount(CriterionCode.READY, "early", 1, 1),
                        new Outcome.CriterionCount(CriterionCode.AFFILIATION, "permanent", 6, 4),
                        new Outcome.CriterionCount(CriterionCode.SENIORITY, "4", 1, 0));
    }

    @Test
    void a_planner_who_chooses_the_doctors_is_told_how_many_and_not_what_is_true_of_them() {
        sixDoctors();
        for (Question picks : List.of(
                leftOut(new LeftOut(null, LILLESTROM, 100)),
                more(1, new MoreDoctors(LORENSKOG, 1, null)),
                limits(new AreaLimit(LORENSKOG, 0)))) {
            Comparison told = compare(picks).discreet();
            assertThat(told.cases().get(0).outcome().criteria()).isNotEmpty();
            Outcome then = told.cases().get(1).outcome();
            assertThat(then.criteria()).isNull();
            assertThat(then.wishes()).isNull();
            assertThat(then.unused()).allSatisfy(each -> assertThat(each.why()).isNull());
            assertThat(then.areas()).isNotEmpty();
            assertThat(told.cases().get(1).assumed())
                    .extracting(each -> each.code())
                    .contains("scenario.counts-alone");
            assertThat(CanonicalJson.write(then)).doesNotContain("criteria", "wishes", "why");
        }
        Question seats = Question.ofSeats(List.of(new SeatChange(GERIATRICS, SPRING, 2)));
        assertThat(compare(seats).discreet()).isEqualTo(compare(seats));
    }

    @Test
    void too_many_are_refused() {
        sixDoctors();
        Result<Comparison> compared = comparer.compare(
                frozen.freeze(), 0, java.util.Collections.nCopies(Comparer.MOST + 1, Question.NOTHING));
        assertThat(compared).isInstanceOf(Result.Refused.class);
    }

    @Test
    void a_question_is_stored_and_read_as_it_was() {
        Question question = new Question(
                new PolicyTerms("ahus-2020", 2, List.of(new Setting(Parameter.READY_MONTHS, "12"))),
                List.of(new AddedDepartment(PALLIATIVE, "Palliativ", GERIATRICS, 1)),
                List.of(new SharedSeats(GERIATRICS, LUNG, null, 1)),
                List.of(new ClosedDepartment(LUNG, SPRING)),
                List.of(new SeatChange(GERIATRICS, SPRING, 2)),
                List.of(new AreaLimit(LORENSKOG, null)),
                List.of(new LeftOut(null, null, 10)),
                List.of(new MoreDoctors(null, 1, null)),
                null);
        assertThat(CanonicalJson.read(CanonicalJson.write(question), Question.class))
                .isEqualTo(question);
        assertThat(question.seed()).isEqualTo(1);
        assertThat(CanonicalJson.write(Question.NOTHING)).isEqualTo("{}");
    }
}
