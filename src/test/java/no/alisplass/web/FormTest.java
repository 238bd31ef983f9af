package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.3.2027", "01.03.2027", " 01.3.2027 ", "2027-03-01"})
    void a_date_is_read_as_people_write_it(String typed) {
        assertThat(form("day", typed).date("day")).contains(LocalDate.of(2027, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.2.2027", "1/3/2027", "i morgen", "1.3.27", "2027-13-01", "1.3.9999"})
    void what_is_no_date_is_told_and_still_stands_there(String typed) {
        Form form = form("day", typed);
        assertThat(form.date("day")).isEmpty();
        assertThat(form.findings("day")).extracting(Finding::code).containsExactly("web.date-unreadable");
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
        assertThat(form("months", "5,5").decimal("months", 0, 600)).contains(new java.math.BigDecimal("5.5"));
        assertThat(form("seats", "1 000").number("seats", 0, 1000)).contains(1000);
        Form tooMany = form("seats", "1001");
        assertThat(tooMany.number("seats", 0, 1000)).isEmpty();
        assertThat(tooMany.findings()).extracting(Finding::code).containsExactly("web.number-bounds");
        Form absurd = form("months", "1e999999999");
        assertThat(absurd.decimal("months", 0, 600)).isEmpty();
        assertThat(absurd.faulty()).isTrue();
    }

    @Test
    void a_text_may_be_as_long_as_its_bound_and_no_longer() {
        Form exact = form("note", "x".repeat(10));
        exact.text("note", 10);
        assertThat(exact.faulty()).isFalse();
        Form longer = form("note", "x".repeat(11));
        longer.text("note", 10);
        assertThat(longer.findings()).extracting(Finding::code).containsExactly("web.too-long");
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
        assertThat(Returns.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x=y", "/a b"
            })
    void and_to_no_others(String path) {
        assertThat(Returns.of(path)).isEqualTo("/");
    }

    private static Form form(String name, String value) {
        return Form.of(Map.of(name, List.of(value)));
    }
}
