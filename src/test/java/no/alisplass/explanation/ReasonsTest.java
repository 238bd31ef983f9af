package no.alisplass.explanation;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Objective;
import no.alisplass.explanation.Reasons.Basis;
import no.alisplass.explanation.Reasons.Standing;
import no.alisplass.platform.Messages;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.Waiting;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private final Frozen frozen = new Frozen();

    private List<String> told(String name, Audience voice) {
        return Round.of(frozen).told(name, voice, Messages.BOKMAL).sentences();
    }

    private List<What> changes(String name) {
        return Round.of(frozen).reasons(name).changes().stream()
                .flatMap(change -> change.whats().stream())
                .toList();
    }

    private void oneSeat() {
        frozen.seats("geriatri", SPRING, 1);
    }

    private void kariAhead() {
        frozen.doctor(1, "Kari").months(51).wants("geriatri");
    }

    @Nested
    class Outcome {
        @Test
        void who_gets_the_best_wish_needs_no_reasons() {
            oneSeat();
            kariAhead();
            Reasons reasons = Round.of(frozen).reasons("Kari");
            assertThat(reasons.held().wish().number()).isEqualTo(1);
            assertThat(reasons.held().wish().best()).isTrue();
            assertThat(reasons.better()).isEmpty();
            assertThat(reasons.changes()).isEmpty();
            assertThat(reasons.ground().basis()).isEqualTo(Basis.NOTHING_BETTER);
            assertThat(told("Kari", Audience.COORDINATOR))
                    .containsExactly(
                            "Kari får Geriatri våren 2027, legens 1. ønske.",
                            "Det er det beste legen kunne få i denne runden.");
        }

        @Test
        void a_second_wish_says_which_one_it_is() {
            oneSeat();
            frozen.seats("lunge", SPRING, 1);
            kariAhead();
            frozen.doctor(2, "Per").months(44).wants("geriatri", "lunge");
            assertThat(told("Per", Audience.COORDINATOR))
                    .startsWith(
                            "Per får Lunge våren 2027, legens 2. ønske.",
                            "Det er det nest beste av det som kunne tilbys.",
                            "Den eneste plassen som kunne gitt noe bedre, gikk til Kari, som står foran ved ansiennitet.");
        }

        @Test
        void who_waits_is_told_why() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44);
            Reasons reasons = Round.of(frozen).reasons("Per");
            assertThat(reasons.held().standing()).isEqualTo(Standing.WAITS);
            assertThat(reasons.cause().waiting()).isEqualTo(Waiting.AHEAD);
        }

        @Test
        void who_can_be_offered_nothing_is_told_so() {
            oneSeat();
            frozen.doctor(2, "Per").refuses("geriatri");
            Reasons reasons = Round.of(frozen).reasons("Per");
            assertThat(reasons.cause().waiting()).isEqualTo(Waiting.OWN_WISHES);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .containsExactly(
                            "Per får ikke plass i denne runden.",
                            "Legens egne ønsker utelukker alle plassene i runden.",
                            "Geriatri er ikke tilbudt, for legen har takket nei på forhånd.",
                            "Hadde legen også sagt ja til Geriatri, ville legen fått Geriatri våren 2027.");
        }

        @Test
        void what_is_settled_by_hand_is_said_to_be() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).pinned(SPRING, "geriatri");
            frozen.doctor(3, "Pål").pinned(SPRING);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains("Per får Geriatri våren 2027. Koordinatoren har bestemt det for hånd.");
            assertThat(Round.of(frozen).reasons("Pål").held().standing()).isEqualTo(Standing.EXCLUDED);
            assertThat(told("Kari", Audience.COORDINATOR))
                    .contains("Per har fått plassen fordi koordinatoren har bestemt det for hånd.");
            assertThat(told("Kari", Audience.MUNICIPALITY)).contains("Én plass har koordinatoren delt ut for hånd.");
        }
    }

    @Nested
    class Who_stands_ahead {
        @Test
        void by_seniority_with_both_values_and_only_the_coordinator_hears_the_name() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).wants("geriatri");
            assertThat(told("Per", Audience.COORDINATOR))
                    .contains("Kari har plass og står foran ved ansiennitet: 51 mot 44 måneder tellende tjeneste.");
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains("En lege som har plass, står foran deres lege ved ansiennitet:"
                            + " 51 mot 44 måneder tellende tjeneste.");
        }

        @Test
        void by_affiliation() {
            oneSeat();
            frozen.doctor(1, "Kari").months(30).wants("geriatri");
            frozen.doctor(2, "Per").months(44).affiliation(Affiliation.OWN_LIST);
            assertThat(told("Per", Audience.COORDINATOR))
                    .contains("Kari har plass og står foran ved tilknytning: fast ansatt mot egen hjemmel.");
        }

        @Test
        void by_having_enough_service_to_be_ready() {
            oneSeat();
            frozen.doctor(1, "Kari").months(34);
            frozen.doctor(2, "Per").months(20);
            assertThat(told("Per", Audience.COORDINATOR))
                    .contains("Kari har plass og står foran, for Kari har nok tellende tjeneste til å være klar:"
                            + " 34 mot 20 måneder.");
        }

        @Test
        void by_lottery_without_a_number() {
            oneSeat();
            frozen.doctor(1, "Kari");
            frozen.doctor(2, "Per");
            Round round = Round.of(frozen);
            String waits = round.snapshot().roster().entries().get(1).name();
            assertThat(round.told(waits, Audience.MUNICIPALITY, Messages.BOKMAL).better())
                    .contains("En lege som har plass, står foran deres lege etter loddtrekning."
                            + " De to står likt på alt annet.");
        }

        @Test
        void under_placements_first_someone_behind_may_keep_a_place() {
            frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1).objective(Objective.PLACEMENTS_FIRST);
            frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
            frozen.doctor(2, "Per").months(44).wants("geriatri").only();
            assertThat(told("Kari", Audience.COORDINATOR))
                    .contains("Per står bak Kari, men beholder plassen."
                            + " I denne runden går det å få plass foran å få et bedre ønske.");
            frozen.objective(Objective.WISHES_FIRST);
            assertThat(Round.of(frozen).reasons("Kari").held().wish().number()).isEqualTo(1);
        }
    }

    @Nested
    class The_proof {
        @Test
        void is_a_tight_set_where_those_ahead_have_nothing_else_as_good() {
            frozen.seats("geriatri", SPRING, 2).seats("lunge", SPRING, 1);
            frozen.doctor(1, "Kari").months(51).wants("geriatri");
            frozen.doctor(2, "Mari").months(50).wants("geriatri");
            frozen.doctor(3, "Per").months(44).wants("geriatri", "lunge");
            Reasons.Ground ground = Round.of(frozen).reasons("Per").ground();
            assertThat(ground.basis()).isEqualTo(Basis.TIGHT_SET);
            assertThat(ground.holders()).isEqualTo(2);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains("De to legene som har Geriatri våren 2027, har ikke noe annet like godt å velge."
                            + " Derfor kan ingen av dem gjøre plass uten å få det verre.");
        }

        @Test
        void is_the_municipality_s_own_limit_where_seats_are_free() {
            frozen.seats("geriatri", SPRING, 2).limit("3205", 1);
            kariAhead();
            frozen.doctor(2, "Per").months(44);
            assertThat(Round.of(frozen).reasons("Per").ground().basis()).isEqualTo(Basis.OWN_LIMIT);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains(
                            "Kommunen kan unnvære én lege våren 2027, og en annen av kommunens leger skal bort da.",
                            "Hadde kommunen kunnet unnvære én lege til våren 2027, ville legen fått Geriatri våren 2027.");
        }

        @Test
        void leaves_the_limit_out_for_another_municipality() {
            frozen.seats("geriatri", SPRING, 2).limit("3205", 1);
            kariAhead();
            frozen.doctor(2, "Per").months(44).area("3222");
            assertThat(Round.of(frozen).reasons("Per").held().wish().best()).isTrue();
        }
    }

    @Nested
    class What_could_not_be_offered {
        @Test
        void comes_by_department_with_its_reason() {
            oneSeat();
            frozen.seats("lunge", SPRING, 1)
                    .seats("lunge", AUTUMN, 1)
                    .seats("onh", SPRING, 1)
                    .seats("akuttpsykiatri", AUTUMN, 1);
            frozen.doctor(1, "Kari")
                    .wants("geriatri", "lunge", "akuttpsykiatri")
                    .only()
                    .blocks(AUTUMN)
                    .served("geriatri");
            assertThat(Round.of(frozen)
                            .told("Kari", Audience.MUNICIPALITY, Messages.BOKMAL)
                            .leftOut())
                    .containsExactly(
                            "Geriatri kan ikke tilbys, for legen har hatt godkjent tjeneste der før.",
                            "ØNH er ikke tilbudt, for legen har ikke ført det opp som ønske.",
                            "Akuttpsykiatri og Lunge høsten 2027 er ikke tilbudt, for legen kan ikke da.");
        }

        @Test
        void is_nothing_when_all_could_be() {
            oneSeat();
            kariAhead();
            assertThat(Round.of(frozen).reasons("Kari").leftOut()).isEmpty();
        }

        @Test
        void tells_of_catchment_and_leave() {
            oneSeat();
            frozen.psychiatryOnly("030112");
            frozen.doctor(1, "Kari").area("030112");
            frozen.doctor(2, "Per").leave(LeaveStatus.REFUSED);
            Round round = Round.of(frozen);
            assertThat(round.reasons("Kari").leftOut().get(0).reason()).isEqualTo(OfferRule.NOT_COVERED);
            assertThat(round.reasons("Per").leftOut().get(0).reason()).isEqualTo(OfferRule.LEAVE_REFUSED);
            assertThat(changes("Per")).containsExactly(new What.LeaveGranted());
        }
    }

    @Nested
    class What_would_have_changed_it {
        @Test
        void months_of_service_the_fewest_that_help() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).progress(60, GroupSupervision.FINISHED);
            assertThat(changes("Per")).contains(new What.CountedService(7));
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains("Med 7 måneder mer tellende tjeneste ville legen fått Geriatri våren 2027.");
        }

        @Test
        void no_months_help_against_a_better_affiliation() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).affiliation(Affiliation.OWN_LIST);
            assertThat(changes("Per"))
                    .containsExactly(new What.MoreSeats(Round.of(frozen)
                            .snapshot()
                            .problem()
                            .doctors()
                            .get(0)
                            .options()
                            .get(0)
                            .stays()
                            .get(0)));
        }

        @Test
        void group_supervision_where_the_rest_is_equal() {
            oneSeat();
            frozen.doctor(1, "Kari").progress(60, GroupSupervision.FINISHED);
            frozen.doctor(2, "Per").progress(60, GroupSupervision.NOT_STARTED);
            assertThat(changes("Per")).contains(new What.Supervision(GroupSupervision.FINISHED));
        }

        @Test
        void learning_objectives_where_those_decide() {
            oneSeat();
            frozen.doctor(1, "Kari").progress(64, GroupSupervision.NOT_STARTED);
            frozen.doctor(2, "Per").progress(60, GroupSupervision.FINISHED);
            assertThat(changes("Per")).contains(new What.Objectives(4));
        }

        @Test
        void progress_is_not_asked_where_seniority_decides() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).progress(0, GroupSupervision.NOT_STARTED);
            assertThat(changes("Per")).noneMatch(what -> what instanceof What.Objectives);
        }

        @Test
        void a_department_the_doctor_did_not_want() {
            oneSeat();
            frozen.seats("lunge", SPRING, 1);
            kariAhead();
            frozen.doctor(2, "Per").months(44).wants("geriatri").only();
            assertThat(changes("Per")).contains(new What.AcceptedDepartment(new DepartmentId("lunge")));
        }

        @Test
        void a_half_year_the_doctor_could_not_go_in_and_an_earlier_start() {
            oneSeat();
            frozen.seats("geriatri", AUTUMN, 1);
            frozen.doctor(1, "Kari").months(51).from(AUTUMN);
            frozen.doctor(2, "Per").months(44).blocks(SPRING);
            frozen.doctor(3, "Pål").months(43).from(AUTUMN);
            assertThat(changes("Per")).contains(new What.OpenHalfYear(SPRING));
            assertThat(changes("Pål")).contains(new What.EarlierStart(SPRING));
        }

        @Test
        void nothing_helps_is_said_with_what_was_tried() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).affiliation(Affiliation.OWN_LIST).served("geriatri");
            assertThat(Round.of(frozen).reasons("Per").cause().waiting()).isEqualTo(Waiting.ALREADY_SERVED);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .endsWith("Vi har prøvd dette, én ting om gangen: én plass til og en annen tilknytning."
                            + " Ingenting av det ville gitt legen noe bedre.");
        }

        @Test
        void leave_that_is_refused_where_nothing_else_stands_in_the_way() {
            oneSeat();
            frozen.doctor(2, "Per").leave(LeaveStatus.REFUSED).wants("geriatri");
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains(
                            "Kommunen har sagt nei til permisjon, og uten permisjon kan ingen plass tilbys.",
                            "Med innvilget permisjon ville legen fått Geriatri våren 2027.");
        }

        @Test
        void two_things_that_stand_in_the_way_of_the_same_place() {
            oneSeat();
            frozen.seats("lunge", SPRING, 1).limit("3205", 1);
            kariAhead();
            frozen.doctor(2, "Per")
                    .months(44)
                    .leave(LeaveStatus.REFUSED)
                    .wants("lunge")
                    .only();
            assertThat(changes("Per")).containsExactly(new What.LeaveGranted(), new What.HigherLimit(SPRING));
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains(
                            "To ting sammen ville hjulpet: at kommunen innvilger permisjon og at kommunen kan unnvære én"
                                    + " lege til våren 2027. Da ville legen fått Lunge våren 2027.");
        }

        @Test
        void an_affiliation_that_ends_too_early() {
            frozen.seats("geriatri", AUTUMN, 1);
            frozen.doctor(2, "Per").until(LocalDate.of(2027, 7, 31));
            assertThat(Round.of(frozen).reasons("Per").cause().waiting()).isEqualTo(Waiting.AFFILIATION_ENDS);
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains(
                            "Legens tilknytning til kommunen gjelder ikke når tjenesten begynner.",
                            "Hadde tilknytningen vart til og med 29. februar 2028, ville legen fått Geriatri høsten 2027.");
        }

        @Test
        void an_area_that_belongs_to_the_catchment() {
            oneSeat();
            frozen.psychiatryOnly("030112");
            frozen.doctor(2, "Per").area("030112");
            assertThat(Round.of(frozen).reasons("Per").cause().waiting()).isEqualTo(Waiting.NOT_COVERED);
            assertThat(changes("Per")).contains(new What.InCatchment());
        }

        @Test
        void what_was_given_by_hand_to_another_and_to_the_doctor() {
            oneSeat();
            kariAhead();
            frozen.doctor(2, "Per").months(44).pinned(SPRING, "geriatri");
            Round round = Round.of(frozen);
            assertThat(changes("Kari"))
                    .contains(new What.NotByHand(round.entry("Per").doctor()));
            assertThat(told("Kari", Audience.COORDINATOR))
                    .contains("Uten det som er gitt for hånd til Per, ville legen fått Geriatri våren 2027.");
            assertThat(told("Kari", Audience.MUNICIPALITY))
                    .contains("Uten det som er gitt for hånd til en annen lege, ville legen fått Geriatri våren 2027.");
        }

        @Test
        void a_seat_that_comes_to_the_doctor_by_another_who_moves() {
            frozen.seats("lunge", SPRING, 1).seats("lunge", AUTUMN, 1);
            frozen.doctor(1, "Kari").months(51).wants("lunge").only();
            frozen.doctor(3, "Oda").months(48).wants("lunge").only();
            frozen.doctor(2, "Per").months(44).wants("lunge").only();
            assertThat(told("Per", Audience.COORDINATOR))
                    .contains("Med én plass til på Lunge våren 2027 ville legen fått Lunge høsten 2027,"
                            + " for da kan Oda flytte fra Lunge høsten 2027 til Lunge våren 2027.");
            assertThat(told("Per", Audience.MUNICIPALITY))
                    .contains("Med én plass til på Lunge våren 2027 ville legen fått Lunge høsten 2027,"
                            + " for da kan en annen lege flytte fra Lunge høsten 2027 til Lunge våren 2027.");
        }
    }

    @Test
    void speaks_nynorsk_and_english_too() {
        oneSeat();
        kariAhead();
        frozen.doctor(2, "Per").months(44);
        Round round = Round.of(frozen);
        assertThat(round.told("Per", Audience.MUNICIPALITY, Locale.forLanguageTag("nn"))
                        .sentences())
                .contains("Ein lege som har plass, står framfor dykkar lege ved ansiennitet:"
                        + " 51 mot 44 månader teljande teneste.");
        assertThat(round.told("Per", Audience.MUNICIPALITY, Locale.ENGLISH).sentences())
                .contains("With 7 more months of counted service the doctor would have got Geriatri, spring 2027.");
    }
}
