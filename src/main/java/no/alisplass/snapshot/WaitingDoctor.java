package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.waitlist.Submission;

/** One doctor of a submitted waitlist with the facts that rank them. */
record WaitingDoctor(Submission submission, WaitlistEntry entry, Candidate facts, ServiceToCome toCome) {

    static List<WaitingDoctor> all(List<Submission> submissions, CandidateFacts facts, Earlier earlier) {
        List<WaitingDoctor> all = new ArrayList<>();
        for (Submission submission : submissions) {
            for (WaitlistEntry entry : submission.entries()) {
                ServiceToCome toCome = facts.toCome(entry, earlier);
                boolean late = earlier.withdrewLate().contains(entry.hpr());
                all.add(new WaitingDoctor(
                        submission, entry, facts.candidate(submission, entry, toCome.left(), late), toCome));
            }
        }
        return all;
    }

    static Map<HprNumber, WaitingDoctor> byNumber(List<WaitingDoctor> all) {
        return all.stream().collect(Collectors.toMap(one -> one.facts().hpr(), one -> one));
    }

    /**
     * Doctors by what their lists make of them: nobody is ranked twice.
     *
     * @param counted each doctor once
     * @param unsettled on several lists, of which nobody has said which counts: each of their entries
     * @param elsewhere entries on lists on which it was settled that they do not count
     */
    record Sorted(List<WaitingDoctor> counted, List<WaitingDoctor> unsettled, List<WaitingDoctor> elsewhere) {}

    /** @param settled the area each doctor on several lists counts for, as far as it is settled */
    static Sorted sorted(List<WaitingDoctor> all, Map<HprNumber, AreaCode> settled) {
        Map<HprNumber, List<WaitingDoctor>> byNumber = all.stream()
                .collect(Collectors.groupingBy(one -> one.facts().hpr(), LinkedHashMap::new, Collectors.toList()));
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byNumber.forEach((hpr, entries) -> {
            List<WaitingDoctor> chosen = entries.size() == 1
                    ? entries
                    : entries.stream()
                            .filter(one -> one.facts().area().equals(settled.get(hpr)))
                            .toList();
            sorted.counted().addAll(chosen);
            (chosen.isEmpty() ? sorted.unsettled() : sorted.elsewhere())
                    .addAll(entries.stream()
                            .filter(one -> !chosen.contains(one))
                            .toList());
        });
        return sorted;
    }

    /** Whether the area has said how many it can spare at once. */
    boolean limited() {
        return submission.awayLimit() != null;
    }
}
