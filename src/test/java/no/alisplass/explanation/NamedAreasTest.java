package no.alisplass.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.Checker;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.TakenEarlier;
import org.junit.jupiter.api.Test;

/** A run stored while problems named municipalities by their codes, beside the same round frozen now. */
class NamedAreasTest {
    private static final Path STORED = Path.of("src", "test", "resources", "allocation");

    private static Round stored() throws IOException {
        Path run = STORED.resolve("named-areas");
        return new Round(
                new Snapshot(
                        new RoundId("test-runde"),
                        CanonicalJson.read(Files.readString(run.resolve("problem.json")), AllocationProblem.class),
                        CanonicalJson.read(Files.readString(STORED.resolve("named-areas-roster.json")), Roster.class)),
                CanonicalJson.read(Files.readString(run.resolve("proposal.json")), Proposal.class),
                CanonicalJson.read(Files.readString(run.resolve("certificate.json")), Certificate.class));
    }

    private static Round now() {
        Frozen round = new Frozen()
                .seats("lunge", Frozen.SPRING, 3)
                .seats("lunge", Frozen.AUTUMN, 2)
                .seats("geriatri", Frozen.SPRING, 1)
                .seats("geriatri", Frozen.AUTUMN, 1)
                .limit("3205", 1)
                .limit("3230", 2)
                .away("3230", Frozen.SPRING, List.of(new TakenEarlier(new RoundId("ahus-2026"), "Ahus 2026", 1)));
        round.doctor(7_000_001, "Kari Nordmann").area("3205").months(60).wants("lunge", "geriatri");
        round.doctor(7_000_002, "Ola Hansen")
                .area("3205")
                .months(50)
                .wants("lunge")
                .blocks(Frozen.AUTUMN);
        round.doctor(7_000_003, "Per Berg").area("3230").months(45).wants("geriatri");
        round.doctor(7_000_004, "Anne Lie")
                .area("3230")
                .months(40)
                .wants("geriatri", "lunge")
                .from(Frozen.SPRING);
        round.doctor(7_000_005, "Eva Moe")
                .area("030112")
                .months(30)
                .wants("geriatri")
                .pinned(Frozen.AUTUMN, "lunge");
        round.doctor(7_000_006, "Ida Vik").area("3230").months(20).wants("lunge");
        return Round.of(round);
    }

    @Test
    void what_is_stored_reads_writes_and_holds_as_ever() throws IOException {
        Round stored = stored();
        assertThat(CanonicalJson.write(stored.snapshot().problem()))
                .isEqualTo(Files.readString(STORED.resolve("named-areas").resolve("problem.json")))
                .contains("away:3205:2027-V");
        assertThat(CanonicalJson.write(stored.snapshot().roster()))
                .isEqualTo(Files.readString(STORED.resolve("named-areas-roster.json")));
        assertThat(Checker.check(stored.snapshot().problem(), stored.proposal(), stored.certificate())
                        .failures())
                .isEmpty();
    }

    @Test
    void it_is_the_round_that_is_frozen_now_whose_problem_names_no_area() throws IOException {
        Round now = now();
        assertThat(now.snapshot().problemHash())
                .isNotEqualTo(stored().snapshot().problemHash());
        assertThat(now.snapshot().isSameAs(stored().snapshot())).isTrue();
        assertThat(Checker.check(now.snapshot().problem(), now.proposal(), now.certificate())
                        .failures())
                .isEmpty();
        for (String leaving : List.of(
                CanonicalJson.write(now.snapshot().problem()),
                CanonicalJson.write(now.proposal()),
                CanonicalJson.write(now.certificate()))) {
            assertThat(leaving).doesNotContainPattern("(?<![0-9a-f])(3205|3230|030112)(?![0-9a-f])");
        }
    }

    @Test
    void everyone_is_told_the_same_word_for_word() throws IOException {
        Round stored = stored();
        Round now = now();
        boolean ownLimit = false;
        for (RosterEntry entry : stored.snapshot().roster().entries()) {
            for (Audience voice : Audience.values()) {
                List<String> told = stored.told(entry.name(), voice, Locale.forLanguageTag("nb"))
                        .sentences();
                assertThat(now.told(entry.name(), voice, Locale.forLanguageTag("nb"))
                                .sentences())
                        .as(entry.name())
                        .isEqualTo(told);
                ownLimit |= told.stream().anyMatch(each -> each.startsWith("Kommunen kan unnvære én lege våren 2027"));
                assertThat(told).noneMatch(each -> each.contains("away:"));
            }
        }
        assertThat(ownLimit).isTrue();
    }
}
