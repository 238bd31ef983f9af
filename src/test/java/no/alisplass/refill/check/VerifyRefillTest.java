package no.alisplass.refill.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.refill.Cases;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.Ward;
import no.alisplass.refill.run.Refill;
import no.alisplass.refill.run.Refill.Refilled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify says of a refill's folder. */
class VerifyRefillTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Ward ward() {
        return new Ward()
                .seats("lunge", 1)
                .seats("oye", 1)
                .seats("geriatri", 1)
                .limit("a01", "V", 1)
                .firm("a01", "geriatri", "geriatri")
                .upgradable(null, "oye", "lunge", "oye")
                .waits(null, "lunge", "oye")
                .waits("a01", "lunge");
    }

    @BeforeEach
    void write() throws IOException {
        AllocationProblem round = RefillChecker.asOfARound(ward().upgrades());
        write(ward().problem(RefillMode.UPGRADES, CanonicalJson.hash(round)), round);
    }

    private void write(RefillProblem problem) throws IOException {
        write(problem, null);
    }

    private void write(RefillProblem problem, AllocationProblem round) throws IOException {
        Refilled refilled = Refill.run(problem);
        for (Map.Entry<String, String> file : ExportedRefill.files(
                        problem, refilled.outcome(), refilled.certificate(), round)
                .entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private int verify() {
        assertThat(ExportedRefill.isThere(folder.toString())).isTrue();
        return VerifyRefill.run(
                folder.toString(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void it_is_accepted_and_said_what_was_checked() throws IOException {
        Files.writeString(folder.resolve("notat.txt"), "x");
        assertThat(verify()).as(out + "" + err).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("UPGRADED              1", "PLACED                1", "chains                1")
                .contains("nobody has less than was held")
                .contains("except for the limit of that doctor's own area")
                .contains(
                        "ACCEPTED: the order is that of the round's problem, and so are the wishes but for what was taken back, or what was put in another order by who holds a seat.")
                .contains("Not looked at: notat.txt.")
                .contains("how many seats there are and doctors each area can spare, these files cannot show");
    }

    @Test
    void without_the_rounds_problem_it_says_that_the_order_was_not_checked() throws IOException {
        Files.delete(folder.resolve("problem.json"));
        assertThat(verify()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("problem.json is missing");
    }

    @Test
    void the_folder_that_is_kept_is_accepted() {
        folder = Path.of("src", "test", "resources", "refill", "small");
        assertThat(verify()).as(out + "" + err).isZero();
    }

    @Test
    void another_order_than_the_rounds_is_refused_however_well_it_is_proven() throws IOException {
        write(new Ward()
                .seats("lunge", 1)
                .seats("oye", 1)
                .waits(null, "lunge", "oye")
                .upgradable(null, "oye", "lunge", "oye")
                .problem(RefillMode.UPGRADES, CanonicalJson.hash(RefillChecker.asOfARound(ward().upgrades()))));
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FAILED MISMATCH doctors: They are not the round's doctors in the round's order.")
                .contains("REJECTED.");
    }

    @Test
    void another_rounds_problem_is_refused() throws IOException {
        write(ward().problem(RefillMode.UPGRADES, Cases.ROUND));
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAILED MISMATCH roundProblem");
    }

    @Test
    void a_wish_that_was_not_in_the_round_is_refused() throws IOException {
        AllocationProblem round = RefillChecker.asOfARound(ward().upgrades());
        write(new Ward()
                .seats("lunge", 1)
                .seats("oye", 1)
                .seats("geriatri", 1)
                .limit("a01", "V", 1)
                .firm("a01", "geriatri", "geriatri")
                .upgradable(null, "oye", "lunge", "oye")
                .waits(null, "lunge", "geriatri", "oye")
                .waits("a01", "lunge")
                .problem(RefillMode.UPGRADES, CanonicalJson.hash(round)));
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FAILED MISMATCH d003: It has an option that it had not in the round.");
    }

    private static Ward wishes(Consumer<Ward> doctor) {
        Ward ward = new Ward().seats("lunge", 1).seats("oye", 1).seats("hud", 1).seats("onh", 1);
        doctor.accept(ward);
        return ward;
    }

    private String verdict(Consumer<Ward> inTheRound, Consumer<Ward> now) throws IOException {
        AllocationProblem round = RefillChecker.asOfARound(wishes(inTheRound).upgrades());
        write(wishes(now).problem(RefillMode.UPGRADES, CanonicalJson.hash(round)), round);
        out.reset();
        verify();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_holder_adds_nothing_above_what_is_held() throws IOException {
        Consumer<Ward> round = ward -> ward.upgradable(null, "oye", "lunge", "onh", "oye", "hud");
        assertThat(verdict(round, ward -> ward.upgradable(null, "oye", "lunge", "hud", "oye")))
                .contains("FAILED MISMATCH d001: It has option 1 above the one held, and had not in the round.")
                .contains("REJECTED.");
        assertThat(verdict(round, ward -> ward.upgradable(null, "oye", "onh", "lunge", "oye", "hud")))
                .contains("ACCEPTED");
        assertThat(verdict(round, ward -> ward.upgradable(null, "oye", "onh", "oye")))
                .contains("ACCEPTED");
    }

    @Test
    void after_an_upgrade_in_an_order_of_ones_own_what_is_above_was_above_what_was_held_before() throws IOException {
        Consumer<Ward> round = ward -> ward.upgradable(null, "oye", "lunge", "=onh", "oye", "hud");
        // Onh was put ahead of lunge and then got; or lunge was, and what was put ahead of it is still asked for.
        assertThat(verdict(round, ward -> ward.ordering("lunge", "onh", "lunge", "oye", "hud")))
                .contains("ACCEPTED", "or what was put in another order");
        assertThat(verdict(round, ward -> ward.ordering("oye", "onh", "lunge", "oye", "hud")))
                .contains("ACCEPTED");
        assertThat(verdict(round, ward -> ward.ordering("lunge", "lunge", "=onh", "hud")))
                .contains("ACCEPTED");
        assertThat(verdict(round, ward -> ward.upgradable(null, "lunge", "onh", "lunge", "oye", "hud")))
                .contains("FAILED MISMATCH d001: It has option 0 above the one held, and had not in the round.");
        String fault =
                "FAILED MISMATCH d001: It has in its own order what was not above all that comes after it in the round.";
        assertThat(verdict(round, ward -> ward.ordering("lunge", "hud", "lunge", "onh", "oye")))
                .as("what stood below all that was held")
                .contains(fault, "REJECTED.");
        assertThat(verdict(round, ward -> ward.ordering("lunge", "oye", "lunge", "onh")))
                .as("hud was held, which is not left")
                .contains("ACCEPTED");
        assertThat(verdict(round, ward -> ward.ordering("lunge", "hud", "lunge", "onh")))
                .as("the round had nothing that can have been held")
                .contains(fault);
        assertThat(verdict(round, ward -> ward.ordering("lunge", "lunge", "onh", "hud", "oye")))
                .as("and what comes after is in the round's order")
                .contains(fault);
        assertThat(verdict(round, ward -> ward.ordering("onh", "onh", "lunge", "oye", "=hud")))
                .as("nor is anything alike that was not")
                .contains(fault);
    }

    @Test
    void who_waits_takes_wishes_back_and_nothing_else() throws IOException {
        Consumer<Ward> round = ward -> ward.waits(null, "lunge", "oye", "=hud", "onh");
        String fault = "FAILED MISMATCH d001: Its options are in another order than in the round.";
        assertThat(verdict(round, ward -> ward.waits(null, "oye", "lunge"))).contains(fault, "REJECTED.");
        assertThat(verdict(round, ward -> ward.waits(null, "hud", "=oye"))).contains(fault);
        assertThat(verdict(round, ward -> ward.waits(null, "oye", "hud"))).contains(fault);
        assertThat(verdict(round, ward -> ward.waits(null, "oye", "=hud"))).contains("ACCEPTED");
        assertThat(verdict(round, ward -> ward.waits(null, "lunge", "onh"))).contains("ACCEPTED");
    }

    @Test
    void an_altered_file_is_refused_and_the_fault_named() throws IOException {
        change(ExportedRefill.CERTIFICATE, "\"kind\":\"HELD\"", "\"kind\":\"INSTEAD\"");
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FAILED PROOF steps[0]: It is RefillStep[kind=INSTEAD")
                .contains("REJECTED.");
    }

    @Test
    void what_cannot_be_read_is_named() throws IOException {
        change(ExportedRefill.OUTCOME, "\"chains\":", "\"chain\":");
        assertThat(verify()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("refill-outcome.json");
        Files.delete(folder.resolve(ExportedRefill.CERTIFICATE));
        Files.delete(folder.resolve(ExportedRefill.OUTCOME));
        assertThat(verify()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("refill-outcome.json: the file is missing.");
    }

    @Test
    void an_option_that_takes_another_seat_than_its_stay_is_refused() throws IOException {
        // The stay says geriatri and the seat taken is lunge: both doctors could be given one bed.
        RefillProblem problem = ward().upgrades();
        String altered = CanonicalJson.write(problem)
                .replaceFirst("\"position\":\"geriatri\"", "\"position\":\"lunge\"")
                .replaceFirst("\"department\":\"geriatri\"", "\"department\":\"lunge\"");
        write(CanonicalJson.read(altered, RefillProblem.class));
        Files.delete(folder.resolve("problem.json"));
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAILED PROBLEM d001: Option 0 takes");
    }

    @Test
    void the_files_follow_their_schemas() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            RefillProblem problem = Cases.small(seed, 2, 2, true, true);
            Refilled refilled = Refill.run(problem);
            valid("refill-problem", problem);
            valid("refill-outcome", refilled.outcome());
            valid("refill-certificate", refilled.certificate());
        }
        valid(
                "refill-problem",
                wishes(ward -> ward.ordering("oye", "onh", "lunge", "oye")).upgrades());
    }

    private static void valid(String name, Object value) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schema/" + name + ".schema.json")));
        ObjectNode node = (ObjectNode) new ObjectMapper().readTree(CanonicalJson.write(value));
        assertThat(schema.validate(node)).isEmpty();
        node.put("more", 1);
        assertThat(schema.validate(node)).isNotEmpty();
    }

    @Test
    void a_folder_of_a_run_is_none_of_a_refill() {
        assertThat(ExportedRefill.isThere(folder.resolve("elsewhere").toString()))
                .isFalse();
        assertThat(ExportedRefill.isThere("\0")).isFalse();
    }
}
