package no.alisplass.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.CpuTime;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.3.2027",
                "01.03.2027",
                " 01.3.2027 ",
                "2027-03-01",
                "1/3/2027",
                "1.3.27",
                "01-03-2027",
                "01.03.2027\u00a0",
                "1. mars 2027"
            })
    void a_date_is_read_as_people_write_it(String typed) {
        assertThat(form("day", typed).date("day")).contains(LocalDate.of(2027, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "30.2.2027, text.date-no-day-2",
        "i morgen, text.date-form",
        "mars 2027, text.date-day-missing",
        "2027-13-01, text.date-no-month",
        "1.3.9999, text.date-year",
        "2027-03-01T00:00:00Z, text.date-moment"
    })
    void what_is_no_date_is_told_and_still_stands_there(String typed, String code) {
        Form form = form("day", typed);
        assertThat(form.date("day")).isEmpty();
        assertThat(form.findings("day")).extracting(Finding::code).containsExactly(code);
        assertThat(form.value("day")).isEqualTo(typed);
    }

    @Test
    void an_empty_field_is_nothing_unless_it_is_required() {
        Form form = form("day", " ");
        assertThat(form.date("day")).isEmpty();
        assertThat(form.faulty()).isFalse();
        form.required("day", 10);
        assertThat(form.findings()).extracting(Finding::code).containsExactly("web.missing");
    }

    @Test
    void numbers_have_bounds_and_decimal_commas() {
        assertThat(form("months", "5,5 md").months("months")).contains(new Months(55));
        assertThat(form("share", "80 %").percent("share")).contains(80);
        assertThat(form("objectives", "80 av 112").number("objectives", 0, 112, 112))
                .contains(80);
        assertThat(form("seats", "1 000").number("seats", 0, 1000)).contains(1000);
        Form tooMany = form("seats", "1001");
        assertThat(tooMany.number("seats", 0, 1000)).isEmpty();
        assertThat(tooMany.findings()).extracting(Finding::code).containsExactly("web.number-bounds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-30000000", "1e-600000000", "0x1p-1074"})
    void an_absurd_number_is_refused_at_once(String typed) {
        Form form = form("months", typed);
        long start = CpuTime.nanos();
        assertThat(form.months("months")).isEmpty();
        assertThat(form.number("months", 0, 600)).isEmpty();
        assertThat(CpuTime.nanos() - start).isLessThan(1_000_000_000L);
        assertThat(form.findings()).extracting(Finding::code).containsExactly("text.months-form", "text.number-whole");
    }

    @Test
    void a_text_may_be_as_long_as_its_bound_and_no_longer() {
        Form exact = form("note", "x".repeat(10));
        exact.text("note", 10);
        assertThat(exact.faulty()).isFalse();
        Form longer = form("note", "x".repeat(11));
        longer.text("note", 10);
        assertThat(longer.findings()).extracting(Finding::code).containsExactly("text.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\u2007\ufeff", "\u00ad"})
    void what_nobody_sees_is_an_empty_field(String typed) {
        Form form = form("title", typed);
        assertThat(form.required("title", 10)).isEmpty();
        assertThat(form.findings()).extracting(Finding::code).containsExactly("web.missing");
    }

    @Test
    void a_character_that_cannot_be_kept_is_named_and_line_breaks_stay_where_they_belong() {
        Form form = form("reason", "fordi\u202e");
        form.requiredLines("reason", 100);
        assertThat(form.findings()).extracting(Finding::code).containsExactly("text.forbidden");
        assertThat(form("reason", "en\r\nto").lines("reason", 100)).isEqualTo("en\nto");
        assertThat(form("reason", "en\r\nto").text("reason", 100)).isEqualTo("en to");
    }

    @Test
    void a_finding_about_a_part_stands_at_the_whole() {
        Form form = Form.empty();
        form.refuse(Finding.of("halfYears[1]", "2027-V", "round.half-years-gap"));
        assertThat(form.findings("halfYears")).hasSize(1);
        assertThat(form.findings("half")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kommune", "/koordinator/runder?side=2", "/a%20b"})
    void one_returns_to_places_of_ours(String path) {
        assertThat(ReturnUrl.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x=y", "/a b"
            })
    void and_to_no_others(String path) {
        assertThat(ReturnUrl.of(path)).isEqualTo("/");
    }

    private static Form form(String name, String value) {
        return Form.of(Map.of(name, List.of(value)));
    }
}
