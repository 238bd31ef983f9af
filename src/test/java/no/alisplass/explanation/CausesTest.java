package no.alisplass.explanation;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.TakenEarlier;
import no.alisplass.snapshot.Waiting;
import org.junit.jupiter.api.Test;

/** Each true cause by itself and mixed, as it is told on lists, in the API and in the reasons. */
class CausesTest {
    private final Frozen frozen = new Frozen();

    private DoctorOutcome placed(String name) {
        Round round = Round.of(frozen);
        return DoctorOutcome.all(round.snapshot(), round.proposal()).stream()
                .filter(each -> each.doctor().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String waiting(String name) {
        return placed(name).waitingText().stream()
                .map(text -> Messages.text(text, Messages.BOKMAL))
                .collect(Collectors.joining(" "));
    }

    private List<String> cause(String name, Audience voice) {
        return Round.of(frozen).told(name, voice, Messages.BOKMAL).cause();
    }

    private static List<TakenEarlier> taken(int count) {
        return List.of(new TakenEarlier(new RoundId("ahus-2026"), "Ahus 2026", count));
    }

    @Test
    void no_seats_at_all() {
        frozen.seats("geriatri", SPRING, 0).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").wants("geriatri").only();
        assertThat(placed("Kari").waiting()).isIn(Waiting.NO_SEATS, Waiting.OWN_WISHES);
        assertThat(waiting("Kari")).isEqualTo("Legens egne ønsker utelukker alle plassene i runden.");
        assertThat(cause("Kari", Audience.COORDINATOR))
                .containsExactly("Legens egne ønsker utelukker alle plassene i runden.");
    }

    @Test
    void a_round_without_any_seat_names_one_more_as_what_would_help() {
        frozen.seats("geriatri", SPRING, 0);
        frozen.doctor(1, "Kari").wants("geriatri");
        assertThat(waiting("Kari")).isEqualTo("Runden har ingen plasser på det legen kan tilbys.");
        assertThat(Round.of(frozen)
                        .told("Kari", Audience.MUNICIPALITY, Messages.BOKMAL)
                        .changes())
                .containsExactly("Med én plass til på Geriatri våren 2027 ville legen fått Geriatri våren 2027.");
    }

    @Test
    void seats_that_an_earlier_round_took_with_its_title() {
        frozen.seats("geriatri", SPRING, 2, taken(2)).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Per").months(50).wants("lunge");
        frozen.doctor(2, "Kari").wants("geriatri").only();
        assertThat(placed("Kari").waiting()).isEqualTo(Waiting.EARLIER_ROUND);
        assertThat(waiting("Kari")).isEqualTo("Plassene legen kunne fått, er delt ut tidligere, i «Ahus 2026».");
        assertThat(cause("Kari", Audience.MUNICIPALITY))
                .containsExactly("Begge plassene legen kunne fått, er delt ut tidligere, i «Ahus 2026».");
    }

    @Test
    void a_round_whose_seats_are_all_taken_says_where_they_went() {
        frozen.seats("geriatri", SPRING, 1, taken(1));
        frozen.doctor(1, "Kari").wants("geriatri");
        assertThat(cause("Kari", Audience.COORDINATOR))
                .containsExactly("Den eneste plassen legen kunne fått, er delt ut tidligere, i «Ahus 2026».");
    }

    @Test
    void the_municipality_s_own_limit_with_the_wished_seat_empty() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1).limit("3205", 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri").only();
        frozen.doctor(2, "Per").months(44).wants("lunge").only();
        assertThat(placed("Per").waiting()).isEqualTo(Waiting.OWN_LIMIT);
        assertThat(waiting("Per"))
                .isEqualTo("Kommunen kan ikke unnvære flere leger samtidig. Plassen legen kunne fått, står tom.");
        assertThat(cause("Per", Audience.MUNICIPALITY))
                .containsExactly("Kommunen kan ikke unnvære flere leger samtidig våren 2027.", "Én plass står tom.");
    }

    @Test
    void a_limit_that_an_earlier_round_has_used() {
        frozen.seats("geriatri", SPRING, 1).limit("3205", 1).away("3205", SPRING, taken(1));
        frozen.doctor(1, "Kari").wants("geriatri");
        assertThat(placed("Kari").waiting()).isEqualTo(Waiting.OWN_LIMIT);
        assertThat(Round.of(frozen)
                        .told("Kari", Audience.MUNICIPALITY, Messages.BOKMAL)
                        .better())
                .containsExactly(
                        "Kommunen kan ikke unnvære flere leger våren 2027: leger er alt borte da etter «Ahus 2026».");
    }

    @Test
    void what_was_given_by_hand_to_someone_behind() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri").only();
        frozen.doctor(2, "Per").months(44).wants("geriatri,lunge").pinned(SPRING, "geriatri");
        assertThat(placed("Kari").waiting()).isEqualTo(Waiting.BY_HAND);
        assertThat(waiting("Kari")).isEqualTo("Plassene legen kunne fått, er gitt til andre for hånd.");
        assertThat(cause("Kari", Audience.COORDINATOR))
                .containsExactly("Den eneste plassen legen kunne fått, er gitt for hånd til Per, som står bak.");
        assertThat(cause("Kari", Audience.MUNICIPALITY))
                .containsExactly("Den eneste plassen legen kunne fått, er gitt for hånd til en lege som står bak.");
        assertThat(Round.of(frozen)
                        .told("Kari", Audience.COORDINATOR, Messages.BOKMAL)
                        .proof())
                .containsExactly(
                        "Det finnes ingen måte å bytte om på som gir legen noe bedre uten at en lege foran får det verre."
                                + " Det er bevist med et regnestykke som alle kan kontrollere.",
                        "Det gjelder så lenge det som er satt for hånd for én lege, står fast.");
    }

    @Test
    void several_causes_each_as_what_it_is() {
        frozen.seats("geriatri", SPRING, 2).seats("lunge", SPRING, 2, taken(1));
        frozen.doctor(1, "Kari").months(51).wants("geriatri").only();
        frozen.doctor(2, "Mari").months(50).wants("lunge").only();
        frozen.doctor(3, "Per").months(44);
        frozen.doctor(4, "Pål").months(40).wants("geriatri").pinned(SPRING, "geriatri");
        assertThat(placed("Per").waiting()).isEqualTo(Waiting.SEVERAL);
        assertThat(waiting("Per"))
                .isEqualTo("2 av plassene legen kunne fått, gikk til leger som står foran."
                        + " Én plass er gitt for hånd til en lege som står bak."
                        + " Én plass er delt ut tidligere, i «Ahus 2026».");
        assertThat(cause("Per", Audience.COORDINATOR))
                .containsExactly("De fire plassene legen kunne fått: to gikk til leger som står foran ved ansiennitet;"
                        + " én er gitt for hånd til Pål, som står bak; én er delt ut tidligere, i «Ahus 2026».");
    }

    @Test
    void leave_catchment_affiliation_and_wishes_each_by_name() {
        frozen.seats("geriatri", AUTUMN, 1).psychiatryOnly("030112");
        frozen.doctor(1, "Kari").leave(LeaveStatus.REFUSED);
        frozen.doctor(2, "Per").area("030112");
        frozen.doctor(3, "Pål").until(LocalDate.of(2027, 7, 31));
        frozen.doctor(4, "Ola").refuses("geriatri");
        assertThat(waiting("Kari")).isEqualTo("Kommunen har sagt nei til permisjon.");
        assertThat(waiting("Per")).isEqualTo("Kommunen hører ikke til sykehusets opptaksområde for noen av plassene.");
        assertThat(waiting("Pål")).isEqualTo("Legens tilknytning til kommunen gjelder ikke når tjenesten begynner.");
        assertThat(waiting("Ola")).isEqualTo("Legens egne ønsker utelukker alle plassene i runden.");
    }

    @Test
    void equal_reasons_are_said_once_and_another_s_interruption_is_nobody_s_business() {
        frozen.seats("geriatri", SPRING, 3);
        frozen.doctor(1, "Kari").months(51).interrupted();
        frozen.doctor(2, "Mari").months(50);
        frozen.doctor(3, "Siri").months(49);
        frozen.doctor(4, "Per").months(60).affiliation(Affiliation.OWN_LIST);
        assertThat(cause("Per", Audience.COORDINATOR))
                .containsExactly("Alle de tre plassene legen kunne fått, gikk til leger som står foran:"
                        + " én ved avbrutt tjeneste og to ved tilknytning.");
        assertThat(cause("Per", Audience.MUNICIPALITY))
                .containsExactly("Alle de tre plassene legen kunne fått, gikk til leger som står foran:"
                        + " én ved høyere prioritet og to ved tilknytning.");
        assertThat(String.join(
                        " ",
                        Round.of(frozen)
                                .told("Per", Audience.MUNICIPALITY, Messages.BOKMAL)
                                .sentences()))
                .doesNotContain("avbrutt");
    }

    @Test
    void the_wish_is_the_doctor_s_own_and_how_good_it_is_among_the_possible_is_another_figure() {
        frozen.seats("lunge", SPRING, 1).seats("lunge", AUTUMN, 1).seats("onh", AUTUMN, 1);
        frozen.doctor(1, "Kari").months(51).wants("lunge").only();
        frozen.doctor(2, "Oda").months(48).wants("lunge").only();
        frozen.doctor(3, "Ulrik")
                .months(40)
                .wants("geriatri", "akuttpsykiatri", "onh")
                .only();
        frozen.doctor(4, "Liv").months(39);
        Round round = Round.of(frozen);
        assertThat(round.told("Oda", Audience.MUNICIPALITY, Messages.BOKMAL).outcome())
                .containsExactly(
                        "Oda får Lunge høsten 2027, legens 1. ønske, et halvår senere enn først mulig.",
                        "Det er det nest beste av det som kunne tilbys.");
        assertThat(round.told("Ulrik", Audience.MUNICIPALITY, Messages.BOKMAL).outcome())
                .containsExactly(
                        "Ulrik får ØNH høsten 2027, legens 3. ønske.",
                        "Det er det beste legen kunne få i denne runden.");
        assertThat(placed("Ulrik").wish()).isEqualTo(3);
        assertThat(placed("Ulrik").choice()).isEqualTo(1);
        assertThat(placed("Oda").wish()).isEqualTo(1);
        assertThat(placed("Oda").choice()).isEqualTo(2);
    }

    @Test
    void who_wished_nothing_has_no_wish_number() {
        frozen.seats("lunge", SPRING, 1).seats("geriatri", SPRING, 1);
        frozen.doctor(1, "Kari").months(51);
        assertThat(Round.of(frozen)
                        .told("Kari", Audience.MUNICIPALITY, Messages.BOKMAL)
                        .outcome()
                        .get(1))
                .isEqualTo("Legen hadde ingen ønsker om avdeling; alle var like gode.");
        assertThat(placed("Kari").wish()).isNull();
    }

    @Test
    void an_affiliation_that_ends_before_the_service_does() {
        frozen.seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").affiliation(Affiliation.LOCUM).until(LocalDate.of(2027, 7, 31));
        assertThat(Round.of(frozen)
                        .told("Kari", Audience.MUNICIPALITY, Messages.BOKMAL)
                        .outcome())
                .contains(
                        "Legens tilknytning varer til og med 31. juli 2027, men tjenesten til og med 31. august 2027.");
    }

    @Test
    void who_is_not_ready_is_told_when() {
        frozen.seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51);
        frozen.doctor(2, "Eva").months(18);
        assertThat(cause("Eva", Audience.MUNICIPALITY))
                .contains("Legen har 18 av de 24 månedene tellende tjeneste som skal til for å være klar."
                        + " I full stilling er det nådd i september 2027.");
    }

    /** Where the policy asks on the day a service starts, it remarks in other words. */
    @Test
    void who_is_not_ready_when_a_service_could_start_is_told_when() {
        frozen.version(2).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51);
        frozen.doctor(2, "Eva").months(18);
        assertThat(cause("Eva", Audience.MUNICIPALITY))
                .contains("Legen har 18 av de 24 månedene tellende tjeneste som skal til for å være klar."
                        + " I full stilling er det nådd i september 2027.");
    }

    @Test
    void that_the_scheme_ends_is_said_of_the_service_and_not_of_the_places() {
        assertThat(Stream.of("nb", "nn", "en")
                        .map(language -> Messages.text(
                                Message.of("explanation.cause-scheme-ends"), Locale.forLanguageTag(language))))
                .containsExactly(
                        "Uansett hvilken plass legen fikk, ville tjenesten bli ferdig etter siste dag for å søke om"
                                + " godkjenning etter ordningen legen følger.",
                        "Same kva plass legen fekk, ville tenesta bli ferdig etter siste dag for å søkje om godkjenning"
                                + " etter ordninga legen følgjer.",
                        "Whichever seat the doctor got, the service would be done after the last day to apply for approval"
                                + " under the scheme the doctor follows.");
    }

    @Test
    void positions_without_seats_are_nowhere() {
        frozen.seats("geriatri", SPRING, 0).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51);
        frozen.doctor(2, "Per").months(44).refuses("geriatri");
        for (String name : List.of("Kari", "Per")) {
            assertThat(String.join(
                            " ",
                            Round.of(frozen)
                                    .told(name, Audience.COORDINATOR, Messages.BOKMAL)
                                    .sentences()))
                    .doesNotContain("Geriatri");
        }
    }
}
