package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.waitlist.SetApart;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.entry.Remark;
import no.alisplass.waitlist.entry.WaitlistEntry;
import no.alisplass.web.text.Texts;

/**
 * How a list differs from the one sent to the round before.
 *
 * @param added names of those who were not on it
 * @param gone those who were, with what keeps them out when something does
 * @param changed those on both, with what is changed
 */
@TemplateData
public record ListChanges(List<String> added, List<Gone> gone, List<Changed> changed, int same) {
    /** @param hpr of one who can be taken along again; null when something keeps the doctor out */
    @TemplateData
    public record Gone(String name, List<String> reasons, String hpr) {}

    @TemplateData
    public record Changed(String name, List<String> fields) {}

    static ListChanges of(
            Submission before, Submission now, Hospital hospital, List<Remark> remarks, List<SetApart> apart) {
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
                List<String> reasons = new ArrayList<>();
                remarks.stream()
                        .filter(remark ->
                                remark.isError() && Integer.valueOf(number).equals(remark.row()))
                        .map(remark -> Texts.of(remark.finding()))
                        .forEach(reasons::add);
                boolean enough = false;
                for (SetApart one : apart) {
                    if (one.entry().hpr().equals(entry.hpr())) {
                        enough = one.toCome().isEnough();
                        one.toCome()
                                .stays()
                                .forEach(stay -> reasons.add(Texts.of(
                                        "since-placed",
                                        stay.halfYear(),
                                        stay.title(),
                                        one.toCome().left())));
                    }
                }
                boolean sound = remarks.stream()
                        .noneMatch(remark ->
                                remark.isError() && Integer.valueOf(number).equals(remark.row()));
                gone.add(new Gone(
                        entry.name(), reasons, sound && !enough ? entry.hpr().digits() : null));
            }
        }
        return new ListChanges(added, gone, changed, same);
    }

    /** What is not as it was, each said once however many of its rows changed. */
    private static List<String> fields(WaitlistEntry was, WaitlistEntry is, Hospital hospital) {
        Map<String, List<String>> old = DoctorFields.of(was, hospital);
        Map<String, List<String>> now = DoctorFields.of(is, hospital);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        Set<String> labels = new LinkedHashSet<>();
        for (String name : names) {
            // Leave and locum are told anew for each round: that they are others is no change of the doctor.
            boolean anew = name.equals("leave") || name.equals("locum");
            if (!anew && !old.getOrDefault(name, List.of()).equals(now.getOrDefault(name, List.of()))) {
                String whole = name.replaceAll("\\[.*", "");
                labels.add(DoctorVersions.label(whole, hospital));
            }
        }
        return List.copyOf(labels);
    }
}
