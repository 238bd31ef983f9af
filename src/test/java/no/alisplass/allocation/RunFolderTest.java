package no.alisplass.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveListener;
import org.junit.jupiter.api.Test;

/** What a run is exported as, and which municipalities that names. */
class RunFolderTest {
    private static final Path STORED = Path.of("src", "test", "resources", "allocation");
    private static final Path EXPORTED = STORED.resolve("named-areas");

    @Test
    void one_stored_while_limits_had_the_codes_of_areas_is_exported_to_the_same_bytes_and_says_so() throws IOException {
        RunManifest card = CanonicalJson.read(Files.readString(EXPORTED.resolve("run.json")), RunManifest.class);
        Roster roster = CanonicalJson.read(Files.readString(STORED.resolve("named-areas-roster.json")), Roster.class);
        AllocationProblem problem =
                CanonicalJson.read(Files.readString(EXPORTED.resolve("problem.json")), AllocationProblem.class);
        RunEntity run = RunEntity.of(
                new Snapshot(new RoundId(card.round()), problem, roster), 1, card.seed(), "kari", Instant.EPOCH);
        run.proposal = Files.readString(EXPORTED.resolve("proposal.json"));
        run.proposalHash = card.proposalHash();
        run.certificate = Files.readString(EXPORTED.resolve("certificate.json"));
        run.solverVersion = card.solverVersion();
        run.configHash = card.configHash();
        Map<String, String> files = RunFolder.of(
                        run, card.policyHash(), Files.readString(EXPORTED.resolve("policy.yaml")))
                .files();
        try (var stored = Files.list(EXPORTED)) {
            for (Path file : stored.toList()) {
                assertThat(files.get(file.getFileName().toString())).isEqualTo(Files.readString(file));
            }
        }
        assertThat(files.get("LESMEG.txt"))
                .contains("står med nummeret sitt", "gjort med en eldre utgave")
                .doesNotContain("a01");
        assertThat(RunChanges.between(
                        run.snapshot(), new Snapshot(run.snapshot().round(), problem, roster)))
                .isEmpty();
    }

    @Test
    void one_frozen_now_names_no_area_and_says_so() {
        Frozen frozen =
                new Frozen().seats("lunge", Frozen.SPRING, 2).limit("3205", 1).limit("3230", 1);
        frozen.doctor(7_000_001, "Kari").area("3205").wants("lunge");
        frozen.doctor(7_000_002, "Ola").area("3230").wants("lunge");
        Snapshot snapshot = frozen.freeze();
        Proposal proposal = new AllocationSolver()
                .solve(snapshot.problem(), 1, SolveListener.SILENT, () -> false)
                .proposal();
        RunEntity run = RunEntity.of(snapshot, 1, 1, "kari", Instant.EPOCH);
        run.proposal = CanonicalJson.write(proposal);
        run.certificate = CanonicalJson.write(Prover.prove(snapshot.problem(), proposal));
        Map<String, String> files = RunFolder.of(run, "", "").files();
        assertThat(files.get("problem.json")).contains("away:a01:2027-V", "away:a02:2027-V");
        assertThat(files.get("LESMEG.txt")).contains("Her er heller ingen kommuner.", "kan likevel kjenne dem igjen");
        assertThat(String.join("\n", files.values())).doesNotContainPattern("(?<![0-9a-f])(3205|3230)(?![0-9a-f])");
    }

    /** One list sent anew with nothing in it that counts draws all names anew; the run it was made after holds all the same. */
    @Test
    void other_names_for_the_same_limits_are_no_change_of_the_round() {
        Frozen frozen = new Frozen().seats("lunge", Frozen.SPRING, 2).limit("3205", 1);
        frozen.doctor(7_000_001, "Kari").area("3205").wants("lunge");
        frozen.doctor(7_000_002, "Ola").area("3230").wants("lunge");
        Snapshot then = frozen.freeze();
        Roster roster = then.roster();
        List<Roster.Submitted> anew = List.of(
                new Roster.Submitted(new AreaCode("3205"), 1, "a01"),
                new Roster.Submitted(new AreaCode("3230"), 2, "a02"));
        assertThat(roster.submissions()).extracting(Roster.Submitted::called).containsExactly("a02", "a01");
        AllocationProblem problem = CanonicalJson.read(
                CanonicalJson.write(then.problem()).replace("away:a02", "away:a01"), AllocationProblem.class);
        Snapshot now = new Snapshot(
                then.round(),
                problem,
                new Roster(
                        roster.policyId(),
                        roster.policyVersion(),
                        roster.policyHash(),
                        roster.lotterySeed(),
                        roster.on(),
                        roster.offering(),
                        anew,
                        roster.entries(),
                        roster.notEligible()));
        assertThat(now.problemHash()).isNotEqualTo(then.problemHash());
        assertThat(RunChanges.between(then, now)).isEmpty();
        // The same names for other areas are another round.
        Snapshot swapped = new Snapshot(then.round(), then.problem(), now.roster());
        assertThat(RunChanges.between(then, swapped)).isNotEmpty();
    }

    @Test
    void two_doctors_with_the_same_wishes_who_change_places_are_a_change_of_the_round() {
        Snapshot then = ranked(60, 50);
        Snapshot now = ranked(50, 60);
        assertThat(now.problemHash()).isEqualTo(then.problemHash());
        assertThat(RunChanges.between(then, ranked(60, 50))).isEmpty();
        assertThat(RunChanges.between(then, now)).isNotEmpty();
    }

    private static Snapshot ranked(int kari, int ola) {
        Frozen frozen = new Frozen().seats("lunge", Frozen.SPRING, 1);
        frozen.doctor(7_000_001, "Kari").months(kari).wants("lunge");
        frozen.doctor(7_000_002, "Ola").months(ola).wants("lunge");
        return frozen.freeze();
    }
}
