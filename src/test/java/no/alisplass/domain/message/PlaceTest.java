package no.alisplass.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @Test
    void a_path_says_which_and_what_within_it() {
        assertThat(Place.of("entries[3].email")).isEqualTo(new Place.Path("entries", 3, new Place.Field("email")));
        assertThat(Place.of("halfYears[1]")).isEqualTo(new Place.Path("halfYears", 1, null));
        assertThat(Place.of("divisions[0].departments[12].id"))
                .isEqualTo(new Place.Path("divisions", 0, new Place.Path("departments", 12, new Place.Field("id"))));
        assertThat(Place.of("wishes.ranked[0]")).isEqualTo(new Place.Path("wishes.ranked", 0, null));
        assertThat(Place.of("wishes.blocked")).isEqualTo(new Place.Field("wishes.blocked"));
    }

    @Test
    void a_cell_is_told_by_its_row_and_column() {
        assertThat(new Place.Cell(7, "HPR-nummer").text()).isEqualTo("rad 7, HPR-nummer");
        assertThat(Place.row(7).text()).isEqualTo("rad 7");
    }

    @Property(tries = 300)
    void a_place_is_told_as_it_was_written(
            @ForAll @StringLength(max = 12) @Chars({'a', 'b', '.', '[', ']', '0', '1'}) String text) {
        assertThat(Place.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "halfYears, halfYears, true",
        "halfYears[1], halfYears, true",
        "periods[2].leaves, periods[2], true",
        "periods[20].from, periods[2], false",
        "deadline, dead, false",
        "hospital.name, hospital, true",
        "name, name.first, false"
    })
    void a_part_of_a_field_is_of_the_field(String place, String field, boolean is) {
        assertThat(Place.of(place).isOf(field)).isEqualTo(is);
    }
}
