package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import no.alisplass.domain.DateRange;
import no.alisplass.register.AffiliationLink;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/**
 * Training and service over the years, as a picture and as a table. Places along it are percentages of its width.
 *
 * @param today where today is
 */
@TemplateData
public record TimeLine(List<Lane> lanes, List<Year> years, String today, List<Row> rows) {
    /** More would stand on each other on a telephone. */
    private static final int YEARS = 6;

    /** What can be seen. */
    private static final double THINNEST = 0.8;

    @TemplateData
    public record Lane(String title, String kind, List<Bar> bars) {}

    @TemplateData
    public record Bar(String from, String width) {}

    @TemplateData
    public record Year(String at, String name) {}

    /**
     * @param until the last day, or that it goes on, or has not begun
     * @param more share, or months
     */
    @TemplateData
    public record Row(String what, LocalDate from, String until, String more) {}

    /** A stretch of days. */
    private record Stretch(String kind, String title, DateRange days, String what, String more) {}

    /** What has a day; null when nothing has. */
    public static TimeLine of(DoctorFacts facts, List<AffiliationLink> links, DoctorInWords words, LocalDate today) {
        List<Stretch> all = stretches(facts, links, words).stream()
                .filter(each -> each.days().from() != null && !each.days().endsBeforeItBegins())
                .toList();
        LocalDate start = facts.entry().training().start();
        LocalDate first = Stream.concat(all.stream().map(each -> each.days().from()), Stream.ofNullable(start))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (first == null || all.isEmpty()) {
            return null;
        }
        LocalDate last = Stream.concat(
                        Stream.of(today),
                        all.stream()
                                .flatMap(each -> Stream.of(
                                        each.days().from(), each.days().to()))
                                .filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Axis axis = new Axis(first.withDayOfYear(1), last.withDayOfYear(1).plusYears(1));
        List<Lane> lanes = new ArrayList<>();
        Function<DateRange, Bar> bar = days -> axis.bar(days, today);
        for (String kind : List.of("affiliation", "practice", "counted", "leave", "institution")) {
            List<Stretch> own =
                    all.stream().filter(each -> each.kind().equals(kind)).toList();
            if (!own.isEmpty()) {
                lanes.add(new Lane(
                        own.get(0).title(),
                        kind,
                        own.stream().map(Stretch::days).map(bar).toList()));
            }
        }
        List<Row> rows = new ArrayList<>(all.stream()
                .map(each -> new Row(each.what(), each.days().from(), until(each.days(), today), each.more()))
                .toList());
        if (start != null) {
            rows.add(new Row(Texts.of("doctor-field-specialisationStart"), start, Formats.shortDate(start), ""));
        }
        rows.sort(Comparator.comparing(Row::from));
        return new TimeLine(lanes, axis.years(), axis.at(today), rows);
    }

    private static String until(DateRange days, LocalDate today) {
        return days.to() != null
                ? Formats.shortDate(days.to())
                : Texts.of(days.from().isAfter(today) ? "register-not-begun" : "register-goes-on");
    }

    private static List<Stretch> stretches(DoctorFacts facts, List<AffiliationLink> links, DoctorInWords words) {
        List<Stretch> all = new ArrayList<>();
        for (AffiliationLink link : links) {
            String title = Texts.of("doctor-affiliation");
            all.add(new Stretch(
                    "affiliation",
                    title,
                    new DateRange(link.from(), link.to()),
                    DoctorInWords.word("affiliation", link.kind()),
                    ""));
        }
        for (ServicePeriod period : facts.entry().service().periods()) {
            String title = DoctorInWords.word("kind", period.kind());
            String kind = period.kind() == ServicePeriod.Kind.OPEN_PRACTICE ? "practice" : "counted";
            all.add(new Stretch(kind, title, period.days(), title, period.percentage() + " %"));
            String leave = Texts.of("register-leave");
            period.leaves().forEach(days -> all.add(new Stretch("leave", leave, days, leave, "")));
        }
        for (InstitutionStay stay : facts.stays()) {
            all.add(new Stretch(
                    "institution",
                    Texts.of("doctor-institution"),
                    new DateRange(stay.from(), stay.to()),
                    words.place(stay),
                    stay.months() == null ? "" : Formats.months(stay.months())));
        }
        return all;
    }

    /** From the first day to before the end. */
    private record Axis(LocalDate first, LocalDate end) {
        Bar bar(DateRange days, LocalDate today) {
            LocalDate open = today.isBefore(days.from()) ? days.from() : today;
            double from = percent(days.from());
            double to = percent((days.to() == null ? open : days.to()).plusDays(1));
            return new Bar(text(Math.min(from, 100 - THINNEST)), text(Math.max(THINNEST, to - from)));
        }

        String at(LocalDate day) {
            return text(percent(day));
        }

        List<Year> years() {
            int count = end.getYear() - first.getYear();
            int step = (count + YEARS - 1) / YEARS;
            List<Year> years = new ArrayList<>();
            for (int year = first.getYear(); year < end.getYear(); year += step) {
                years.add(new Year(at(LocalDate.of(year, 1, 1)), Integer.toString(year)));
            }
            return years;
        }

        private double percent(LocalDate day) {
            return 100.0 * first.until(day, ChronoUnit.DAYS) / first.until(end, ChronoUnit.DAYS);
        }

        private static String text(double percent) {
            return String.format(Locale.ROOT, "%.2f%%", percent);
        }
    }
}
