package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.waitlist.EntryFact;
import no.alisplass.waitlist.ListChanges;
import no.alisplass.web.text.Texts;

/**
 * How a list differs from the one sent to the round before, in words.
 *
 * @param added names of those who were not on it
 * @param gone those who were, with what keeps them out when something does
 * @param changed those on both, with what is changed
 */
@TemplateData
public record SinceLast(List<String> added, List<Gone> gone, List<Changed> changed, int same) {
    /** @param hpr of one who can be taken along again; null when something keeps the doctor out */
    @TemplateData
    public record Gone(String name, List<String> reasons, String hpr) {}

    @TemplateData
    public record Changed(String name, List<String> fields) {}

    static SinceLast of(ListChanges changes, Hospital hospital) {
        return new SinceLast(
                changes.added().stream().map(WaitlistEntry::name).toList(),
                changes.gone().stream().map(SinceLast::gone).toList(),
                changes.changed().stream()
                        .map(each -> new Changed(each.entry().name(), fields(each, hospital)))
                        .toList(),
                changes.same());
    }

    private static Gone gone(ListChanges.Gone gone) {
        List<String> reasons =
                new ArrayList<>(gone.faults().stream().map(Texts::of).toList());
        if (gone.toCome() != null) {
            gone.toCome()
                    .stays()
                    .forEach(stay -> reasons.add(Texts.of(
                            "since-placed",
                            stay.halfYear(),
                            stay.title(),
                            gone.toCome().left())));
        }
        return new Gone(
                gone.entry().name(),
                reasons,
                gone.canBeTakenAlong() ? gone.entry().hpr().digits() : null);
    }

    private static List<String> fields(ListChanges.Changed changed, Hospital hospital) {
        return changed.facts().stream()
                .flatMap(each -> each == EntryFact.DEPARTMENTS
                        ? hospital.departments()
                                .map(Department::id)
                                .filter(changed.departments()::contains)
                                .map(DoctorForm::wish)
                        : Stream.of(each.field()))
                .map(field -> DoctorVersions.label(field, hospital.departments().toList()))
                .toList();
    }
}
