package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.PlannedPosition;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.forecast.run.Replication;
import no.alisplass.forecast.run.World;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Stay;
import no.alisplass.register.entry.SampleLists;
import no.alisplass.round.Round;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import no.alisplass.waitlist.Submission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first round of a forecast from what a sample round was frozen from gives what a run of that frozen round gives. */
class ForecastOfASampleTest {
    private static final Instant SENT = Instant.parse("2026-11-01T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"ahus-2027-var, 1", "ahus-2027-var, 2", "ahus-2028-var, 3"})
    void the_first_round_is_that_of_a_frozen_one(String sample, int version) throws IOException {
        Path folder = Path.of("sample-data", sample);
        Snapshot frozen = FrozenSample.freeze(folder, version);
        Map<HprNumber, List<Stay>> expected = new TreeMap<>();
        List<Placement> placements = new AllocationSolver()
                .solve(frozen.problem(), 1, SolveListener.SILENT, () -> false)
                .proposal()
                .placements();
        for (int d = 0; d < placements.size(); d++) {
            Integer option = placements.get(d).option();
            if (option != null) {
                Option held = frozen.problem().doctors().get(d).options().get(option);
                expected.put(frozen.roster().entries().get(d).facts().hpr(), held.stays());
            }
        }

        Map<HprNumber, List<Stay>> given = new TreeMap<>();
        List<HprNumber> ranked = new ArrayList<>();
        for (Replication.Given each : Replication.firstRound(new World(input(folder, version)), 1, 0)) {
            ranked.add(each.hpr());
            if (each.option() != null) {
                given.put(each.hpr(), each.option().stays());
            }
        }

        assertThat(given).hasSize(8).isEqualTo(expected);
        // By the lot of the forecast's round, which another seed draws. Who wishes for a start after the round is
        // ranked in it and offered nothing;
        // a forecast asks such a doctor later.
        Policy policy = Policies.builtIn().get("ahus-2020", version).orElseThrow();
        List<Candidate> facts =
                frozen.roster().entries().stream().map(RosterEntry::facts).toList();
        assertThat(ranked)
                .isEqualTo(policy.rank(facts, frozen.roster().on(), Replication.lotterySeed(1, 0, 0)).ranked().stream()
                        .map(each -> each.candidate().hpr())
                        .filter(ranked::contains)
                        .toList())
                .hasSizeGreaterThan(50);
    }

    private static ForecastInput input(Path folder, int version) throws IOException {
        Round round = FrozenSample.round(folder, version);
        List<QueuedDoctor> queue = new ArrayList<>();
        Map<AreaCode, Integer> spares = new HashMap<>();
        for (Submission list : SampleLists.sent(folder, round, FrozenSample.names(), SENT)) {
            spares.put(list.area(), list.awayLimit());
            list.entries().forEach(entry -> queue.add(new QueuedDoctor(list.area(), list.day(), entry)));
        }
        Map<AreaCode, Agreed> agreed = FrozenSample.agreed(folder);
        List<PlannedArea> areas = FrozenSample.areas().stream()
                .map(area -> new PlannedArea(
                        area,
                        agreed.get(area.area().code()),
                        spares.get(area.area().code()),
                        0))
                .toList();
        Map<String, PlannedPosition> positions = new TreeMap<>();
        Map<DepartmentId, Service> services = new HashMap<>();
        FrozenSample.departments().forEach((department, service) -> services.put(FrozenSample.id(department), service));
        for (OfferedStay offered : FrozenSample.offered(folder, services)) {
            Stay stay = offered.stay();
            Map<HalfYear, Integer> seats = new TreeMap<>();
            PlannedPosition known = positions.get(stay.position().value());
            if (known != null) {
                seats.putAll(known.from());
            }
            seats.put(stay.halfYear(), offered.seats());
            positions.put(
                    stay.position().value(),
                    new PlannedPosition(
                            stay.position(), stay.legs(), Set.copyOf(offered.services()), new TreeMap<>(seats)));
        }
        Plan plan = new Plan(round.hospital(), round.first(), 2, 2, List.copyOf(positions.values()));
        return new ForecastInput(
                queue,
                areas,
                Assumptions.nothing(),
                plan,
                Policies.builtIn().get(round.policyId(), version).orElseThrow());
    }
}
