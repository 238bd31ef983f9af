package no.alisplass.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;

/** Candidates and policies of the tests. */
final class Given {
    static final LocalDate START = LocalDate.of(2027, 3, 1);
    static final String SEED = "ahus-2027-var";

    private Given() {}

    /** A candidate of whom nothing is special, to be made so. */
    static final class Doctor {
        private final int hpr;
        private Affiliation affiliation = Affiliation.PERMANENT;
        private LocalDate from = LocalDate.of(2024, 1, 1);
        private LocalDate to;
        private Months counted = Months.of(36);
        private int objectives = 60;
        private int activities = 6;
        private GroupSupervision supervision = GroupSupervision.BEGUN;
        private boolean interrupted;
        private Months left = Months.of(6);
        private boolean shortage;
        private List<Start> starts;
        private Agreed agreed;
        private Scheme scheme = Scheme.NEW;
        private Set<Service> covered = Set.of(Service.SOMATIC, Service.PSYCHIATRY);

        Doctor(int hpr) {
            this.hpr = hpr;
        }

        Doctor affiliation(Affiliation affiliation, String from, String to) {
            this.affiliation = affiliation;
            this.from = from == null ? null : LocalDate.parse(from);
            this.to = to == null ? null : LocalDate.parse(to);
            return this;
        }

        Doctor counted(String months) {
            counted = Months.of(new java.math.BigDecimal(months));
            return this;
        }

        Doctor progress(int objectives, int activities, GroupSupervision supervision) {
            this.objectives = objectives;
            this.activities = activities;
            this.supervision = supervision;
            return this;
        }

        Doctor interrupted() {
            interrupted = true;
            return this;
        }

        Doctor left(String months) {
            left = Months.of(new java.math.BigDecimal(months));
            return this;
        }

        Doctor shortage() {
            shortage = true;
            return this;
        }

        Doctor covered(Service... services) {
            covered = Set.of(services);
            return this;
        }

        /** An area that has agreed so with the hospital, where that is asked. */
        Doctor agreed(String from, String to, String registered) {
            agreed = new Agreed(new HospitalId("ahus"), day(from), day(to), day(registered));
            return this;
        }

        private static LocalDate day(String day) {
            return day == null ? null : LocalDate.parse(day);
        }

        Doctor old() {
            scheme = Scheme.OLD;
            return this;
        }

        Doctor old(String monthsLeft) {
            scheme = Scheme.OLD;
            return left(monthsLeft);
        }

        /** With the facts of both half-years of 2027, the months on each as they are on the first. */
        Doctor starts() {
            return starts("2027-V", "2027-H");
        }

        /** The same, with the doctor's wishes letting a service start in these alone. */
        Doctor starts(String... open) {
            starts = Stream.of("2027-V", "2027-H")
                    .map(half -> new Start(HalfYear.parse(half), List.of(open).contains(half), true, counted, shortage))
                    .toList();
            return this;
        }

        Candidate get() {
            return new Candidate(
                    new HprNumber(hpr),
                    new AreaCode("3205"),
                    new Employment(affiliation, from, to),
                    scheme,
                    counted,
                    Months.of(24),
                    new TrainingProgress(objectives, activities, supervision),
                    interrupted,
                    left,
                    shortage,
                    covered,
                    starts == null ? null : START,
                    starts,
                    agreed,
                    null);
        }
    }

    static Doctor doctor(int hpr) {
        return new Doctor(hpr);
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of("solver-config/policies", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy ahus2020() {
        return Policies.builtIn().get("ahus-2020", 1).orElseThrow();
    }

    static Policy ahus2023() {
        return Policies.builtIn().get("ahus-2023", 1).orElseThrow();
    }

    /** The 2020 policy with a text of its file replaced. */
    static Policy ahus2020With(String text, String replacement) {
        return with("ahus-2020.yaml", text, replacement);
    }

    /** A policy that comes with the program, with a text of its file replaced. */
    static Policy with(String name, String... replacements) {
        String file = file(name);
        for (int i = 0; i < replacements.length; i += 2) {
            file = replaced(file, replacements[i], replacements[i + 1]);
        }
        byte[] content = file.getBytes(StandardCharsets.UTF_8);
        return new Policies(List.of(new Policies.PolicyFile("changed.yaml", content)))
                .all()
                .get(0);
    }

    private static String replaced(String file, String text, String replacement) {
        if (!file.contains(text)) {
            throw new IllegalArgumentException("The policy file has no " + text);
        }
        return file.replace(text, replacement);
    }

    /** What decides between two doctors, asked both ways round and with both ways of listing them. */
    static Decision decide(Policy policy, Doctor a, Doctor b) {
        Candidate first = a.get();
        Candidate second = b.get();
        Decision decision = policy.rank(List.of(first, second), START, SEED).decide(first.hpr(), second.hpr());
        Decision turned = policy.rank(List.of(second, first), START, SEED).decide(second.hpr(), first.hpr());
        if (!decision.equals(turned)) {
            throw new AssertionError("The order of asking matters: " + decision + " or " + turned);
        }
        return decision;
    }
}
