package no.alisplass.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole folders forged by someone who can recompute every hash, proof and reason. What contradicts itself is refused by the problem's form; what
 * differs from its run.json by that; and what is consistent throughout is the proof of another problem, which its hash tells.
 */
class ForgedFolderTest {
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final HalfYear AUTUMN = HalfYear.parse("2027-H");

    @TempDir
    Path path;

    private ExportedFolder folder;

    @BeforeEach
    void folder() {
        folder = new ExportedFolder(path);
    }

    private static Stay stay(String position, HalfYear halfYear) {
        return new Stay(new PositionId(position), halfYear, List.of(new Leg(new DepartmentId(position), 6)));
    }

    private static Option option(int tier, String area, Stay... stays) {
        List<ResourceId> uses = new ArrayList<>();
        for (Stay stay : stays) {
            uses.add(ResourceId.seat(stay.position(), stay.halfYear()));
            if (area != null) {
                uses.add(new ResourceId("away:" + area + ":" + stay.halfYear()));
            }
        }
        return new Option(tier, List.of(stays), uses);
    }

    private static Doctor doctor(int number, Option... options) {
        return new Doctor(DoctorId.ofPosition(number), List.of(options), false);
    }

    private static Resource resource(String id, int capacity) {
        return new Resource(new ResourceId(id), capacity);
    }

    private static AllocationProblem problem(Doctor... doctors) {
        return new AllocationProblem(
                Objective.WISHES_FIRST,
                List.of(doctors),
                List.of(
                        resource("away:3205:2027-H", 1),
                        resource("away:3205:2027-V", 1),
                        resource("seat:lunge:2027-H", 1),
                        resource("seat:lunge:2027-V", 1),
                        resource("seat:psykiatri:2027-H", 1),
                        resource("seat:psykiatri:2027-V", 1)));
    }

    /** Two want the same seat; the second is of a municipality that spares one at a time, as is the third. */
    private static AllocationProblem good() {
        return problem(
                doctor(1, option(0, null, stay("lunge", SPRING)), option(1, null, stay("psykiatri", SPRING))),
                doctor(2, option(0, "3205", stay("lunge", SPRING)), option(1, "3205", stay("lunge", AUTUMN))),
                doctor(3, option(0, "3205", stay("psykiatri", SPRING), stay("lunge", AUTUMN))));
    }

    private static AllocationProblem with(int number, Option... options) {
        List<Doctor> doctors = new ArrayList<>(good().doctors());
        doctors.set(number - 1, doctor(number, options));
        return new AllocationProblem(good().objective(), doctors, good().resources());
    }

    private static AllocationProblem with(Resource more, Doctor other) {
        List<Resource> resources = new ArrayList<>(good().resources());
        resources.add(more);
        List<Doctor> doctors = new ArrayList<>(good().doctors());
        doctors.set(1, other);
        return new AllocationProblem(good().objective(), doctors, resources);
    }

    private static Option uses(Option option, String... uses) {
        return new Option(
                option.tier(),
                option.stays(),
                Stream.of(uses).map(ResourceId::new).toList());
    }

    @Test
    void what_is_not_forged_is_accepted_and_names_its_problem() throws IOException {
        folder.write(good());
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains(
                        "ACCEPTED: every doctor is proven and every reason is true, by arithmetic on these files alone.")
                .contains("This holds for the problem " + CanonicalJson.hash(good()) + ".")
                .doesNotContain("Not checked", "Not looked at");
    }

    @Test
    void the_same_seat_given_twice_is_named_with_who_has_it() throws IOException {
        AllocationProblem forged = with(2, uses(option(0, null, stay("lunge", SPRING))));
        folder.write(forged);
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "FAILED PROPOSAL seat:lunge:2027-V: By their stays [d001, d002] hold it, and there is room for 1.")
                .contains("FAILED PROBLEM d002: Option 0 takes [seat:lunge:2027-V] by its stays, and uses says [].")
                .contains("REJECTED.");
    }

    static Stream<Arguments> forged() {
        Stay lunge = stay("lunge", SPRING);
        Option honest = option(0, "3205", lunge);
        Option single = option(0, null, lunge);
        String swapped = "Option 0 takes [away:3205:2027-V, seat:lunge:2027-V] by its stays, and uses says ";
        // Cyrillic а for a, as good as the same to the eye.
        String homoglyph = "seat:lunge:2027-V".replace('e', '\u0435');
        return Stream.of(
                Arguments.of(
                        "uses swapped for another seat",
                        with(2, uses(honest, "away:3205:2027-V", "seat:psykiatri:2027-V")),
                        swapped + "[away:3205:2027-V, seat:psykiatri:2027-V]."),
                Arguments.of(
                        "a use of another half-year",
                        with(2, uses(honest, "away:3205:2027-V", "seat:lunge:2027-H")),
                        swapped + "[away:3205:2027-V, seat:lunge:2027-H]."),
                Arguments.of(
                        "one use more",
                        with(2, uses(single, "seat:lunge:2027-V", "seat:psykiatri:2027-V")),
                        "Option 0 takes [seat:lunge:2027-V] by its stays, and uses says [seat:lunge:2027-V, seat:psykiatri:2027-V]."),
                Arguments.of(
                        "a limit that is not asked in one of the options",
                        with(2, honest, option(1, null, stay("lunge", AUTUMN))),
                        "Option 1 takes [away:3205:2027-H, seat:lunge:2027-H] by its stays, and uses says [seat:lunge:2027-H]."),
                Arguments.of(
                        "a limit that is asked for half of a pair",
                        with(
                                3,
                                uses(
                                        option(0, null, stay("psykiatri", SPRING), stay("lunge", AUTUMN)),
                                        "away:3205:2027-V",
                                        "seat:psykiatri:2027-V",
                                        "seat:lunge:2027-H")),
                        "Option 0 takes [away:3205:2027-H, away:3205:2027-V, seat:lunge:2027-H, seat:psykiatri:2027-V] by its stays"),
                Arguments.of(
                        "another municipality in one of the options",
                        with(
                                resource("away:3222:2027-V", 9),
                                doctor(2, option(0, "3222", lunge), option(1, "3205", stay("lunge", AUTUMN)))),
                        "Option 1 takes [away:3222:2027-H, seat:lunge:2027-H] by its stays"),
                Arguments.of(
                        "a resource that only looks like the seat",
                        with(resource(homoglyph, 1), doctor(2, uses(single, homoglyph))),
                        "No resource can have this name."),
                Arguments.of(
                        "a half-year that never comes",
                        with(resource("seat:lunge:9999-V", 1), good().doctors().get(1)),
                        "No resource can have this name."),
                Arguments.of(
                        "a resource of another sort that nobody uses",
                        with(resource("bed:lunge:2027-V", 1), good().doctors().get(1)),
                        "No resource can have this name."),
                Arguments.of(
                        "a stay with no seats anywhere",
                        with(2, uses(option(0, null, stay("geriatri", SPRING)), "seat:psykiatri:2027-H")),
                        "By their stays [d002] hold it, and there is no such seat."),
                Arguments.of("an option without stays", with(2, option(0, null)), "Option 0 has no stays."),
                Arguments.of(
                        "two stays at once",
                        with(2, option(0, null, lunge, stay("psykiatri", SPRING))),
                        "Option 0 has two stays in one half-year, or the later one first."),
                Arguments.of(
                        "the later stay first",
                        with(2, option(0, null, stay("lunge", AUTUMN), stay("psykiatri", SPRING))),
                        "Option 0 has two stays in one half-year, or the later one first."),
                Arguments.of(
                        "a stay in no department",
                        with(2, option(0, null, new Stay(new PositionId("lunge"), SPRING, List.of()))),
                        "the stay seat:lunge:2027-V is in no department."),
                Arguments.of(
                        "a position that is elsewhere for one of them",
                        with(
                                2,
                                option(
                                        0,
                                        null,
                                        new Stay(
                                                new PositionId("lunge"),
                                                SPRING,
                                                List.of(new Leg(new DepartmentId("geriatri"), 6))))),
                        "Option 0: the stay seat:lunge:2027-V is [geriatri for 6 months], and elsewhere [lunge for 6 months]."),
                Arguments.of(
                        "a position that is shorter for one of them",
                        with(
                                2,
                                option(
                                        0,
                                        null,
                                        new Stay(
                                                new PositionId("lunge"),
                                                SPRING,
                                                List.of(new Leg(new DepartmentId("lunge"), 3))))),
                        "is [lunge for 3 months], and elsewhere [lunge for 6 months]."),
                Arguments.of(
                        "tiers from 1 on",
                        with(2, option(1, null, lunge)),
                        "Option 0 has tier 1. Tiers are counted from 0 without a gap."),
                Arguments.of(
                        "a tier left out",
                        with(2, option(0, null, lunge), option(2, null, stay("lunge", AUTUMN))),
                        "Option 1 has tier 2. Tiers are counted from 0 without a gap."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void a_problem_that_contradicts_itself_is_refused_however_well_proven(
            String how, AllocationProblem forged, String said) throws IOException {
        folder.write(forged);
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).as(how).isEqualTo(1);
        assertThat(ended.out()).contains(said).contains("REJECTED.").doesNotContain("ACCEPTED");
    }

    @Test
    void what_a_human_settled_keeps_the_tier_it_had() throws IOException {
        List<Doctor> doctors = new ArrayList<>(good().doctors());
        doctors.set(1, new Doctor(DoctorId.ofPosition(2), List.of(option(4, "3205", stay("lunge", AUTUMN))), true));
        folder.write(new AllocationProblem(good().objective(), doctors, good().resources()));
        assertThat(folder.verify().code()).isZero();
    }

    private void keepCard(AllocationProblem other) throws IOException {
        folder.write(good());
        String card = folder.get("run.json");
        folder.write(other);
        folder.put("run.json", card);
    }

    private static AllocationProblem swapped() {
        List<Doctor> doctors = new ArrayList<>(good().doctors());
        Collections.swap(doctors, 0, 1);
        return new AllocationProblem(good().objective(), doctors, good().resources());
    }

    @Test
    void another_order_is_refused_by_the_run_card_and_each_difference_is_named() throws IOException {
        keepCard(swapped());
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains("FAILED RUN run.json: problemHash says " + CanonicalJson.hash(good())
                        + ", and problem.json has " + CanonicalJson.hash(swapped()) + ".")
                .contains("FAILED RUN run.json: proposalHash says ")
                .contains("FAILED RUN run.json: certificateHash says ")
                .contains("FAILED RUN run.json: reasonsHash says ")
                .contains("REJECTED.");
    }

    @Test
    void another_order_with_a_run_card_of_its_own_is_another_problem_and_the_verdict_says_which() throws IOException {
        folder.write(swapped());
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("This holds for the problem " + CanonicalJson.hash(swapped()) + ".")
                .contains(
                        "Ask a municipality of the round whether its outcome page shows the same: these files cannot show it.")
                .doesNotContain(CanonicalJson.hash(good()));
    }

    static Stream<Arguments> cards() {
        UnaryOperator<String> none = card -> card.replace("\"placed\":2", "\"placed\":3");
        return Stream.of(
                Arguments.of(none, "placed says 3, and proposal.json has 2."),
                change("\"doctors\":3", "\"doctors\":4", "doctors says 4, and problem.json has 3."),
                change("\"policyVersion\":1", "\"policyVersion\":2", "policyVersion says 2, and policy.yaml says 1."),
                change(
                        "\"policyId\":\"ahus-2020\"",
                        "\"policyId\":\"ahus-2021\"",
                        "policyId says ahus-2021, and policy.yaml says ahus-2020."),
                change("\"policyHash\":\"", "\"policyHash\":\"0", "policyHash says 0"),
                change("\"problemHash\":\"", "\"problemHash\":\"0", "problemHash says 0"),
                change("\"proposalHash\":\"", "\"proposalHash\":\"0", "proposalHash says 0"),
                change("\"certificateHash\":\"", "\"certificateHash\":\"0", "certificateHash says 0"),
                change("\"reasonsHash\":\"", "\"reasonsHash\":\"0", "reasonsHash says 0"));
    }

    private static Arguments change(String from, String to, String said) {
        UnaryOperator<String> change = card -> card.replace(from, to);
        return Arguments.of(change, said);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("cards")
    void a_wrong_run_card_is_refused(UnaryOperator<String> change, String said) throws IOException {
        folder.write(good());
        String card = folder.get("run.json");
        assertThat(change.apply(card)).isNotEqualTo(card);
        folder.put("run.json", change.apply(card));
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("FAILED RUN run.json: " + said).contains("REJECTED.");
    }

    @Test
    void another_policy_file_is_refused() throws IOException {
        folder.write(good());
        folder.put("policy.yaml", ExportedFolder.POLICY + "# more\n");
        assertThat(folder.verify().code()).isEqualTo(1);
        assertThat(folder.verify().out()).contains("FAILED RUN run.json: policyHash says ");
    }

    @Test
    void what_cannot_be_compared_is_said_in_the_verdict() throws IOException {
        folder.write(good());
        Files.delete(path.resolve("policy.yaml"));
        assertThat(folder.verify().code()).isZero();
        assertThat(folder.verify().out())
                .contains("Not checked: policy.yaml is missing.")
                .contains("on these files alone; but policy.yaml is missing.");
        Files.delete(path.resolve("run.json"));
        assertThat(folder.verify().code()).isZero();
        assertThat(folder.verify().out())
                .contains("Not checked: run.json is missing.")
                .contains("on these files alone; but run.json is missing.");
    }

    @Test
    void a_card_from_before_reasons_were_hashed_is_compared_as_far_as_it_goes() throws IOException {
        folder.write(good());
        String card = folder.get("run.json")
                .replaceAll("\"(reasonsHash)\":\"[0-9a-f]*\",", "")
                .replaceAll("\"(doctors|placed)\":[0-9]+,", "");
        assertThat(card).doesNotContain("reasonsHash", "doctors", "placed");
        folder.put("run.json", card);
        assertThat(folder.verify().code()).isZero();
    }

    @Test
    void nothing_is_proven_of_nobody() throws IOException {
        folder.write(problem());
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("NOT ACCEPTED: nothing to prove, the problem has no doctors.");
    }

    @Test
    void a_worse_proposal_with_all_hashes_made_to_fit_is_refused() throws IOException {
        List<Placement> none = good().doctors().stream()
                .map(doctor -> new Placement(doctor.id(), null))
                .toList();
        folder.write(good(), new Proposal(CanonicalJson.hash(good()), none));
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("FAILED REFUTED d001").contains("REJECTED.");
    }
}
