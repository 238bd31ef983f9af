package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Outcome;

/**
 * What stands in a form, and what is wrong with it. Reading a field that cannot be read adds a finding; all are shown at
 * once, above the form and at their fields, with what was typed still there.
 */
@TemplateData
public final class Form {
    private static final DateTimeFormatter NORWEGIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** An empty form to fill. */
    public static Form empty() {
        return new Form();
    }

    static Form of(Map<String, ? extends Collection<String>> posted) {
        Form form = new Form();
        posted.forEach((name, all) -> form.values.put(name, new ArrayList<>(all)));
        return form;
    }

    /** This form with that field filled; dates as people type them, null for nothing. */
    public Form with(String name, Object value) {
        String text = value instanceof LocalDate date ? Formats.kortDato(date) : value == null ? "" : value.toString();
        values.computeIfAbsent(name, unseen -> new ArrayList<>()).add(text);
        return this;
    }

    /** This form with only that in the field, whatever stood there. */
    Form having(String name, Object value) {
        values.put(name, new ArrayList<>(List.of(String.valueOf(value))));
        return this;
    }

    /** The same fields with nothing found wrong yet. */
    Form copy() {
        return of(values);
    }

    /** This form without row {@code gone} of the list, those after it moved up: {@code list[1].x} for {@code list[2].x}. */
    Form without(String list, int gone) {
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
    List<String> names() {
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

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** The stripped text; longer than {@code most} characters is refused. Empty is not: say {@link #required}. */
    public String text(String name, int most) {
        String text = value(name).strip();
        if (text.length() > most) {
            refuse(Finding.of(name, null, "web.too-long", most, text.length()));
        }
        return text;
    }

    /** As {@link #text}, and empty is refused. */
    public String required(String name, int most) {
        String text = text(name, most);
        if (text.isEmpty()) {
            refuse(Finding.of(name, null, "web.missing"));
        }
        return text;
    }

    /** {@code 1.3.2027} or {@code 2027-03-01}; empty when nothing stands there. */
    public Optional<LocalDate> date(String name) {
        return read(name, "web.date-unreadable", text -> {
            LocalDate date = text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, NORWEGIAN);
            if (date.getYear() < 1900 || date.getYear() > 2100) {
                throw new DateTimeParseException("out of range", text, 0);
            }
            return date;
        });
    }

    /** The value chosen in a list or among buttons; nothing chosen is refused. */
    public <T> Optional<T> chosen(String name, Function<String, T> reader) {
        if (value(name).isBlank()) {
            refuse(Finding.of(name, null, "web.choose"));
        }
        return choice(name, reader);
    }

    /** As {@link #date}, and empty is refused; null when there is none. */
    LocalDate requiredDate(String name) {
        if (value(name).isBlank()) {
            refuse(Finding.of(name, null, "web.missing"));
        }
        return date(name).orElse(null);
    }

    /** A whole number within the bounds. */
    public Optional<Integer> number(String name, int least, int most) {
        Optional<Integer> number =
                read(name, "web.number-unreadable", text -> Integer.valueOf(text.replaceAll("[\\s\u00A0]", "")));
        return number.filter(each -> within(name, each >= least && each <= most, least, most));
    }

    /** A number with decimal comma (or point) within the bounds. */
    public Optional<BigDecimal> decimal(String name, int least, int most) {
        Optional<BigDecimal> number = read(name, "web.number-unreadable", text -> {
            if (text.length() > 20) {
                throw new NumberFormatException("too long");
            }
            return new BigDecimal(text.replaceAll("[\\s\u00A0]", "").replace(',', '.'));
        });
        return number.filter(each -> within(
                name,
                each.compareTo(BigDecimal.valueOf(least)) >= 0 && each.compareTo(BigDecimal.valueOf(most)) <= 0,
                least,
                most));
    }

    /** {@code 2027-V}, as lists of half-years send it. */
    public Optional<HalfYear> halfYear(String name) {
        return read(name, "web.choice-unknown", HalfYear::parse);
    }

    /** A value of an own type, read by a function that throws {@link IllegalArgumentException} at what is none. */
    public <T> Optional<T> choice(String name, Function<String, T> reader) {
        return read(name, "web.choice-unknown", reader);
    }

    private <T> Optional<T> read(String name, String code, Function<String, T> reader) {
        String text = value(name).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            refuse(Finding.of(name, text, code, text.length() > 40 ? text.substring(0, 40) + "…" : text));
            return Optional.empty();
        }
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
    public <T> Optional<T> take(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return Optional.of(done.value());
        }
        findings.addAll(((Outcome.Refused<T>) outcome).findings());
        return Optional.empty();
    }

    public boolean faulty() {
        return !findings.isEmpty();
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** This form with all that is wrong put at one field: what is wrong with a file is wrong with its field. */
    Form atField(String name) {
        findings.replaceAll(each -> new Finding(name, each.value(), each.code(), each.arguments()));
        return this;
    }

    /** What is wrong with that field, or with a part of it ({@code halfYears[1]} for {@code halfYears}). */
    public List<Finding> findings(String name) {
        return findings.stream()
                .filter(each -> each.field().equals(name)
                        || each.field().startsWith(name + "[")
                        || each.field().startsWith(name + "."))
                .toList();
    }
}
