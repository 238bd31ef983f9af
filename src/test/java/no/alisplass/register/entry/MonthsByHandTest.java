package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import org.junit.jupiter.api.Test;

/** The worked example of counted service in docs/ranking.md is what the product counts. */
class MonthsByHandTest {
    @Test
    void half_a_position_from_the_middle_of_january() throws IOException {
        ServicePeriod period = new ServicePeriod(
                new DateRange(LocalDate.of(2026, 1, 15), null), 50, ServicePeriod.Kind.COUNTED, List.of());
        CountedService counted = CountedService.of(List.of(period), new Counting(LocalDate.of(2026, 3, 10), true));
        assertThat(Files.readString(Path.of("docs/ranking.md")))
                .contains("from 15 January 2026 and is counted to 10 March 2026")
                .contains("0.9194, which is " + counted.months() + " months");
    }
}
