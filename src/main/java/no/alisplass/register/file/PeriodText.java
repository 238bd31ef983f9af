package no.alisplass.register.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.DateRange;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.ServicePeriod;

/**
 * Service periods in one cell: "01.09.2022 - 31.08.2024 80 % åpen (permisjon 01.02.2023 - 31.03.2023) | …". What {@link
 * PeriodReader} reads is what is written here, and the forms people use beside it.
 */
final class PeriodText {
    static final String OPEN_PRACTICE = "åpen";
    static final String COUNTED = "tellende";
    static final String LEAVE = "permisjon";

    private PeriodText() {}

    /** Empty when any part of the cell is not understood. */
    static Optional<List<ServicePeriod>> read(String cell) {
        return new PeriodReader(cell).read();
    }

    static String write(List<ServicePeriod> periods) {
        return periods.stream()
                .map(period -> span(period.days()) + " " + period.percentage() + " % "
                        + (period.kind() == ServicePeriod.Kind.OPEN_PRACTICE ? OPEN_PRACTICE : COUNTED)
                        + leaveText(period.leaves()))
                .collect(Collectors.joining(" | "));
    }

    private static String leaveText(List<DateRange> leaves) {
        return leaves.isEmpty()
                ? ""
                : leaves.stream().map(PeriodText::span).collect(Collectors.joining(", ", " (" + LEAVE + " ", ")"));
    }

    private static String span(DateRange days) {
        return (CellValues.write(days.from()) + " - " + CellValues.write(days.to())).strip();
    }
}
