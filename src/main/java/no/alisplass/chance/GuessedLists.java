package no.alisplass.chance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.capacity.Capacity;
import no.alisplass.chance.world.Guess;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.text.Sha256;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import no.alisplass.waitlist.Waitlists;

/** The lists of a round as they may come to be: those that are sent, and a guess of the others. A few statements, however many are missing. */
@ApplicationScoped
class GuessedLists {
    private static final String NOBODY = "-";

    private final Waitlists waitlists;
    private final ListedDoctors register;
    private final Rounds rounds;
    private final Capacity capacity;
    private final Clock clock;

    GuessedLists(Waitlists waitlists, ListedDoctors register, Rounds rounds, Capacity capacity, Clock clock) {
        this.waitlists = waitlists;
        this.register = register;
        this.rounds = rounds;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** What the guesses stand on, told in one short text that changes when any of it does. */
    String stamp(Round round, Collection<AreaCode> missing) {
        if (missing.isEmpty()) {
            return "";
        }
        StringBuilder told = new StringBuilder(LocalDate.now(clock) + " " + register.stamp(missing));
        waitlists.previous(round, missing).forEach(list -> told.append(' ')
                .append(list.receipt().sha256()));
        return Sha256.hex(told.toString());
    }

    /** All the round's lists on each guess; with none missing there is nothing to guess. */
    Map<Guess, List<Submission>> of(Round round, List<Submission> sent, Collection<AreaCode> missing) {
        Map<Guess, List<Submission>> lists = new EnumMap<>(Guess.class);
        lists.put(Guess.NONE, sent);
        if (missing.isEmpty()) {
            return lists;
        }
        Map<AreaCode, Map<HprNumber, WaitlistEntry>> waiting = waiting(round, sent, missing);
        Map<AreaCode, Submission> before = new TreeMap<>();
        waitlists.previous(round, missing).forEach(list -> before.put(list.area(), list));
        List<Submission> asLast = new ArrayList<>(sent);
        List<Submission> asRegistered = new ArrayList<>(sent);
        waiting.forEach((area, doctors) -> {
            Submission last = before.get(area);
            if (last != null) {
                List<WaitlistEntry> still = last.entries().stream()
                        .filter(entry -> doctors.containsKey(entry.hpr()))
                        .map(entry -> entry.with(Readiness.UNTOLD))
                        .toList();
                asLast.add(new Submission(
                        round.id(),
                        area,
                        last.version(),
                        SubmissionState.SUBMITTED,
                        last.awayLimit(),
                        still,
                        last.receipt()));
            }
            asRegistered.add(new Submission(
                    round.id(),
                    area,
                    1,
                    SubmissionState.SUBMITTED,
                    last == null ? null : last.awayLimit(),
                    List.copyOf(doctors.values()),
                    new Receipt(1, clock.instant(), NOBODY, Sha256.hex(area.value()))));
        });
        lists.put(Guess.AS_LAST, asLast);
        lists.put(Guess.AS_REGISTERED, asRegistered);
        return lists;
    }

    /** Who waits in the areas and could be sent as the register has them: not who is on a list already, nor whom a list would not be taken with. */
    private Map<AreaCode, Map<HprNumber, WaitlistEntry>> waiting(
            Round round, List<Submission> sent, Collection<AreaCode> missing) {
        Set<HprNumber> listed = new HashSet<>();
        sent.forEach(list -> list.entries().forEach(entry -> listed.add(entry.hpr())));
        DepartmentNames here =
                RegisterAreas.names(capacity.hospital(round.hospital()).stream().toList());
        HospitalView view = new HospitalView(here, () -> RegisterAreas.names(capacity.hospitals()));
        ListRules rules = new ListRules(LocalDate.now(clock), round.halfYears(), here, rounds.counting(round));
        Map<AreaCode, Map<HprNumber, WaitlistEntry>> waiting = new TreeMap<>();
        missing.forEach(area -> waiting.put(area, new LinkedHashMap<>()));
        Map<Integer, WaitlistEntry> rows = new HashMap<>();
        List<RegisteredDoctor> doctors = register.waiting(missing);
        for (int row = 0; row < doctors.size(); row++) {
            WaitlistEntry known = doctors.get(row).facts().entry();
            rows.put(row + 1, view.of(known).with(Readiness.UNTOLD).withPriority(row + 1));
        }
        Remarks remarks = new Remarks(Remarks.OF_JSON);
        rules.check(rows, remarks);
        for (int row = 0; row < doctors.size(); row++) {
            RegisteredDoctor doctor = doctors.get(row);
            if (!remarks.isBad(row + 1) && !listed.contains(doctor.hpr())) {
                waiting.get(doctor.area()).put(doctor.hpr(), rows.get(row + 1));
            }
        }
        return waiting;
    }
}
