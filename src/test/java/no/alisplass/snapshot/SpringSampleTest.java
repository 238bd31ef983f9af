package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Scheme;
import no.alisplass.policy.LeadTimes;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Proposal;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.ListRules;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.SampleLists;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.waitlist.Submission;
import org.junit.jupiter.api.Test;

/** The demonstration's round of 2028 makes sense by the rules it is held under, and goes on from the one of the year before. */
class SpringSampleTest {
    private static final Path BEFORE = Path.of("sample-data", "ahus-2027-var");
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2028-var");
    private static final int VERSION = 3;

    private final Policy policy = Policies.builtIn().get("ahus-2020", VERSION).orElseThrow();
    private final Round round;
    private final List<Submission> lists;

    SpringSampleTest() throws IOException {
        round = FrozenSample.round(SAMPLE, VERSION);
        lists = SampleLists.sent(SAMPLE, round, FrozenSample.names(), Instant.parse("2027-04-20T11:00:00Z"));
    }

    private List<WaitlistEntry> entries() {
        return lists.stream().flatMap(list -> list.entries().stream()).toList();
    }

    @Test
    void it_is_held_under_the_latest_policy_and_due_when_that_says() {
        LocalDate start = round.first().start();
        LeadTimes lead = policy.lead();
        assertThat(Policies.builtIn().latest("ahus-2020").orElseThrow().version())
                .isEqualTo(VERSION);
        assertThat(round.deadline())
                .isEqualTo(lead.lastDeadline(start).orElseThrow())
                .isEqualTo(LocalDate.of(2027, 6, 1));
        assertThat(entries())
                .hasSize(65)
                .allSatisfy(entry -> assertThat(entry.service().stated().on()).isIn(lead.lastCall(start), null));
    }

    @Test
    void its_lists_go_in_with_no_remark_but_those_of_doctors_who_cannot_take_part() throws IOException {
        Map<String, Long> told = new TreeMap<>();
        ListRules rules = new ListRules(
                LocalDate.of(2027, 4, 20),
                round.halfYears(),
                new DepartmentNames(new TreeMap<>(FrozenSample.names())),
                policy.counting().of(round.first().start(), round.deadline()),
                List.of(),
                Set.of(),
                Set.of(),
                (scheme, left, start) -> policy.schemeEnds(
                                scheme, left, round.first().start(), start)
                        .map(Finding::message));
        for (Submission list : lists) {
            Map<Integer, WaitlistEntry> rows = new TreeMap<>();
            list.entries().forEach(entry -> rows.put(rows.size() + 1, entry));
            Remarks remarks = new Remarks(Remarks.OF_JSON);
            rules.check(rows, remarks);
            assertThat(remarks.haveError()).isFalse();
            remarks.inOrder()
                    .forEach(remark -> told.merge(remark.finding().message().code(), 1L, Long::sum));
        }
        assertThat(told)
                .isEqualTo(Map.of(
                        "policy.scheme-ends", 1L,
                        "waitlist.affiliation-none", 1L,
                        "waitlist.affiliation-over", 1L,
                        "waitlist.affiliation-ends-in-round", 4L,
                        "waitlist.leave-refused", 9L));
    }

    @Test
    void the_old_scheme_is_over_but_for_one_who_has_not_gone_over() {
        assertThat(entries().stream().filter(entry -> entry.training().scheme() == Scheme.OLD))
                .hasSize(1);
        // Gone over: begun before the new rules held.
        assertThat(entries().stream()
                        .filter(entry -> entry.training().scheme() == Scheme.NEW)
                        .filter(entry -> entry.training().start().isBefore(LocalDate.of(2019, 3, 1))))
                .hasSizeBetween(2, 6);
        assertThat(entries())
                .allMatch(entry -> entry.training().scheme() == Scheme.OLD
                        || entry.progress().objectives() <= 66);
    }

    @Test
    void all_its_places_are_given_and_the_proof_is_accepted() throws IOException {
        Snapshot frozen = FrozenSample.freeze(SAMPLE, VERSION);
        Proposal proposal = new AllocationSolver()
                .solve(frozen.problem(), 1, progress -> {}, () -> false)
                .proposal();
        assertThat(placed(proposal)).hasSize(8);
        Certificate certificate = Prover.prove(frozen.problem(), proposal);
        assertThat(Checker.check(
                                frozen.problem(),
                                proposal,
                                certificate,
                                StatedReasonsWriter.all(frozen.problem(), proposal, certificate))
                        .failures())
                .isEmpty();
        assertThat(frozen.roster().notEligible().toString()).contains("policy.scheme");
    }

    @Test
    void who_comes_again_had_no_place_the_year_before_is_as_far_and_has_another_year() throws IOException {
        Round earlier = FrozenSample.round(BEFORE, 2);
        Map<HprNumber, WaitlistEntry> before =
                SampleLists.sent(BEFORE, earlier, FrozenSample.names(), Instant.parse("2026-11-01T11:00:00Z")).stream()
                        .flatMap(list -> list.entries().stream())
                        .collect(Collectors.toMap(WaitlistEntry::hpr, entry -> entry));
        List<WaitlistEntry> again = entries().stream()
                .filter(entry -> before.containsKey(entry.hpr()))
                .toList();
        assertThat(again).hasSizeBetween(15, 30).allSatisfy(entry -> {
            WaitlistEntry then = before.get(entry.hpr());
            assertThat(entry.name()).isEqualTo(then.name());
            assertThat(entry.employment()).isEqualTo(then.employment());
            assertThat(entry.training()).isEqualTo(then.training());
            assertThat(entry.service().periods()).hasSameSizeAs(then.service().periods());
            assertThat(entry.wishes().ranked()).isEqualTo(then.wishes().ranked());
            assertThat(entry.progress()).isNotEqualTo(then.progress());
        });
        Snapshot frozen = FrozenSample.freeze(BEFORE, 2);
        Proposal given = new AllocationSolver()
                .solve(frozen.problem(), 1, progress -> {}, () -> false)
                .proposal();
        Map<DoctorId, HprNumber> numbers = frozen.roster().entries().stream()
                .collect(Collectors.toMap(
                        RosterEntry::doctor, entry -> entry.facts().hpr()));
        assertThat(placed(given)).hasSize(8);
        assertThat(again.stream().map(WaitlistEntry::hpr))
                .doesNotContainAnyElementsOf(
                        placed(given).stream().map(numbers::get).toList());
    }

    private static List<DoctorId> placed(Proposal proposal) {
        return proposal.placements().stream()
                .filter(placement -> placement.option() != null)
                .map(placement -> placement.doctor())
                .toList();
    }
}
