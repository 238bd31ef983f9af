package no.alisplass.scenario.least;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.reference.LeastReference;
import no.alisplass.reference.Rounds;
import no.alisplass.reference.SmallRounds;
import no.alisplass.scenario.least.check.LeastChecker;
import no.alisplass.scenario.least.check.VerifyLeast;
import no.alisplass.scenario.least.find.LeastSearch;
import no.alisplass.scenario.least.find.LeastSearch.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeastSearchTest {
    private record Case(AllocationProblem problem, List<Doctor> served, boolean best, Map<ResourceId, Integer> more) {
        LeastQuestion question() {
            List<Resource> most = problem.resources().stream()
                    .filter(resource -> more.containsKey(resource.id()))
                    .map(resource -> new Resource(resource.id(), resource.capacity() + more.get(resource.id())))
                    .toList();
            List<DoctorId> ids = served.stream().map(Doctor::id).toList();
            return new LeastQuestion(CanonicalJson.hash(problem), ids, best, most);
        }

        Found find() {
            return LeastSearch.find(problem, question());
        }

        /** By half-year and position, as the reference has them. */
        static Map<ResourceId, Integer> added(List<Resource> added) {
            Map<ResourceId, Integer> map = new TreeMap<>();
            added.forEach(resource -> map.put(resource.id(), resource.capacity()));
            return map;
        }
    }

    private static Case small(long seed) {
        AllocationProblem problem = SmallRounds.dense(SmallRounds.random(seed));
        Random random = new Random(seed);
        List<Doctor> served = problem.doctors().stream()
                .filter(doctor -> !doctor.options().isEmpty() && (doctor.pinned() || random.nextInt(6) > 0))
                .toList();
        Map<ResourceId, Integer> more = new TreeMap<>();
        int generous = random.nextInt(3);
        problem.resources().stream()
                .map(Resource::id)
                .filter(id -> id.seat().isPresent() && random.nextInt(5) > 0)
                .forEach(id -> more.put(id, generous == 0 ? 7 : 1 + random.nextInt(2)));
        return new Case(problem, served, random.nextInt(4) == 0, more);
    }

    @Test
    void equals_trying_everything_in_small_rounds_and_is_proven_and_checked() {
        Map<LeastAnswer, Integer> met = new EnumMap<>(LeastAnswer.class);
        int byCases = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Case one = small(seed);
            Found found = one.find();
            List<Resource> expected = LeastReference.added(one.problem(), one.served(), one.best(), one.more());
            met.merge(found.answer(), 1, Integer::sum);
            byCases += found.certificate().proof() instanceof LeastProof.ByCases ? 1 : 0;
            assertThat(found.answer())
                    .as("round %d", seed)
                    .isEqualTo(expected == null ? LeastAnswer.IMPOSSIBLE : LeastAnswer.PROVEN);
            assertThat(found.fewestPlaces()).isTrue();
            if (expected != null) {
                assertThat(Case.added(found.certificate().added()))
                        .as("round %d", seed)
                        .isEqualTo(Case.added(expected));
            }
            assertThat(LeastChecker.check(one.problem(), found.certificate()).faults())
                    .as("round %d", seed)
                    .isEmpty();
        }
        assertThat(met.keySet()).containsExactlyInAnyOrder(LeastAnswer.PROVEN, LeastAnswer.IMPOSSIBLE);
        assertThat(byCases).isPositive();
    }

    @Test
    void a_certificate_reads_back_as_it_was_written() {
        LeastCertificate certificate = small(4).find().certificate();
        assertThat(CanonicalJson.read(CanonicalJson.write(certificate), LeastCertificate.class))
                .isEqualTo(certificate);
    }

    @Test
    void a_proof_follows_its_schema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schema/least.schema.json")));
        for (long seed = 900; seed < 950; seed++) {
            Case one = small(seed);
            LeastProven proven = new LeastProven(one.problem(), one.find().certificate());
            ObjectNode node = (ObjectNode) new ObjectMapper().readTree(CanonicalJson.write(proven));
            assertThat(schema.validate(node)).as("round %d", seed).isEmpty();
            ((ObjectNode) node.get("certificate")).put("more", 1);
            assertThat(schema.validate(node)).isNotEmpty();
        }
    }

    @Test
    void a_saved_proof_is_verified_without_the_service(@TempDir Path folder) throws IOException {
        Case one = small(906);
        LeastCertificate whole = one.find().certificate();
        assertThat(verify(folder, new LeastProven(one.problem(), whole))).isZero();
        LeastCertificate more = new LeastCertificate(
                whole.question(), whole.added(), whole.placements(), whole.atLeast() + 1, whole.proof());
        assertThat(verify(folder, new LeastProven(one.problem(), more))).isEqualTo(1);
        Files.writeString(folder.resolve(VerifyLeast.FILE), "{}");
        assertThat(verify(folder.toString())).isEqualTo(2);
    }

    private static int verify(Path folder, LeastProven proven) throws IOException {
        Files.writeString(folder.resolve(VerifyLeast.FILE), CanonicalJson.write(proven));
        assertThat(VerifyLeast.isThere(folder.toString())).isTrue();
        return verify(folder.toString());
    }

    private static int verify(String folder) {
        PrintStream unread = new PrintStream(OutputStream.nullOutputStream());
        return VerifyLeast.run(folder, unread, unread);
    }

    @Test
    void whatever_is_altered_is_not_accepted() {
        for (long seed = 0; seed < 300; seed++) {
            Case one = small(seed);
            LeastCertificate whole = one.find().certificate();
            if (whole.added() == null || whole.number() == 0) {
                continue;
            }
            List<LeastCertificate> altered = new ArrayList<>();
            List<Resource> fewer = new ArrayList<>(whole.added());
            Resource last = fewer.remove(fewer.size() - 1);
            if (last.capacity() > 1) {
                fewer.add(new Resource(last.id(), last.capacity() - 1));
            }
            altered.add(new LeastCertificate(
                    whole.question(), fewer, whole.placements(), whole.atLeast() - 1, whole.proof()));
            altered.add(new LeastCertificate(
                    whole.question(), whole.added(), whole.placements(), whole.atLeast() + 1, whole.proof()));
            altered.add(new LeastCertificate(
                    whole.question(), whole.added(), whole.placements(), whole.atLeast() - 1, whole.proof()));
            altered.add(new LeastCertificate(
                    whole.question(),
                    whole.added(),
                    whole.placements(),
                    whole.atLeast(),
                    new LeastProof.Prices(List.of(), 1)));
            List<Placement> without = new ArrayList<>(whole.placements());
            without.remove(0);
            altered.add(new LeastCertificate(whole.question(), whole.added(), without, whole.atLeast(), whole.proof()));
            List<DoctorId> others = new ArrayList<>(whole.question().doctors());
            others.remove(0);
            altered.add(new LeastCertificate(
                    new LeastQuestion(
                            whole.question().problemHash(),
                            others,
                            whole.question().bestTier(),
                            whole.question().most()),
                    whole.added(),
                    whole.placements(),
                    whole.atLeast(),
                    whole.proof()));
            for (LeastCertificate each : altered) {
                assertThat(LeastChecker.check(one.problem(), each).accepted())
                        .as("round %d, %s", seed, each)
                        .isFalse();
            }
        }
    }

    @Test
    void is_found_and_proven_at_the_size_of_a_hospital_with_pairs_and_limits_too() {
        Rounds.Shape shape = Rounds.Shape.of(62, 8, 2);
        for (long seed = 1; seed <= 3; seed++) {
            for (Rounds.Shape each : List.of(
                    shape, shape.withTwoPart(0.3), shape.withTwoPart(0.3).withLimit(6))) {
                AllocationProblem problem = Rounds.generate(each, seed);
                Map<ResourceId, Integer> more = new TreeMap<>();
                problem.resources().stream()
                        .map(Resource::id)
                        .filter(id -> id.seat().isPresent())
                        .forEach(id -> more.put(id, 62));
                Case one = new Case(problem, problem.doctors(), seed == 2, more);
                Found found = one.find();
                assertThat(found.answer()).isIn(LeastAnswer.PROVEN, LeastAnswer.IMPOSSIBLE);
                assertThat(found.fewestPlaces()).isTrue();
                assertThat(LeastChecker.check(problem, found.certificate()).faults())
                        .isEmpty();
            }
        }
    }
}
