package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistEntry;

/** One doctor of a submitted waitlist with the facts that rank them. */
record WaitingDoctor(Submission submission, WaitlistEntry entry, Candidate facts, ServiceToCome toCome) {

    static List<WaitingDoctor> all(List<Submission> submissions, Facts facts, Earlier earlier) {
        List<WaitingDoctor> all = new ArrayList<>();
        for (Submission submission : submissions) {
            for (WaitlistEntry entry : submission.entries()) {
                ServiceToCome toCome = facts.toCome(entry, earlier);
                all.add(new WaitingDoctor(
                        submission, entry, facts.candidate(submission.area(), entry, toCome.left()), toCome));
            }
        }
        return all;
    }

    static Map<HprNumber, WaitingDoctor> byNumber(List<WaitingDoctor> all) {
        return all.stream().collect(Collectors.toMap(one -> one.facts().hpr(), one -> one));
    }

    /** Doctors whom two areas have listed: which one they belong to is for people to settle. */
    static List<Finding> onTwoLists(List<WaitingDoctor> all) {
        Map<HprNumber, List<AreaCode>> areas = new TreeMap<>();
        for (WaitingDoctor one : all) {
            areas.computeIfAbsent(one.facts().hpr(), number -> new ArrayList<>())
                    .add(one.facts().area());
        }
        return areas.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> Finding.of(
                        "hprNumber",
                        entry.getKey().digits(),
                        "snapshot.doctor-on-two-lists",
                        entry.getKey().digits(),
                        entry.getValue()))
                .toList();
    }

    /** Whether the area has said how many it can spare at once. */
    boolean limited() {
        return submission.awayLimit() != null;
    }
}
