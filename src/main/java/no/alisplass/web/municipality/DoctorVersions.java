package no.alisplass.web.municipality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.waitlist.EntryVersion;
import no.alisplass.waitlist.Submission;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Link;
import no.alisplass.web.text.Texts;

/**
 * Which doctor, and which version of what is known of the doctor, a form was opened with: {@code who} is the HPR number then
 * and {@code base} the {@link EntryVersion}. Others may change the rest of the list meanwhile without being in the way.
 */
final class DoctorVersions {
    private DoctorVersions() {}

    static Form opened(WaitlistEntry entry, Hospital hospital) {
        return Form.of(DoctorFields.of(entry, hospital))
                .with("who", entry.hpr().digits())
                .with("base", EntryVersion.of(entry).value());
    }

    /** Whether the form was opened with the doctor as it is now. */
    static boolean isOf(WaitlistEntry now, Form form) {
        return form.value("base").equals(EntryVersion.of(now).value());
    }

    /** Where the doctor stands now, from 1; empty when taken off the list meanwhile. */
    static Optional<Integer> place(Submission draft, Form form) {
        return HprNumber.read(form.value("who")).flatMap(draft::place);
    }

    /** Both versions beside each other, where they differ. */
    static DoctorPages.Clash clash(
            Round round, List<Link> trail, int number, WaitlistEntry now, Form mine, DoctorChoices choices) {
        Map<String, List<String>> theirs = DoctorFields.of(now, choices.hospital());
        Set<String> names = new LinkedHashSet<>(theirs.keySet());
        mine.names().stream().filter(DoctorVersions::isFact).forEach(names::add);
        List<DoctorPages.Difference> differences = new ArrayList<>();
        for (String name : names) {
            String their = told(theirs.getOrDefault(name, List.of()), name, choices);
            String my = told(mine.all(name), name, choices);
            if (!their.equals(my)) {
                differences.add(new DoctorPages.Difference(label(name, choices.hospital()), their, my));
            }
        }
        List<String> kept = mine.names().stream()
                .filter(name -> isFact(name) || name.equals("who"))
                .toList();
        return new DoctorPages.Clash(
                round,
                trail,
                OwnMunicipality.address(round) + "/leger/" + number,
                now.name(),
                differences,
                mine,
                kept,
                EntryVersion.of(now).value());
    }

    private static boolean isFact(String name) {
        return !Set.of("_csrf", "who", "base", "row").contains(name);
    }

    private static String told(List<String> values, String name, DoctorChoices choices) {
        String all = values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> choices.told(name, value.strip()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "–" : all;
    }

    static String label(String field, Hospital hospital) {
        if (field.startsWith("wish-")) {
            return Texts.of("doctor-wish-of", hospital.departmentName(new DepartmentId(field.substring(5))));
        }
        Place place = Place.of(field);
        String key = "doctor-field-" + kind(place).replace('.', '-');
        return place instanceof Place.Path path ? Texts.of(key, path.at() + 1) : Texts.of(key);
    }

    /** The place, whichever of several it is. */
    private static String kind(Place place) {
        return place instanceof Place.Path path
                ? path.list() + (path.rest() == null ? "" : "." + kind(path.rest()))
                : place.text();
    }

    /** What was found, at the fields of the form of the doctor on that place; what is about others says so. */
    static List<Finding> findings(Result<?> outcome, int place) {
        List<Finding> all = new ArrayList<>();
        if (outcome instanceof Result.Refused<?> refused) {
            all.addAll(refused.findings());
        } else if (outcome instanceof Result.Done<?> done && done.value() instanceof List<?> remarks) {
            remarks.stream()
                    .map(Remark.class::cast)
                    .filter(Remark::isError)
                    .map(Remark::finding)
                    .forEach(all::add);
        }
        boolean ofHere = all.stream().anyMatch(each -> isOf(each, place));
        return all.stream()
                .filter(each -> isOf(each, place) || !ofHere)
                .map(each -> at(each, place))
                .distinct()
                .toList();
    }

    private static boolean isOf(Finding finding, int place) {
        return finding.place() instanceof Place.Path path && path.list().equals("entries") && path.at() == place - 1;
    }

    private static Finding at(Finding finding, int place) {
        if (finding.place() instanceof Place.Path path && path.list().equals("entries")) {
            if (path.at() == place - 1 && path.rest() != null) {
                boolean wish = path.rest().isOf("wishes.ranked") || path.rest().isOf("wishes.refused");
                return finding.at(wish ? new Place.Field("wishes.ranked") : path.rest());
            }
            if (path.at() != place - 1) {
                return Finding.of(
                        Form.WHOLE, null, "web-municipality.fault-of-other", path.at() + 1, Texts.of(finding));
            }
        }
        return finding.at(new Place.Field(Form.WHOLE));
    }
}
