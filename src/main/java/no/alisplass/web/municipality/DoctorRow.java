package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.snapshot.ListOrder;
import no.alisplass.waitlist.Submission;
import no.alisplass.web.text.Texts;

/**
 * A doctor on a list.
 *
 * @param place in the municipality's order, from 1
 * @param number in the stored list, which addresses name
 * @param wishes one text for each place among the wishes
 * @param errors what keeps the list from being sent
 * @param warnings what to look at
 * @param criteria where the round's criteria have the doctor among those of the list, or why not; empty where it is not asked
 * @param changed whether something else was sent of the doctor
 */
@TemplateData
public record DoctorRow(
        int place,
        int number,
        WaitlistEntry entry,
        CountedService service,
        List<String> wishes,
        List<Finding> errors,
        List<Finding> warnings,
        List<String> criteria,
        boolean changed) {

    public String getAffiliationKey() {
        return "choice-affiliation-"
                + (entry.employment().kind() == null
                        ? DoctorForm.NONE
                        : entry.employment().kind());
    }

    public String getLeaveKey() {
        return "choice-leave-" + entry.readiness().leave();
    }

    public String getLocumKey() {
        return "choice-locum-" + entry.readiness().locum();
    }

    public String getUpKey() {
        return "up-" + place;
    }

    public String getDownKey() {
        return "down-" + place;
    }

    static List<DoctorRow> all(
            Submission list, Hospital hospital, Counting counting, LocalDate today, List<Remark> remarks) {
        List<DoctorRow> rows = new ArrayList<>();
        for (int number : inOrder(list)) {
            WaitlistEntry entry = list.entries().get(number - 1);
            rows.add(new DoctorRow(
                    rows.size() + 1,
                    number,
                    entry,
                    list.counted(entry, counting, today),
                    wishes(entry, hospital),
                    of(remarks, number, Severity.ERROR),
                    of(remarks, number, Severity.WARNING),
                    List.of(),
                    false));
        }
        return rows;
    }

    /** The same beside what the round's criteria say. @param sent what was sent last; null for nothing */
    static List<DoctorRow> beside(List<DoctorRow> rows, ListOrder order, Submission sent) {
        Map<HprNumber, List<Finding>> out = order.notEligible();
        int ranked = order.ranking().ranked().size();
        return rows.stream()
                .map(row -> new DoctorRow(
                        row.place,
                        row.number,
                        row.entry,
                        row.service,
                        row.wishes,
                        row.errors,
                        row.warnings,
                        order.place(row.entry.hpr())
                                .map(place -> List.of(Texts.of("criteria-place", place, ranked)))
                                .orElseGet(() -> out.getOrDefault(row.entry.hpr(), List.of()).stream()
                                        // What is already told as something to look at, is told once.
                                        .filter(reason -> row.warnings.stream().noneMatch(each -> each.message()
                                                .equals(reason.message())))
                                        .map(reason -> Texts.of("criteria-not-eligible", Texts.of(reason)))
                                        .toList()),
                        sent != null && order.list().isChanged(row.entry.hpr(), sent)))
                .toList();
    }

    private static List<Finding> of(List<Remark> remarks, int number, Severity severity) {
        return remarks.stream()
                .filter(remark -> remark.severity() == severity && remark.row() != null && remark.row() == number)
                .map(Remark::finding)
                .toList();
    }

    static List<String> wishes(WaitlistEntry entry, Hospital hospital) {
        return entry.wishes().ranked().stream()
                .map(group -> group.stream()
                        .map(id -> hospital.departmentName(id))
                        .collect(Collectors.joining(" " + Texts.of("wish-or") + " ")))
                .toList();
    }

    /** The numbers of the stored list in the order of the municipality's priorities. */
    static List<Integer> inOrder(Submission list) {
        return IntStream.rangeClosed(1, list.entries().size())
                .boxed()
                .sorted(Comparator.comparing(
                        number -> list.entries().get(number - 1).priority()))
                .toList();
    }
}
