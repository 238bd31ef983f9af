package no.alisplass.waitlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.text.Text;

/** Service periods in one cell: "01.09.2022 - 31.08.2024 80 % åpen (permisjon 01.02.2023 - 31.03.2023) | …". */
final class PeriodText {
    private static final String DATE = "\\d[\\d./\\-]{4,9}";
    private static final Pattern PERIOD = Pattern.compile("(?i)(" + DATE + ")\\s*(?:-|–|til)\\s*(" + DATE
            + ")?\\s+(\\d{1,3})\\s*%\\s*([^()]*?)\\s*(?:\\((?:permisjon)?([^()]*)\\))?");
    private static final Pattern SPAN = Pattern.compile("(?i)(" + DATE + ")\\s*(?:(?:-|–|til)\\s*(" + DATE + ")?)");
    private static final String OPEN_PRACTICE = "åpen";
    private static final String COUNTED = "tellende";

    private PeriodText() {}

    /** Empty when a part of the cell cannot be understood. */
    static Optional<List<ServicePeriod>> read(String cell) {
        List<ServicePeriod> periods = new ArrayList<>();
        String line = Text.line(cell);
        for (String part : line == null ? new String[0] : line.split("\\|")) {
            if (part.isBlank()) {
                continue;
            }
            Optional<ServicePeriod> period = period(part.strip());
            if (period.isEmpty()) {
                return Optional.empty();
            }
            periods.add(period.get());
        }
        return Optional.of(periods);
    }

    private static Optional<ServicePeriod> period(String text) {
        Matcher form = PERIOD.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> from = Values.date(form.group(1));
        Optional<LocalDate> to = Optional.ofNullable(form.group(2)).flatMap(Values::date);
        Optional<ServicePeriod.Kind> kind = kind(form.group(4));
        Optional<List<ServicePeriod.Leave>> leaves = leaves(form.group(5));
        if (from.isEmpty() || kind.isEmpty() || leaves.isEmpty() || form.group(2) != null && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServicePeriod(
                from.get(), to.orElse(null), Integer.parseInt(form.group(3)), kind.get(), leaves.get()));
    }

    private static Optional<ServicePeriod.Kind> kind(String word) {
        String key = Text.key(word);
        if (key.isEmpty() || key.startsWith("tellende")) {
            return Optional.of(ServicePeriod.Kind.COUNTED);
        }
        return key.startsWith("åpen") ? Optional.of(ServicePeriod.Kind.OPEN_PRACTICE) : Optional.empty();
    }

    private static Optional<List<ServicePeriod.Leave>> leaves(String text) {
        List<ServicePeriod.Leave> leaves = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                return Optional.empty();
            }
            Optional<LocalDate> from = Values.date(span.group(1));
            Optional<LocalDate> to = Optional.ofNullable(span.group(2)).flatMap(Values::date);
            if (from.isEmpty() || span.group(2) != null && to.isEmpty()) {
                return Optional.empty();
            }
            leaves.add(new ServicePeriod.Leave(from.get(), to.orElse(null)));
        }
        return Optional.of(leaves);
    }

    static String write(List<ServicePeriod> periods) {
        return periods.stream()
                .map(period -> span(period.from(), period.to()) + " " + period.percentage() + " % "
                        + (period.kind() == ServicePeriod.Kind.OPEN_PRACTICE ? OPEN_PRACTICE : COUNTED)
                        + leaveText(period.leaves()))
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    private static String leaveText(List<ServicePeriod.Leave> leaves) {
        return leaves.isEmpty()
                ? ""
                : leaves.stream()
                        .map(leave -> span(leave.from(), leave.to()))
                        .collect(java.util.stream.Collectors.joining(", ", " (permisjon ", ")"));
    }

    private static String span(LocalDate from, LocalDate to) {
        return (Values.write(from) + " - " + Values.write(to)).strip();
    }
}
