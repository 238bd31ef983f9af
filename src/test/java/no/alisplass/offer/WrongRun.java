package no.alisplass.offer;

import static no.alisplass.Results.done;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Runs;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import org.awaitility.Awaitility;

/**
 * A round that was run and approved on a list with a slip in it. Four wish lunge, then øye, then hud, of each of which there is one seat; the third has
 * served longest, but the list said 30 months for 45.
 */
public final class WrongRun {
    private static final int[] MONTHS = {40, 35, 30, 26};
    public static final int TRULY = 45;

    private final OfferedRound round;
    private final Runs runs;

    public WrongRun(OfferedRound round, Runs runs, Approval approval) {
        this.round = round;
        this.runs = runs;
        QuarkusTransaction.requiringNew().run(() -> {
            for (String each : List.of("lunge", "oye", "hud")) {
                round.department(department(each), 1);
            }
            TreeMap<AreaCode, List<WaitlistEntry>> lists = new TreeMap<>();
            for (int d = 1; d <= MONTHS.length; d++) {
                lists.merge(OfferedRound.area(d), List.of(entry(d, MONTHS[d - 1])), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList());
            }
            round.closed(lists);
        });
        done(approval.approve(
                round.round, ended(done(runs.start(round.round, 0))).number()));
    }

    /** Waits until a run has come to its end. */
    public Run ended(Run run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> done(runs.find(run.round(), run.number())), known -> known.state()
                        .ended());
    }

    public String department(String name) {
        return round.hospital + "-ny-" + name;
    }

    public WaitlistEntry entry(int doctor, int months) {
        return new WaitlistEntry(
                (doctor + 1) / 2,
                new Person("Lege " + doctor, round.doctor(doctor), null),
                new Employment(Affiliation.PERMANENT, LocalDate.of(2080, 1, 1), null),
                new Training(Scheme.NEW, LocalDate.of(2080, 1, 1)),
                new ServiceRecord(
                        new StatedService(Months.of(months), Months.of(24), LocalDate.of(2089, 11, 30), 100),
                        List.of()),
                new TrainingProgress(60, 6, GroupSupervision.BEGUN),
                new InstitutionService(List.of(), Months.of(6), false),
                new Wishes(
                        Stream.of("lunge", "oye", "hud")
                                .map(each -> Set.of(new DepartmentId(department(each))))
                                .toList(),
                        false,
                        Set.of(),
                        null,
                        Set.of(),
                        WishWeight.DEPARTMENT),
                new Readiness(LeaveStatus.GRANTED, LocumStatus.SECURED),
                null);
    }

    /** The area writes in the register what is true of the third. */
    public void setRight() {
        QuarkusTransaction.requiringNew().run(() -> round.registered(OfferedRound.area(3), entry(3, TRULY)));
    }
}
