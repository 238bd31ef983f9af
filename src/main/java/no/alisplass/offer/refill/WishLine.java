package no.alisplass.offer.refill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;

/**
 * What a doctor asks for, as people see it: a department in a half-year, or what else is taken together. All positions in which that can
 * be are one line, since no wish tells them apart.
 *
 * @param key by which it is named when it is moved or taken back; the same in every snapshot of the round
 * @param parts one for each stay, in time
 */
public record WishLine(String key, List<Part> parts) {
    /** No line's key is longer. */
    public static final int LONGEST = 600;

    public WishLine {
        parts = List.copyOf(parts);
    }

    /** A stay. @param departments more than one where they share it */
    public record Part(HalfYear halfYear, List<DepartmentId> departments) {
        public Part {
            departments = List.copyOf(departments);
        }
    }

    static String key(Option option) {
        return option.stays().stream().map(WishLine::key).collect(Collectors.joining("_"));
    }

    /** The months are a part of it: by them the wishes tell apart how two departments share a stay. */
    private static String key(Stay stay) {
        return stay.halfYear() + ":"
                + stay.legs().stream()
                        .map(leg -> leg.department() + "." + leg.months())
                        .collect(Collectors.joining("+"));
    }

    static WishLine of(Option option) {
        return new WishLine(
                key(option),
                option.stays().stream()
                        .map(stay -> new Part(
                                stay.halfYear(),
                                stay.legs().stream()
                                        .map(Leg::department)
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    /** The lines of options, those of one tier together, in the order they come. */
    static List<List<WishLine>> groups(List<Option> options, Predicate<Option> which) {
        Map<Integer, Map<String, WishLine>> tiers = new LinkedHashMap<>();
        options.stream().filter(which).forEach(option -> tiers.computeIfAbsent(
                        option.tier(), tier -> new LinkedHashMap<>())
                .computeIfAbsent(key(option), key -> of(option)));
        List<List<WishLine>> groups = new ArrayList<>();
        tiers.values().forEach(lines -> groups.add(List.copyOf(lines.values())));
        return groups;
    }

    static List<List<String>> keys(List<List<WishLine>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(WishLine::key).toList())
                .toList();
    }
}
