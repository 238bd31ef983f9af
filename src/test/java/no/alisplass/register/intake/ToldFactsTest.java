package no.alisplass.register.intake;

import static no.alisplass.register.intake.Registers.closed;
import static no.alisplass.register.intake.Registers.compared;
import static no.alisplass.register.intake.Registers.csv;
import static no.alisplass.register.intake.Registers.elsewhere;
import static no.alisplass.register.intake.Registers.error;
import static no.alisplass.register.intake.Registers.facts;
import static no.alisplass.register.intake.Registers.own;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.OnCallWish;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of a file tells of a doctor beside what is known. */
class ToldFactsTest {
    private static final DoctorFacts KARI = facts();

    @Test
    void columns_that_the_file_has_not_are_no_change() {
        List<String> optional = Arrays.stream(Column.values())
                .filter(column -> !column.obligatory() && column != Column.SERVICE && column != Column.OPEN_PRACTICE)
                .map(Column::header)
                .toList();
        List<String> without = new java.util.ArrayList<>(optional);
        for (int wish = 1; wish <= Column.WISHES; wish++) {
            without.add(Column.WISH.nth(wish).header());
        }
        Comparison comparison = compared(csv(List.of(KARI), without, line -> line), own(KARI));
        assertThat(only(comparison).state()).isEqualTo(FiledRow.State.UNCHANGED);
        // A new doctor has nothing there.
        assertThat(only(compared(csv(List.of(KARI), without, line -> line))).state())
                .isEqualTo(FiledRow.State.NEW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kari@kommune.no||email",
                "aldri med vakt|helst uten vakt|onCall",
                "aldri med vakt||onCall",
                "Ringer selv.|Ringer ikke.|note",
                "2027-H|2027-V|wishes.earliestStart",
                "sikret|mangler|locum"
            })
    void what_a_cell_says_otherwise_is_the_one_difference(String was, String is, String field) {
        byte[] file = csv(List.of(KARI), List.of(), line -> line.replace(was, is == null ? "" : is));
        FiledRow row = only(compared(file, own(KARI)));
        assertThat(row.differences().stream().map(Difference::field))
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    @Test
    void a_row_of_a_closed_doctor_opens_the_record_again_also_when_nothing_else_is_new() {
        FiledRow row = only(compared(Registers.export(FileFormat.XLSX, List.of(KARI)), closed(KARI)));
        assertThat(row.state()).isEqualTo(FiledRow.State.CHANGED);
        assertThat(row.reopens()).isTrue();
        assertThat(row.differences()).isEmpty();
    }

    @Test
    void of_another_areas_doctor_nothing_is_compared() {
        byte[] file = csv(List.of(KARI), List.of("E-post", "Merknad"), line -> line);
        Comparison comparison = compared(file, elsewhere(facts("note", "\"Hemmelig\"", "email", "\"x@y.no\"")));
        // The stay that is marked as completed here is none of this area's.
        assertThat(only(comparison).state()).isEqualTo(FiledRow.State.FAULTY);
        file = csv(List.of(facts("stays", "[]")), List.of("E-post", "Merknad"), line -> line);
        comparison = compared(file, elsewhere(facts("note", "\"Hemmelig\"")));
        FiledRow row = only(comparison);
        assertThat(row.state()).isEqualTo(FiledRow.State.HELD_ELSEWHERE);
        assertThat(row.differences()).isEmpty();
        assertThat(comparison.shown()).isEmpty();
        comparison = compared(file, error(facts("note", "\"Hemmelig\"")));
        assertThat(only(comparison).state()).as("a number registered in error").isEqualTo(FiledRow.State.NEW);
        assertThat(comparison.shown()).singleElement().matches(shown -> shown.version() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // As lists have them: the months alone.
                "Lungemedisinsk avdeling: 2 / Sykehuset i Molde: 1|UNCHANGED|",
                "Sykehuset i Molde: 1 / Lungemedisinsk avdeling: 2|UNCHANGED|",
                "Sykehuset i Molde: 1 (fra 01.01.2025) / Lunge: 2 (1.3.2024-31.5.2024)|UNCHANGED|",
                // What was completed here stays.
                "Sykehuset i Molde: 1|UNCHANGED|",
                "Lungemedisinsk avdeling: 1 / Sykehuset i Molde: 1|UNCHANGED|approved-less-than-completed",
                "Lungemedisinsk avdeling: 3 / Sykehuset i Molde: 1|CHANGED|",
                "Lungemedisinsk avdeling: 2 (fullført her) / Sykehuset i Molde: 1|FAULTY|approved-completed",
                "Sykehuset i Molde: 1 (fra 02.01.2025)|CHANGED|",
                "Sykehuset i Molde: 1 (01.01.2025 - 31.01.2025)|CHANGED|",
                "Sykehuset i Molde: 1 ( - 31.01.2025)|CHANGED|",
                "Sykehuset i Molde: 1 (01.01.2025 - 31.12.2024)|FAULTY|dates-reversed",
                "Sykehuset i Molde: 1 (i fjor)|FAULTY|approved-form",
                "Sykehuset i Molde: 1 (01.01.2025 - 31.01.2025, 01.01.2025 - 31.01.2025)|FAULTY|approved-form",
                "Sykehuset i Molde: 0 (01.01.2025 - 31.01.2025)|FAULTY|approved-months",
                "Sykehuset i Molde: 600 / Sykehuset i Molde: 600|FAULTY|approved-months"
            })
    void stays_are_told_with_and_without_days(String cell, FiledRow.State state, String code) {
        byte[] file = csv(
                List.of(KARI),
                List.of(),
                line -> line.contains("9144889")
                        ? line.replaceAll("[^;]*Molde[^;]*", cell.replace(" / ", " | "))
                        : line);
        Comparison comparison = compared(file, own(KARI));
        assertThat(only(comparison).state())
                .as(() -> comparison.reading().remarks().toString())
                .isEqualTo(state);
        List<String> said = comparison.reading().remarks().stream()
                .filter(remark -> remark.severity() != Severity.INFORMATION)
                .map(remark -> remark.finding().code().replace("waitlist.", ""))
                .distinct()
                .filter(each -> each.startsWith("approved") || each.startsWith("dates"))
                .toList();
        assertThat(said).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void months_more_than_those_completed_here_are_a_stay_of_their_own() {
        byte[] file = csv(
                List.of(KARI),
                List.of(),
                line -> line.contains("9144889")
                        ? line.replaceAll("[^;]*Molde[^;]*", "Lungemedisinsk avdeling: 3,5")
                        : line);
        DoctorFacts now = compared(file, own(KARI)).shown().get(0).doctor();
        assertThat(now.stays().get(0)).isEqualTo(KARI.stays().get(0));
        assertThat(now.stays().get(1).months().tenths()).isEqualTo(15);
        assertThat(now.stays()).hasSize(2);
    }

    @Test
    void months_that_are_as_they_were_hold_on_the_day_they_did_and_others_today() {
        byte[] same = csv(List.of(KARI), List.of("Tellende tjeneste per"), line -> line);
        assertThat(only(compared(same, own(KARI))).state()).isEqualTo(FiledRow.State.UNCHANGED);
        byte[] other = csv(List.of(KARI), List.of("Tellende tjeneste per"), line -> line.replace("30,5", "31"));
        assertThat(compared(other, own(KARI))
                        .shown()
                        .get(0)
                        .doctor()
                        .entry()
                        .service()
                        .stated()
                        .on())
                .isEqualTo(Registers.TODAY);
    }

    @Test
    void the_days_of_another_affiliation_do_not_come_along() {
        byte[] file =
                csv(List.of(KARI), List.of("Vikariat fra og med"), line -> line.replace("fast ansatt", "egen hjemmel"));
        FiledRow row = only(compared(file, own(KARI)));
        assertThat(row.differences().stream().map(Difference::field)).containsExactly("affiliation", "affiliationFrom");
    }

    @Test
    void doctors_who_stand_twice_are_both_faulty() {
        Comparison comparison = compared(csv(List.of(KARI, KARI), List.of(), line -> line), own(KARI));
        assertThat(comparison.rows()).extracting(FiledRow::state).containsOnly(FiledRow.State.FAULTY);
        assertThat(comparison.shown()).isEmpty();
    }

    @Test
    void nothing_is_known_of_any_row_as_long_as_a_column_is_not_understood() {
        byte[] file =
                csv(List.of(KARI), List.of(), line -> line + (line.contains("9144889") ? ";ja" : ";Telefonvakt?"));
        Comparison comparison = compared(file, own(KARI));
        assertThat(comparison.isBroken()).isTrue();
        assertThat(only(comparison).state()).isEqualTo(FiledRow.State.UNDECIDED);
    }

    @ParameterizedTest
    @EnumSource
    void each_wish_about_on_call_duty_has_a_word(OnCallWish wish) {
        DoctorFacts facts = facts("onCall", "\"" + wish + "\"");
        assertThat(only(compared(csv(List.of(facts), List.of(), line -> line), own(facts)))
                        .state())
                .isEqualTo(FiledRow.State.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tjeneste med vakt", "Vaktønske"})
    void a_list_knows_no_column_of_the_register_alone(String name) {
        assertThat(FileKind.LIST.written()).doesNotContain(Column.ON_CALL);
        byte[] file = csv(List.of(facts("stays", "[]")), List.of(), line -> line.replace("Tjeneste med vakt", name));
        assertThat(no.alisplass.register.entry.Samples.reading(file).asked())
                .extracting(asked -> asked.column())
                .containsExactly(name);
    }

    private static FiledRow only(Comparison comparison) {
        assertThat(comparison.rows()).hasSize(1);
        return comparison.rows().get(0);
    }
}
