package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.alisplass.allocation.RunState;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;
import no.alisplass.round.RoundState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What rooms name as it is, each reader gets as it is written in their language. */
class ToldTest {
    private static final Locale NYNORSK = Locale.forLanguageTag("nn-NO");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 8, 31);
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final HalfYear AUTUMN = HalfYear.parse("2027-H");

    private static Months months(String months) {
        return Months.of(new BigDecimal(months));
    }

    private static Arguments told(Message message, String bokmal, String nynorsk, String english) {
        return Arguments.of(message, bokmal, nynorsk, english);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                told(
                        Message.of(
                                "waitlist.column-unknown",
                                "Merknad",
                                List.of(Message.of("waitlist.quoted", "ja"), Message.of("waitlist.quoted", "nei"))),
                        "Kolonnen «Merknad» kjenner vi ikke, men det står noe i den: «ja», «nei». Si hvilken opplysning det er, eller at den skal utelates.",
                        "Kolonnen «Merknad» kjenner vi ikkje, men det står noko i han: «ja», «nei». Sei kva opplysning det er, eller at han skal utelatast.",
                        "The column “Merknad” is unknown, but something stands in it: “ja”, “nei”. Say which fact it is, or that it shall be left out."),
                told(
                        Message.of(
                                "allocation.earlier-round-titles",
                                List.of(Message.of("allocation.round-title", "Ahus, vår 2027"))),
                        "Plassene legen kunne fått, er delt ut tidligere, i «Ahus, vår 2027».",
                        "Plassane legen kunne fått, er delte ut tidlegare, i «Ahus, vår 2027».",
                        "The seats the doctor could have had were given earlier, in “Ahus, vår 2027”."),
                told(
                        Message.of("round.half-years-gap", HalfYear.parse("2028-V"), SPRING, AUTUMN),
                        "Halvåret vår 2028 følger ikke etter vår 2027. Velg halvårene på rad; det neste er høst 2027.",
                        "Halvåret vår 2028 følgjer ikkje etter vår 2027. Vel halvåra på rad; det neste er haust 2027.",
                        "The half-year spring 2028 does not follow spring 2027. Choose half-years in a row; the next one is autumn 2027."),
                told(
                        Message.of("round.deadline-after-start", FIRST, FIRST),
                        "Fristen 1. mars 2027 er ikke før halvåret begynner 1. mars 2027. Skriv en tidligere frist.",
                        "Fristen 1. mars 2027 er ikkje før halvåret byrjar 1. mars 2027. Skriv ein tidlegare frist.",
                        "The deadline 1 March 2027 is not before the half-year begins 1 March 2027. Write an earlier one."),
                told(
                        Message.of("round.called-late", FIRST, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 22)),
                        "Halvåret begynner 1. mars 2027. Kommunene skulle hatt beskjed om runden senest 1. september 2026, et halvt år før. Gi dem beskjed om den korte fristen.",
                        "Halvåret byrjar 1. mars 2027. Kommunane skulle hatt beskjed om runden seinast 1. september 2026, eit halvt år før. Gi dei beskjed om den korte fristen.",
                        "The half-year begins 1 March 2027. The municipalities should have been told of the round by 1 September 2026, half a year before. Tell them about the short deadline."),
                told(
                        Message.of("round.no-seats", List.of(SPRING, AUTUMN)),
                        "Ingen stillinger har plasser i vår 2027, høst 2027. Skriv inn plasser på stillingene før fordelingen.",
                        "Ingen stillingar har plassar i vår 2027, haust 2027. Skriv inn plassar på stillingane før fordelinga.",
                        "No position has seats in spring 2027, autumn 2027. Enter seats on the positions before the allocation."),
                told(
                        Message.of("policy.affiliation-not-begun", LAST, FIRST),
                        "Tilknytningen begynner 31.08.2027, etter at tjenesten starter 01.03.2027. Den må gjelde den dagen tjenesten starter.",
                        "Tilknytinga byrjar 31.08.2027, etter at tenesta startar 01.03.2027. Ho må gjelde den dagen tenesta startar.",
                        "The affiliation begins on 31 August 2027, after the service starts on 1 March 2027. It must hold on the day the service starts."),
                told(
                        Message.of("policy.affiliation-ended", FIRST, LAST),
                        "Tilknytningen slutter 01.03.2027, før tjenesten starter 31.08.2027. Den må gjelde den dagen tjenesten starter.",
                        "Tilknytinga sluttar 01.03.2027, før tenesta startar 31.08.2027. Ho må gjelde den dagen tenesta startar.",
                        "The affiliation ends on 1 March 2027, before the service starts on 31 August 2027. It must hold on the day the service starts."),
                told(
                        Message.of("policy.affiliation-between", FIRST, LAST),
                        "Tilknytningen gjelder fra 01.03.2027 til 31.08.2027. Den må gjelde den dagen en tjeneste starter, og ingen av tjenestene legen kunne fått, starter mens den varer.",
                        "Tilknytinga gjeld frå 01.03.2027 til 31.08.2027. Ho må gjelde den dagen ei teneste startar, og ingen av tenestene legen kunne fått, startar medan ho varer.",
                        "The affiliation holds from 1 March 2027 to 31 August 2027. It must hold on the day a service starts, and none of those the doctor could have had starts while it lasts."),
                told(
                        Message.of("policy.too-early", months("23.5"), Months.of(24)),
                        "Legen har 23,5 måneder tellende tjeneste. Institusjonstjenesten bør komme etter minst 24 måneder.",
                        "Legen har 23,5 månader teljande teneste. Institusjonstenesta bør kome etter minst 24 månader.",
                        "The doctor has 23.5 months of counted service. Hospital service should come after at least 24 months."),
                told(
                        Message.of("policy.too-early-on", months("23.5"), Months.of(24), FIRST),
                        "Legen har 23,5 måneder tellende tjeneste 1. mars 2027, den første dagen en tjeneste kan starte. Institusjonstjenesten bør komme etter minst 24 måneder.",
                        "Legen har 23,5 månader teljande teneste 1. mars 2027, den første dagen ei teneste kan starte. Institusjonstenesta bør kome etter minst 24 månader.",
                        "The doctor has 23.5 months of counted service on 1 March 2027, the first day a service could start. Hospital service should come after at least 24 months."),
                told(
                        Message.of("policy.value-seniority-on", months("26.9"), months("33.1"), FIRST, Months.of(26)),
                        "26,9 md tellende tjeneste per 1. mars 2027, regnet som 26 md; 33,1 md igjen",
                        "26,9 md teljande teneste per 1. mars 2027, rekna som 26 md; 33,1 md att",
                        "26.9 months of counted service on 1 March 2027, taken as 26; 33.1 left"),
                told(
                        Message.of("policy.value-lottery", 1034, 1200),
                        "lodd nummer 1\u00a0034 av 1\u00a0200",
                        "lodd nummer 1\u00a0034 av 1\u00a0200",
                        "lot number 1,034 of 1,200"),
                told(
                        Message.of("waitlist.stated-differs-from-computed", Months.of(12), months("29.4"), FIRST),
                        "Oppgitt 12 måneder, men periodene gir 29,4 per 01.03.2027. Det som er regnet ut av periodene, brukes.",
                        "Oppgitt 12 månader, men periodane gir 29,4 per 01.03.2027. Det som er rekna ut av periodane, blir brukt.",
                        "12 months are stated, but the periods give 29.4 on 1 March 2027. What the periods give is used."),
                told(
                        Message.of("waitlist.stated-after-round", LAST, FIRST),
                        "De oppgitte månedene gjelder 31.08.2027, men runden regner tellende tjeneste til 01.03.2027. Oppgi månedene slik de var den dagen eller før.",
                        "Dei oppgitte månadene gjeld 31.08.2027, men runden reknar teljande teneste til 01.03.2027. Oppgi månadene slik dei var den dagen eller før.",
                        "The stated months hold on 31 August 2027, but the round counts service to 1 March 2027. State the months as they were on that day or before."),
                told(
                        Message.of("waitlist.stated-without-day", months("30.5"), FIRST),
                        "Det står ikke hvilken dag de 30,5 månedene gjelder. Vi regner at de gjelder dagen listen sendes, og regner dem fram til 01.03.2027. Fyll ut datoen.",
                        "Det står ikkje kva dag dei 30,5 månadene gjeld. Vi reknar at dei gjeld dagen lista blir send, og reknar dei fram til 01.03.2027. Fyll ut datoen.",
                        "It is not said which day the 30.5 months hold on. We take it to be the day the list is sent, and carry them on to 1 March 2027. Fill in the date."),
                told(
                        Message.of("waitlist.months-left-and-approved", months("3.5"), BigDecimal.valueOf(95, 1), 12),
                        "3,5 måneder gjenstår og 9,5 er godkjent, til sammen mer enn de 12 som kreves. Kontroller tallene.",
                        "3,5 månader står att og 9,5 er godkjende, til saman meir enn dei 12 som krevst. Kontroller tala.",
                        "3.5 months are left and 9.5 are approved, together more than the 12 asked for. Check the numbers."),
                told(
                        Message.of("waitlist.given-before", SPRING, "Ahus, vår 2027", months("2.5")),
                        "Legen fikk plass vår 2027 i «Ahus, vår 2027». Når den er tatt, gjenstår 2,5 måneder. Legen tilbys ikke samme avdeling eller samme halvår en gang til.",
                        "Legen fekk plass vår 2027 i «Ahus, vår 2027». Når den er teken, står det att 2,5 månader. Legen får ikkje tilbod om same avdeling eller same halvår ein gong til.",
                        "The doctor got a seat in spring 2027 in “Ahus, vår 2027”. When it is done, 2.5 months are left. The doctor is not offered the same department or the same half-year again."),
                told(
                        Message.of("waitlist.half-year-after", "01.02.2027", SPRING),
                        "«01.02.2027» ble lest som halvåret vår 2027, det første som begynner da eller senere.",
                        "«01.02.2027» vart lese som halvåret vår 2027, det første som byrjar då eller seinare.",
                        "“01.02.2027” was read as the half-year spring 2027, the first that begins then or later."),
                told(
                        Message.of("waitlist.file-too-many-cells", 2_000_000),
                        "Filen har flere enn 2\u00a0000\u00a0000 celler med innhold. Send bare selve ventelisten.",
                        "Fila har fleire enn 2\u00a0000\u00a0000 celler med innhald. Send berre sjølve ventelista.",
                        "The file has more than 2,000,000 cells with content. Send the waitlist alone."),
                told(
                        Message.of("snapshot.has-place", AUTUMN, "Ahus, høst 2027"),
                        "Legen fikk plass høst 2027 i «Ahus, høst 2027».",
                        "Legen fekk plass haust 2027 i «Ahus, høst 2027».",
                        "The doctor got a seat in autumn 2027 in “Ahus, høst 2027”."),
                told(
                        Message.of("allocation.changed-seats", "gastro", AUTUMN, 2, 3),
                        "gastro har nå 3 plasser høst 2027, ikke 2.",
                        "gastro har no 3 plassar haust 2027, ikkje 2.",
                        "gastro now has 3 seats in autumn 2027, not 2."),
                told(
                        Message.of("allocation.no-proposal", "7", RunState.RUNNING),
                        "Kjøring 7 er i gang og har ikke noe forslag. Vent til den er ferdig, eller start en ny.",
                        "Køyring 7 er i gang og har ikkje noko forslag. Vent til ho er ferdig, eller start ei ny.",
                        "Run 7 is running and has no proposal. Wait until it is done, or start a new one."),
                told(
                        Message.of("capacity.vacancy-too-long", FIRST, LAST),
                        "Vikariatet fra 1. mars 2027 til 31. august 2027 er over to år. Skriv en tidligere siste dag.",
                        "Vikariatet frå 1. mars 2027 til 31. august 2027 er over to år. Skriv ein tidlegare siste dag.",
                        "The vacancy from 1 March 2027 to 31 August 2027 is longer than two years. Write an earlier last day."),
                told(
                        Message.of("capacity.half-years", AUTUMN, SPRING, 20),
                        "Halvårene fra høst 2027 til vår 2027 er ikke et gyldig spenn. Skriv det tidligste først og høyst 20 halvår.",
                        "Halvåra frå haust 2027 til vår 2027 er ikkje eit gyldig spenn. Skriv det tidlegaste først og høgst 20 halvår.",
                        "The half-years from autumn 2027 to spring 2027 are not a valid span. Write the earliest first and at most 20 half-years."),
                told(
                        Message.of("catchment.ends-before-it-begins", LAST, FIRST),
                        "Perioden slutter 1. mars 2027, før den begynner 31. august 2027. Skriv en sluttdato som kommer etter startdatoen, eller la den stå tom.",
                        "Perioden sluttar 1. mars 2027, før han byrjar 31. august 2027. Skriv ein sluttdato som kjem etter startdatoen, eller lat han stå tom.",
                        "The period ends 1 March 2027, before it begins 31 August 2027. Write a last day that comes after the first, or leave it empty."),
                told(
                        Message.of("scenario.seat-twice", "gastro", SPRING),
                        "«gastro» i halvåret vår 2027 står mer enn én gang. Oppgi hvert sted én gang.",
                        "«gastro» i halvåret vår 2027 står meir enn éin gong. Oppgi kvar stad éin gong.",
                        "“gastro” in the half-year spring 2027 is named more than once. Name each place once."),
                told(
                        Message.of("text.too-long", 2000, 2345),
                        "Her er det plass til 2\u00a0000 tegn, og det står 2\u00a0345. Skriv kortere.",
                        "Her er det plass til 2\u00a0000 teikn, og det står 2\u00a0345. Skriv kortare.",
                        "There is room for 2,000 characters here, and 2,345 were written. Write less."),
                told(
                        Message.of("api.max", 0, 10_000),
                        "Tallet må være 10\u00a0000 eller mindre.",
                        "Talet må vere 10\u00a0000 eller mindre.",
                        "The number must be 10,000 or less."),
                told(
                        Message.of("explanation.early", months("21.5"), Months.of(24), YearMonth.of(2027, 5)),
                        "Legen har 21,5 av de 24 månedene tellende tjeneste som skal til for å være klar. I full stilling er det nådd i mai 2027.",
                        "Legen har 21,5 av dei 24 månadene teljande teneste som skal til for å vere klar. I full stilling er det nådd i mai 2027.",
                        "The doctor has 21.5 of the 24 months of counted service needed to be ready. In a full position that is reached in May 2027."),
                told(
                        Message.of("explanation.outcome-affiliation-ends", FIRST, LAST),
                        "Legens tilknytning varer til og med 1. mars 2027, men tjenesten til og med 31. august 2027.",
                        "Tilknytinga til legen varer til og med 1. mars 2027, men tenesta til og med 31. august 2027.",
                        "The doctor's affiliation lasts until 1 March 2027, but the service until 31 August 2027."),
                told(
                        Message.of("explanation.that-affiliation-until", LAST),
                        "at tilknytningen varer til og med 31. august 2027",
                        "at tilknytinga varer til og med 31. august 2027",
                        "that the affiliation lasts until 31 August 2027"),
                told(
                        Message.of("web-coordinator.ranking-seniority-on", "ansiennitet", FIRST),
                        "ansiennitet per 01.03.2027",
                        "ansiennitet per 01.03.2027",
                        "ansiennitet on 1 March 2027"),
                told(
                        Message.of("web-municipality.doctor-service", months("23.5"), FIRST),
                        "23,5 md. tellende tjeneste per 01.03.2027",
                        "23,5 md. teljande teneste per 01.03.2027",
                        "23.5 months of counted service on 1 March 2027"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_is_right_in_each_language(Message message, String bokmal, String nynorsk, String english) {
        assertThat(Messages.text(message, Messages.BOKMAL)).isEqualTo(bokmal);
        assertThat(Messages.text(message, NYNORSK)).isEqualTo(nynorsk);
        assertThat(Messages.text(message, ENGLISH)).isEqualTo(english);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(FIRST, "1. mars 2027", "1. mars 2027", "1 March 2027"),
                Arguments.of(LocalDate.of(2027, 12, 24), "24. desember 2027", "24. desember 2027", "24 December 2027"),
                Arguments.of(LocalTime.of(14, 5), "14.05", "14.05", "14:05"),
                Arguments.of(YearMonth.of(2027, 10), "oktober 2027", "oktober 2027", "October 2027"),
                Arguments.of(SPRING, "vår 2027", "vår 2027", "spring 2027"),
                Arguments.of(AUTUMN, "høst 2027", "haust 2027", "autumn 2027"),
                Arguments.of(months("23.5"), "23,5", "23,5", "23.5"),
                Arguments.of(Months.of(24), "24", "24", "24"),
                Arguments.of(RoundState.OPEN, "åpen for ventelister", "open for ventelister", "open for waitlists"),
                Arguments.of(
                        List.of(SPRING, AUTUMN),
                        "vår 2027, høst 2027",
                        "vår 2027, haust 2027",
                        "spring 2027, autumn 2027"),
                Arguments.of(new AreaCode("3205"), "3205", "3205", "3205"),
                Arguments.of(new DoctorId("d007"), "d007", "d007", "d007"),
                // What someone typed is told as it was typed.
                Arguments.of("2027-03-01", "2027-03-01", "2027-03-01", "2027-03-01"),
                Arguments.of("2027-V", "2027-V", "2027-V", "2027-V"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_kind_is_written_as_each_language_does(Object argument, String bokmal, String nynorsk, String english) {
        assertThat(Told.of(argument, Messages.BOKMAL)).isEqualTo(bokmal);
        assertThat(Told.of(argument, NYNORSK)).isEqualTo(nynorsk);
        assertThat(Told.of(argument, ENGLISH)).isEqualTo(english);
    }

    @Test
    void a_message_within_a_message_is_told_in_the_same_language() {
        Message inner = Message.of("round.deadline-passed", FIRST);
        Message outer = Message.of("web-municipality.fault-of-other", 3, inner);
        assertThat(Messages.text(outer, ENGLISH)).endsWith("The deadline was 1 March 2027. Set a new one.");
        assertThat(Messages.text(outer, Messages.BOKMAL)).endsWith("Fristen var 1. mars 2027. Sett en ny frist.");
    }
}
