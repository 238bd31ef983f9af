package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.waitlist.Remark;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistEntry;

/**
 * How a list differs from the one sent to the round before.
 *
 * @param added names of those who were not on it
 * @param gone those who were, with what keeps them out when something does
 * @param changed those on both, with what is changed
 */
@TemplateData
public record Since(List<String> added, List<Gone> gone, List<Changed> changed, int same) {
    @TemplateData
    public record Gone(String name, List<String> reasons) {}

    @TemplateData
    public record Changed(String name, List<String> fields) {}

    static Since of(Submission before, Submission now, Hospital hospital, List<Remark> remarks) {
        Map<HprNumber, WaitlistEntry> was = new LinkedHashMap<>();
        before.entries().forEach(entry -> was.put(entry.hpr(), entry));
        Set<HprNumber> is = new LinkedHashSet<>();
        List<String> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        int same = 0;
        for (WaitlistEntry entry : now.entries()) {
            is.add(entry.hpr());
            WaitlistEntry old = was.get(entry.hpr());
            if (old == null) {
                added.add(entry.name());
            } else {
                List<String> fields = fields(old, entry, hospital);
                same += fields.isEmpty() ? 1 : 0;
                if (!fields.isEmpty()) {
                    changed.add(new Changed(entry.name(), fields));
                }
            }
        }
        List<Gone> gone = new ArrayList<>();
        for (int i = 0; i < before.entries().size(); i++) {
            WaitlistEntry entry = before.entries().get(i);
            int number = i + 1;
            if (!is.contains(entry.hpr())) {
                gone.add(new Gone(
                        entry.name(),
                        remarks.stream()
                                .filter(remark -> remark.isError()
                                        && Integer.valueOf(number).equals(remark.row()))
                                .map(remark -> Texts.of(remark.finding()))
                                .toList()));
            }
        }
        return new Since(added, gone, changed, same);
    }

    /** What is not as it was, each said once however many of its rows changed. */
    private static List<String> fields(WaitlistEntry was, WaitlistEntry is, Hospital hospital) {
        Map<String, List<String>> old = DoctorFields.of(was, hospital);
        Map<String, List<String>> now = DoctorFields.of(is, hospital);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        Set<String> labels = new LinkedHashSet<>();
        for (String name : names) {
            if (!old.getOrDefault(name, List.of()).equals(now.getOrDefault(name, List.of()))) {
                String whole = name.replaceAll("\\[.*", "");
                labels.add(DoctorVersions.label(whole, hospital));
            }
        }
        return List.copyOf(labels);
    }
}
