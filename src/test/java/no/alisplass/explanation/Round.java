package no.alisplass.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Objective;
import no.alisplass.policy.Policies;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;

/** A round of the tests, solved and proven. */
record Round(Snapshot snapshot, Proposal proposal, Certificate certificate) {
    static final AllocationSolver SOLVER = new AllocationSolver();
    static final Explanations EXPLANATIONS = new Explanations(Policies.builtIn());
    static final List<String> DEPARTMENTS = List.of("geriatri", "lunge", "onh", "akuttpsykiatri");
    private static final List<String> AREAS = List.of("3205", "3222", "030112");

    static Round of(Frozen frozen) {
        Snapshot snapshot = frozen.freeze();
        Proposal proposal = SOLVER.solve(snapshot.problem(), 0, SolveListener.SILENT, () -> false)
                .proposal();
        return new Round(snapshot, proposal, Prover.prove(snapshot.problem(), proposal));
    }

    RosterEntry entry(String name) {
        return snapshot.roster().entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Reasons reasons(String name) {
        return EXPLANATIONS.of(snapshot, proposal, certificate, entry(name).doctor());
    }

    Told told(String name, Audience voice, Locale locale) {
        return told(reasons(name), voice, locale);
    }

    Told told(Reasons reasons, Audience voice, Locale locale) {
        return new ExplanationWriter(snapshot.roster(), voice, locale, id -> switch (id.value()) {
                    case "geriatri" -> "Geriatri";
                    case "lunge" -> "Lunge";
                    case "onh" -> "ØNH";
                    default -> "Akuttpsykiatri";
                })
                .tell(reasons);
    }

    List<DoctorId> doctors() {
        return snapshot.roster().entries().stream().map(RosterEntry::doctor).toList();
    }

    /** Everything at once: ties, limits, refusals, blocked half-years, two-part service, pins, both objectives. */
    static Frozen random(long seed, int doctors, int seats) {
        Random random = new Random(seed);
        Frozen frozen = new Frozen().seed("frø-" + seed);
        for (String department : DEPARTMENTS) {
            for (HalfYear halfYear : List.of(Frozen.SPRING, Frozen.AUTUMN)) {
                frozen.seats(department, halfYear, random.nextInt(seats + 1));
            }
        }
        frozen.objective(random.nextInt(3) == 0 ? Objective.PLACEMENTS_FIRST : Objective.WISHES_FIRST);
        frozen.psychiatryOnly("030112");
        if (random.nextBoolean()) {
            frozen.limit("3205", 1 + random.nextInt(2));
        }
        for (int d = 0; d < doctors; d++) {
            Frozen.Applicant one = frozen.doctor(7_000_001 + d * 137, "Lege" + letters(d) + " Navnesen" + letters(d));
            one.area(AREAS.get(random.nextInt(AREAS.size())))
                    .affiliation(random.nextInt(4) == 0 ? Affiliation.OWN_LIST : Affiliation.PERMANENT)
                    .tenths(200 + random.nextInt(4) * 45 + random.nextInt(10))
                    .progress(
                            40 + random.nextInt(3) * 10,
                            GroupSupervision.values()[random.nextInt(GroupSupervision.values().length)])
                    .monthsLeft(random.nextInt(4) == 0 ? 12 : 6);
            List<String> order = new java.util.ArrayList<>(DEPARTMENTS);
            java.util.Collections.shuffle(order, random);
            int ranked = 1 + random.nextInt(3);
            if (random.nextInt(3) == 0 && ranked > 1) {
                one.wants(order.get(0) + "," + order.get(1));
            } else {
                one.wants(order.subList(0, ranked).toArray(String[]::new));
            }
            if (random.nextBoolean()) {
                one.only();
            }
            if (random.nextInt(3) == 0) {
                one.refuses(order.get(3));
            }
            if (random.nextInt(4) == 0) {
                one.blocks(random.nextBoolean() ? Frozen.SPRING : Frozen.AUTUMN);
            }
            if (random.nextInt(5) == 0) {
                one.from(Frozen.AUTUMN);
            }
            if (random.nextInt(8) == 0) {
                one.served(order.get(0));
            }
            if (random.nextInt(15) == 0) {
                one.leave(LeaveStatus.REFUSED);
            }
            if (random.nextInt(15) == 0) {
                one.pinned(Frozen.SPRING);
            }
        }
        return frozen;
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
