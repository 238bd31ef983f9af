package no.alisplass.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
    static Stream<Object> whatNobodyCanWrite() {
        return Stream.of(
                Instant.EPOCH,
                Duration.ofDays(1),
                Optional.of("text"),
                Map.of(),
                new StringBuilder("text"),
                true,
                'c',
                List.of("text", List.of(Instant.EPOCH)),
                // It identifies a person: whoever may be told the number is told its digits.
                HprNumber.read("9144889").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("whatNobodyCanWrite")
    void what_nobody_can_write_in_words_is_refused(Object argument) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("room.code", "first", argument))
                .withMessageContaining("room.code");
    }

    @Test
    void arguments_stay_what_they_are_and_nothing_is_a_dash() {
        LocalDate day = LocalDate.of(2027, 3, 1);
        List<HalfYear> halfYears = List.of(HalfYear.parse("2027-V"));
        assertThat(Message.of("room.code", day, 7, Months.of(24), halfYears, "2027-03-01", null)
                        .arguments())
                .isEqualTo(Arrays.asList(day, 7, Months.of(24), halfYears, "2027-03-01", "–"));
    }
}
