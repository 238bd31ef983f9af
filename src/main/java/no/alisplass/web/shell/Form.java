package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Dates;
import no.alisplass.domain.text.Numbers;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;
import no.alisplass.web.text.Formats;

/**
 * What stands in a form, and what is wrong with it. Reading a field that cannot be read adds a finding; all are shown at
 * once, above the form and at their fields, with what was typed still there.
 */
@TemplateData
public final class Form {
    /** Where a finding that belongs to no field is put: the summary shows it without a link. */
    public static final String WHOLE = "_csrf";

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** An empty form to fill. */
    public static Form empty() {
        return new Form();
    }

    public static Form of(Map<String, ? extends Collection<String>> posted) {
        Form form = new Form();
        posted.forEach((name, all) -> form.values.put(name, new ArrayList<>(all)));
        return form;
    }

    /** This form with that field filled; dates as people type them, null for nothing. */
    public Form with(String name, Object value) {
        String text = value instanceof LocalDate date ? Formats.shortDate(date) : value == null ? "" : value.toString();
        values.computeIfAbsent(name, unseen -> new ArrayList<>()).add(text);
        return this;
    }

    /** This form with only that in the field, whatever stood there. */
    public Form having(String name, Object value) {
        values.put(name, new ArrayList<>(List.of(String.valueOf(value))));
        return this;
    }

    /** The same fields with nothing found wrong yet. */
    public Form copy() {
        return of(values);
    }

    /** This form without row {@code gone} of the list, those after it moved up: {@code list[1].x} for {@code list[2].x}. */
    public Form without(String list, int gone) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            int end = name.startsWith(list + "[") ? name.indexOf(']', list.length()) : -1;
            String place = end < 0 ? "" : name.substring(list.length() + 1, end);
            int row = place.matches("[0-9]{1,3}") ? Integer.parseInt(place) : -1;
            if (row < gone) {
                left.put(name, all);
            } else if (row > gone) {
                left.put(list + "[" + (row - 1) + name.substring(end), all);
            }
        });
        return of(left);
    }

    /** The names of all fields, in the order of the page. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** What stands in the field; empty when nothing does. */
    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Everything that stands in fields of that name. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Which version a form says it was made of; -1, which no version is, when it does not say. */
    public Long version() {
        String text = value("version");
        return text.matches("[0-9]{1,12}") ? Long.valueOf(text) : -1L;
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /**
     * The text of one line, in the one form of texts; one longer than {@code most} characters, or with a character that
     * cannot be kept, is refused. Empty is not: say {@link #required}.
     */
    public String text(String name, int most) {
        return read(name, Text.readLine(value(name), most)).orElse("");
    }

    /** As {@link #text}, with line breaks. */
    public String lines(String name, int most) {
        return read(name, Text.readLines(value(name), most)).orElse("");
    }

    /** As {@link #text}, and empty is refused. */
    public String required(String name, int most) {
        String text = text(name, most);
        missing(name);
        return text;
    }

    /** As {@link #lines}, and empty is refused. */
    public String requiredLines(String name, int most) {
        String text = lines(name, most);
        missing(name);
        return text;
    }

    private void missing(String name) {
        if (Text.blank(value(name)) && findings(name).isEmpty()) {
            refuse(Finding.of(name, null, "web.missing"));
        }
    }

    /** A day, as {@link Dates} reads it; empty when nothing stands there. */
    public Optional<LocalDate> date(String name) {
        return read(name, Dates.day(value(name)));
    }

    /** The value chosen in a list or among buttons; nothing chosen is refused. */
    public <T> Optional<T> chosen(String name, Function<String, T> reader) {
        if (value(name).isBlank()) {
            refuse(Finding.of(name, null, "web.choose"));
        }
        return choice(name, reader);
    }

    /** As {@link #date}, and empty is refused; null when there is none. */
    public LocalDate requiredDate(String name) {
        missing(name);
        return date(name).orElse(null);
    }

    /** A whole number within the bounds. */
    public Optional<Integer> number(String name, int least, int most) {
        return number(name, least, most, null);
    }

    /** As {@link #number(String, int, int)}; with a total, {@code 80 av 112} too. */
    public Optional<Integer> number(String name, int least, int most, Integer total) {
        String text = value(name);
        Optional<Integer> number = read(name, total == null ? Numbers.whole(text) : Numbers.of(total, text));
        return number.filter(each -> within(name, each >= least && each <= most, least, most));
    }

    /** A number with or without decimals within the bounds; empty when nothing stands there. */
    public Optional<BigDecimal> decimal(String name, int least, int most) {
        return read(name, Numbers.decimal(value(name)))
                .filter(each -> within(
                        name,
                        each.compareTo(BigDecimal.valueOf(least)) >= 0 && each.compareTo(BigDecimal.valueOf(most)) <= 0,
                        least,
                        most));
    }

    /** A percentage from 1 to 100, with or without its sign. */
    public Optional<Integer> percent(String name) {
        return read(name, Numbers.percent(value(name))).filter(each -> within(name, each >= 1, 1, 100));
    }

    /** A length of service in months, also told in years and months. */
    public Optional<Months> months(String name) {
        return read(name, Numbers.months(value(name)));
    }

    /** {@code 2027-V}, as lists of half-years send it. */
    public Optional<HalfYear> halfYear(String name) {
        return choose(name, HalfYear::parse);
    }

    /** A value of an own type, read by a function that throws {@link IllegalArgumentException} at what is none. */
    public <T> Optional<T> choice(String name, Function<String, T> reader) {
        return choose(name, reader);
    }

    private <T> Optional<T> choose(String name, Function<String, T> reader) {
        String text = Text.line(value(name));
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException unreadable) {
            refuse(Finding.of(name, Text.shown(text), "web.choice-unknown", Text.shown(text)));
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(String name, Read<T> read) {
        if (read.isFault()) {
            refuse(read.fault().at(name, value(name)));
        }
        return read.optional();
    }

    private boolean within(String name, boolean is, int least, int most) {
        if (!is) {
            refuse(Finding.of(name, value(name), "web.number-bounds", least, most));
        }
        return is;
    }

    public void refuse(Finding finding) {
        findings.add(finding);
    }

    /** The value of what was done; empty, and its findings shown in the form, when it was refused. */
    public <T> Optional<T> take(Result<T> outcome) {
        if (outcome instanceof Result.Done<T> done) {
            return Optional.of(done.value());
        }
        findings.addAll(((Result.Refused<T>) outcome).findings());
        return Optional.empty();
    }

    public boolean faulty() {
        return !findings.isEmpty();
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** This form with all that is wrong put at one field: what is wrong with a file is wrong with its field. */
    public Form atField(String name) {
        findings.replaceAll(each -> each.at(new Place.Field(name)));
        return this;
    }

    /** What is wrong with that field, or with a part of it ({@code halfYears[1]} for {@code halfYears}). */
    public List<Finding> findings(String name) {
        return findings.stream().filter(each -> each.place().isOf(name)).toList();
    }
}
