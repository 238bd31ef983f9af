package no.alisplass.register.file;

import static no.alisplass.register.entry.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.Scheme;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files as municipalities have them, each read to what is meant or told why not. */
class CaseFilesTest {
    private static final DepartmentId GERIATRICS = new DepartmentId("ahus-geriatri");
    private static final DepartmentId LUNG = new DepartmentId("ahus-lunge");
    private static final DepartmentId ENT = new DepartmentId("ahus-onh");
    private static final DepartmentId PSYCHIATRY = new DepartmentId("ahus-akuttpsykiatri");
    private static final DepartmentNames DEPARTMENTS = new DepartmentNames(new TreeMap<>(Map.of(
            GERIATRICS, List.of("Geriatrisk avdeling", "geriatri"),
            LUNG, List.of("Lungemedisinsk avdeling", "lunge"),
            ENT, List.of("Øre-nese-hals-avdelingen", "onh"),
            PSYCHIATRY, List.of("Akuttpsykiatrisk avdeling", "akuttpsykiatri"))));
    private static final ListRules RULES =
            new ListRules(Samples.TODAY, List.of(), DEPARTMENTS, new Counting(Samples.TODAY, false));
    private static final ListArea FROGN = new ListArea(new AreaCode("3214"), "Frogn");
    private static final ListArea NES = new ListArea(new AreaCode("3228"), "Nes");

    @Test
    void periods_on_lines_and_behind_signs_are_all_read_and_a_word_that_is_none_refuses_them() throws IOException {
        Reading reading = read("c52-periods-swallowed.csv", NES);
        assertThat(told(reading))
                .containsExactly(
                        "rad 8, Tjenesteperioder: Tjenesteperiodene «01.09.2022 - 31.08.2024 80 % åpenbart feil» er"
                                + " ikke til å forstå i sin helhet. Skriv dem slik: 01.09.2022 - 31.08.2024 80 % åpen (permisjon"
                                + " 01.02.2023 - 31.03.2023). Skill flere med | eller linjeskift.");
        assertThat(reading.rows())
                .extracting(
                        Reading.Row::number,
                        row -> PeriodText.write(row.entry().service().periods()))
                .containsExactly(
                        tuple(2, "01.09.2022 - 31.08.2024 80 % åpen | 01.09.2024 - 100 % åpen"),
                        tuple(3, "01.09.2022 - 31.08.2024 80 % åpen | 01.09.2024 - 100 % åpen"),
                        tuple(4, "01.09.2022 - 31.08.2024 80 % tellende | 01.09.2024 - 31.08.2026 100 % åpen"),
                        tuple(5, "01.09.2022 - 31.08.2026 100 % åpen (permisjon 01.01.2024 - 31.12.2024)"),
                        tuple(6, "01.09.2022 - 31.12.2024 100 % åpen | 01.01.2025 - 31.08.2026 50 % åpen"),
                        tuple(
                                7,
                                "01.09.2022 - 31.08.2024 80 % tellende (permisjon 01.02.2023 - 31.03.2023)"
                                        + " | 01.09.2024 - 100 % åpen"),
                        tuple(9, "01.09.2022 - 31.08.2024 80 % tellende | 01.09.2024 - 100 % åpen"));
    }

    @Test
    void periods_on_lines_of_a_workbook_cell_are_all_read() throws IOException {
        Reading reading = read("x52-periods-newline.xlsx", NES);
        assertThat(told(reading)).isEmpty();
        assertThat(reading.entries())
                .extracting(entry -> PeriodText.write(entry.service().periods()))
                .containsOnly("01.09.2022 - 31.08.2024 80 % åpen | 01.09.2024 - 100 % åpen");
    }

    @Test
    void a_bound_on_the_start_is_read_whole() throws IOException {
        Reading reading = read("c53-earliest-swallowed.csv", NES);
        assertThat(told(reading))
                .containsExactly(
                        "rad 4, Ønsket oppstart: «så fort barnehageplass er i orden, tidligst høst 2028» er ikke et halvår."
                                + " Skriv for eksempel «vår 2027», «høst 2027» eller 2027-V.");
        assertThat(reading.rows())
                .extracting(Reading.Row::number, row -> row.entry().wishes().earliestStart())
                .containsExactly(
                        tuple(2, HalfYear.parse("2028-H")),
                        tuple(3, HalfYear.parse("2028-H")),
                        tuple(5, null),
                        tuple(6, null),
                        tuple(7, HalfYear.parse("2028-H")));
    }

    @Test
    void dashes_and_words_for_none_are_blank_and_signs_that_say_something_are_not() throws IOException {
        Reading reading = read("c49-dashes.csv", NES);
        assertThat(reading.rows()).extracting(Reading.Row::number).containsExactly(2, 3, 4, 5, 6, 10);
        assertThat(reading.entries())
                .allMatch(entry -> entry.employment().to() == null
                        && entry.wishes().ranked().isEmpty());
        assertThat(told(reading))
                .hasSize(8)
                .first()
                .asString()
                .startsWith("rad 7, Vikariat til og med: «0» er ikke en dato.");
    }

    @Test
    void words_people_use_are_known_and_half_known_ones_refused() throws IOException {
        Reading reading = read("c20-words.csv", NES);
        assertThat(told(reading))
                .containsExactly(
                        "rad 4, Tilknytning: «fastlege» ble lest som «egen hjemmel». Skriv ett av disse hvis det er feil:"
                                + " «fast ansatt», «egen hjemmel», «vikariat», «ingen».",
                        "rad 4, Gruppeveiledning: «Ja» er ikke et av svarene her. Skriv ett av disse: «ikke begynt»,"
                                + " «påbegynt», «avsluttet».",
                        "rad 5, Ordning: «2019» er ikke et av svarene her. Skriv ett av disse: «ny», «gammel».",
                        "rad 6, Ordning: «Ny (etter 01.03.2019)» er ikke et av svarene her. Skriv ett av disse: «ny»,"
                                + " «gammel».",
                        "rad 7, Tilknytning: «vikar 50 %» er ikke et av svarene her. Skriv ett av disse: «fast ansatt»,"
                                + " «egen hjemmel», «vikariat», «ingen».",
                        "rad 9, Tilknytning: «Fast ansatt/fastlege» er ikke et av svarene her. Skriv ett av disse: «fast"
                                + " ansatt», «egen hjemmel», «vikariat», «ingen».",
                        "rad 9, Gruppeveiledning: «på vent» er ikke et av svarene her. Skriv ett av disse: «ikke begynt»,"
                                + " «påbegynt», «avsluttet».");
        assertThat(reading.rows())
                .extracting(
                        Reading.Row::number,
                        row -> row.entry().employment().kind(),
                        row -> row.entry().training().scheme(),
                        row -> row.entry().progress().supervision())
                .containsExactly(
                        tuple(2, Affiliation.PERMANENT, Scheme.NEW, GroupSupervision.BEGUN),
                        tuple(3, Affiliation.PERMANENT, Scheme.NEW, GroupSupervision.BEGUN),
                        tuple(8, Affiliation.PERMANENT, Scheme.OLD, GroupSupervision.NOT_STARTED));
    }

    @Test
    void the_names_of_the_columns_once_more_are_no_doctor() throws IOException {
        Reading reading = read("c09b-concatenated.csv", NES);
        assertThat(told(reading)).isEmpty();
        assertThat(Samples.codes(reading, Severity.INFORMATION)).containsExactly("names-repeated");
        assertThat(reading.entries())
                .extracting(WaitlistEntry::name)
                .containsExactly("Torunn Sølvbekk", "Bjørn Høgset");
    }

    @Test
    void a_row_of_odd_spaces_is_no_row() throws IOException {
        Reading reading = read("c16-nbsp.csv", NES);
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.entries())
                .extracting(WaitlistEntry::name, entry -> entry.employment().to(), WaitlistEntry::note)
                .containsExactly(
                        tuple("Torunn Sølvbekk", null, null),
                        tuple("Bjørn Høgset", null, null),
                        tuple("Åse Lyngtveit", null, null));
    }

    @Test
    void hpr_numbers_are_read_through_every_unseen_character() throws IOException {
        Reading reading = read("x17-hpr-invisible.xlsx", NES);
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.entries())
                .extracting(entry -> entry.hpr().value())
                .containsExactly(
                        990300001, 990300002, 990300003, 990300004, 990300005, 990300006, 990300007, 990300008,
                        990300009);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c54-two-names.csv|Kolonnene «Fullførte læringsmål» og «Læringsmål» er begge «Fullførte læringsmål».",
                "x28-nr-and-prioritet.xlsx|Kolonnene «Nr» og «Prioritet» er begge «Prioritet»."
            })
    void two_columns_of_one_meaning_are_both_named_and_one_can_be_left_out(String file, String sentence)
            throws IOException {
        Reading reading = read(file, NES);
        assertThat(told(reading))
                .containsExactly("rad 1: " + sentence + " La bare én av dem stå, eller si at den ene skal utelates.");
        assertThat(reading.rows()).isEmpty();
        String second = reading.asked().get(0).column();
        Reading answered = read(file, NES, new ColumnAnswers(Map.of(), Set.of(second)));
        assertThat(told(answered)).isEmpty();
        assertThat(answered.rows()).isNotEmpty();
    }

    @Test
    void an_unknown_column_waits_for_an_answer_and_then_means_it() throws IOException {
        String column = "Uønskede avd. og annet";
        Reading asked = read("w01-unknown-column.csv", NES);
        assertThat(told(asked))
                .containsExactly("rad 1: Kolonnen «Uønskede avd. og annet» kjenner vi ikke, men det står noe i den:"
                        + " «Geriatri». Si hvilken opplysning det er, eller at den skal utelates.");
        assertThat(asked.rows()).isEmpty();
        assertThat(asked.asked()).containsExactly(new Reading.Asked(column, List.of("Geriatri"), null));

        Reading mapped =
                read("w01-unknown-column.csv", NES, new ColumnAnswers(Map.of(column, "Uønskede avdelinger"), Set.of()));
        assertThat(mapped.entries())
                .hasSize(3)
                .allMatch(entry -> entry.wishes().refused().equals(Set.of(GERIATRICS)));
        Reading left = read("w01-unknown-column.csv", NES, new ColumnAnswers(Map.of(), Set.of(column)));
        assertThat(left.entries())
                .hasSize(3)
                .allMatch(entry -> entry.wishes().refused().isEmpty());
        assertThat(Messages.text(left.remarks().get(0).finding(), Messages.BOKMAL))
                .isEqualTo("Kolonnen «Uønskede avd. og annet» er utelatt, slik dere svarte.");
    }

    @ParameterizedTest
    @CsvSource({
        "Finnes ikke,Navn,column-answer-absent",
        "Uønskede avd. og annet,Tull,column-answer-unknown",
        "Uønskede avd. og annet,Navn,columns-same"
    })
    void an_answer_that_does_not_fit_is_refused(String column, String meaning, String code) throws IOException {
        Reading reading = read("w01-unknown-column.csv", NES, new ColumnAnswers(Map.of(column, meaning), Set.of()));
        assertThat(Samples.codes(reading, Severity.ERROR)).contains(code);
        assertThat(reading.rows()).isEmpty();
    }

    @Test
    void columns_by_other_names_are_read_and_psychiatry_is_known() throws IOException {
        Reading reading = read("tapte-onsker.xlsx", FROGN);
        assertThat(told(reading)).isEmpty();
        WaitlistEntry entry = reading.entries().get(0);
        assertThat(entry.institution().interrupted()).isTrue();
        assertThat(entry.wishes().ranked()).containsExactly(Set.of(GERIATRICS));
        assertThat(entry.wishes().refused()).containsExactly(PSYCHIATRY);
    }

    @Test
    void two_rows_of_names_are_read_together() throws IOException {
        Reading reading = read("to-overskriftsrader.xlsx", FROGN);
        assertThat(told(reading)).isEmpty();
        assertThat(reading.entries())
                .extracting(
                        WaitlistEntry::name,
                        entry -> entry.employment().kind(),
                        entry -> entry.employment().to(),
                        entry -> entry.wishes().ranked())
                .containsExactly(
                        tuple("Solheim, Marte", Affiliation.PERMANENT, null, List.of(Set.of(GERIATRICS), Set.of(LUNG))),
                        tuple(
                                "Berg, Jonas",
                                Affiliation.LOCUM,
                                LocalDate.of(2028, 12, 31),
                                List.of(Set.of(PSYCHIATRY))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kommunenavn.xlsx", "fornavn-etternavn.xlsx", "tittel-og-noter.xlsx"})
    void a_list_with_a_telephone_column_is_read_when_that_is_left_out(String file) throws IOException {
        assertThat(read(file, FROGN).asked()).extracting(Reading.Asked::column).containsExactly("Telefon");
        Reading reading = read(file, FROGN, new ColumnAnswers(Map.of(), Set.of("Telefon")));
        assertThat(reading.remarks()).noneMatch(Remark::isError);
        assertThat(reading.entries().get(0).name()).contains("Solheim").contains("Marte");
        assertThat(reading.entries()).extracting(WaitlistEntry::priority).startsWith(1);
    }

    @Test
    void totals_and_notes_below_the_list_are_told_and_not_read() throws IOException {
        assertThat(told(read("tittel-og-noter.xlsx", FROGN, new ColumnAnswers(Map.of(), Set.of("Telefon")))))
                .containsExactly(
                        "rad 9: Raden ble ikke lest, for den har ikke HPR-nummer og ser ikke ut som en lege: «Totalt: 2».",
                        "rad 11: Raden ble ikke lest, for den har ikke HPR-nummer og ser ikke ut som en lege:"
                                + " «* Jonas er i permisjon».");
    }

    @Test
    void a_municipality_s_own_list_is_told_all_that_is_needed_without_far_guesses() throws IOException {
        Reading reading = read("egen-liste.xlsx", FROGN);
        assertThat(reading.asked())
                .extracting(Reading.Asked::column, Reading.Asked::near)
                .containsExactly(
                        tuple("Telefon", null),
                        tuple("Fastlegekontor", null),
                        tuple("Stilling", null),
                        tuple("Mnd tjeneste", null),
                        tuple("Gruppe", null),
                        tuple("Ønsker sykehus", null));
        assertThat(told(reading))
                .contains("rad 10: Raden ble ikke lest, for den har ikke HPR-nummer og ser ikke ut som en lege:"
                        + " «Sum · 3 leger · #FORMEL!».")
                .noneMatch(sentence -> sentence.contains("Mente du"));
        assertThat(reading.rows()).isEmpty();
    }

    private static Reading read(String name, ListArea area) throws IOException {
        return read(name, area, ColumnAnswers.NONE);
    }

    private static Reading read(String name, ListArea area, ColumnAnswers answers) throws IOException {
        try (InputStream in = CaseFilesTest.class.getResourceAsStream("/waitlist/" + name)) {
            Result<Reading> outcome = WaitlistReader.read(in.readAllBytes(), area, RULES, answers);
            assertThat(outcome).isInstanceOf(Result.Done.class);
            return ((Result.Done<Reading>) outcome).value();
        }
    }
}
