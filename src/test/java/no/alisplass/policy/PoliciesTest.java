package no.alisplass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Scheme;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final String SOUND = Given.file("ahus-2020.yaml");

    private static List<PolicyFault> faults(String... contents) {
        List<Policies.PolicyFile> files = Stream.iterate(0, i -> i < contents.length, i -> i + 1)
                .map(i -> new Policies.PolicyFile(
                        (char) ('a' + i) + ".yaml", contents[i].getBytes(StandardCharsets.UTF_8)))
                .toList();
        FaultyPolicies faulty = catchThrowableOfType(FaultyPolicies.class, () -> new Policies(files));
        assertThat(faulty).isNotNull();
        assertThat(faulty.faults()).allSatisfy(fault -> {
            assertThat(fault.advice()).startsWith("Maybe ");
            assertThat(faulty).hasMessageContaining(fault.toString());
        });
        return faulty.faults();
    }

    private static String with(String text, String replacement) {
        String unescaped = text.replace("\\n", "\n");
        assertThat(SOUND).contains(unescaped);
        return SOUND.replace(unescaped, replacement.replace("\\n", "\n"));
    }

    /** The line of the first place a text stands in, from 1. */
    private static int line(String content, String text) {
        int at = content.indexOf(text);
        assertThat(at).as(text).isNotNegative();
        return (int) content.substring(0, at).lines().count() + (at == 0 || content.charAt(at - 1) == '\n' ? 1 : 0);
    }

    @Nested
    class What_comes_with_the_program {
        private final Policies policies = Policies.builtIn();

        @Test
        void is_every_file_of_the_folder() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("solver-config/policies"))) {
                assertThat(policies.all()).hasSize((int)
                        files.filter(file -> file.toString().endsWith(".yaml")).count());
            }
        }

        @Test
        void has_the_report_s_order_and_the_later_one() {
            assertThat(codes("ahus-2020"))
                    .containsExactly(
                            CriterionCode.INTERRUPTED,
                            CriterionCode.READY,
                            CriterionCode.AFFILIATION,
                            CriterionCode.SENIORITY,
                            CriterionCode.PROGRESS,
                            CriterionCode.SPECIALIST_SHORTAGE,
                            CriterionCode.LOTTERY);
            assertThat(codes("ahus-pilot-2021")).isEqualTo(codes("ahus-2023"));
            assertThat(codes("ahus-2023"))
                    .containsExactly(
                            CriterionCode.INTERRUPTED,
                            CriterionCode.READY,
                            CriterionCode.SENIORITY,
                            CriterionCode.AFFILIATION,
                            CriterionCode.PROGRESS,
                            CriterionCode.SPECIALIST_SHORTAGE,
                            CriterionCode.LOTTERY);
        }

        private List<CriterionCode> codes(String id) {
            return policies.latest(id).orElseThrow().criteria().stream()
                    .map(Criterion::code)
                    .toList();
        }

        @Test
        void is_offered_in_its_newest_form_and_names_what_came_in_the_place_of_the_rest() {
            assertThat(policies.offered())
                    .extracting(policy -> policy.id() + " " + policy.version())
                    .containsExactly("ahus-2020 3", "ahus-pilot-2021 1");
            assertThat(policies.all())
                    .extracting(policy -> policy.id() + " " + policy.version() + " "
                            + policies.supersededBy(policy)
                                    .map(newer -> newer.id() + " " + newer.version())
                                    .orElse("-"))
                    .containsExactly(
                            "ahus-2020 1 ahus-2020 3",
                            "ahus-2020 2 ahus-2020 3",
                            "ahus-2020 3 -",
                            "ahus-2023 1 ahus-pilot-2021 1",
                            "ahus-2023 2 ahus-pilot-2021 1",
                            "ahus-pilot-2021 1 -");
        }

        @Test
        void is_replaced_by_what_is_itself_replaced_by_nothing() {
            Policies chain = new Policies(Stream.of("ahus-2020", "ahus-2021", "ahus-2022")
                    .map(id -> new Policies.PolicyFile(
                            id,
                            SOUND.replace("id: ahus-2020", "id: " + id)
                                    .replace(
                                            "\nschemes:\n",
                                            id.equals("ahus-2020")
                                                    ? "\nschemes:\n"
                                                    : "\nreplaces: ahus-202" + (id.charAt(8) - '1') + "\nschemes:\n")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .toList());
            assertThat(chain.replacing("ahus-2020"))
                    .get()
                    .extracting(Policy::id)
                    .isEqualTo("ahus-2022");
            assertThat(chain.offered()).extracting(Policy::id).containsExactly("ahus-2022");
        }

        /** What a round was decided by never changes: these are the bytes that were published. */
        @ParameterizedTest
        @CsvSource({
            "ahus-2020, 1, 2bf7c0c16dbe1db0ccabae488b9afea6eece8c97dd0bb842c5b21d1731e2b03b",
            "ahus-2020, 2, 3c0b39fd3284b9ee6a9dc8f629062960d2ae3ab3a2e139564ff91319d7786120",
            "ahus-2023, 1, 5901b9054ba73fdfbd565d873e1b4b3574839f9be6a71c9bfa0f4516578f2ce1",
            "ahus-2023, 2, 52bc1a35a03219e9742934124fb4c86afa9ce9d9eedf1ed0974a706c05d2be17"
        })
        void is_what_was_published(String id, int version, String hash) {
            assertThat(policies.get(id, version).orElseThrow().hash()).isEqualTo(hash);
        }

        @Test
        void says_in_its_newest_form_what_rules_say_today() {
            for (Policy policy : policies.offered()) {
                assertThat(policy.eligibility().agreement()).isEqualTo(Eligibility.Asked.WARN);
                assertThat(policy.eligibility().registration()).isEqualTo(Eligibility.Asked.WARN);
                assertThat(policy.placement().departmentAgain())
                        .isEqualTo(PlacementRules.DepartmentAgain.AFTER_INTERRUPTION);
                assertThat(policy.lead()).isEqualTo(new LeadTimes(11, 9));
                assertThat(policy.schemes().get(Scheme.OLD).afterLastApplication())
                        .isEqualTo(SchemeRules.AfterLastApplication.NOT_ELIGIBLE);
                assertThat(policy.schemes().get(Scheme.NEW).objectives(LocalDate.of(2026, 2, 28)))
                        .contains(112);
                assertThat(policy.schemes().get(Scheme.NEW).objectives(LocalDate.of(2026, 3, 1)))
                        .isEmpty();
            }
        }

        @Test
        void says_what_the_report_says() throws Exception {
            Policy policy = policies.get("ahus-2020", 1).orElseThrow();
            assertThat(policy.title()).isEqualTo("Ahus 2020 – tilknytning før ansiennitet");
            assertThat(policy.source()).contains("7.3.1.1");
            assertThat(policy.criteria())
                    .allSatisfy(one -> assertThat(one.source()).isNotBlank());
            assertThat(policy.objective()).isEqualTo(Objective.WISHES_FIRST);
            assertThat(policy.trainingMonths()).isEqualTo(60);
            assertThat(policy.eligibility())
                    .isEqualTo(new Eligibility(
                            true, true, true, true, Eligibility.Asked.IGNORE, Eligibility.Asked.IGNORE));
            assertThat(policy.placement())
                    .isEqualTo(new PlacementRules(
                            3,
                            6,
                            true,
                            true,
                            PlacementRules.FirstPartAlone.OFFERED,
                            PlacementRules.DepartmentAgain.NEVER));
            assertThat(policy.schemes().get(Scheme.OLD))
                    .isEqualTo(new SchemeRules(
                            12, LocalDate.of(2026, 12, 31), SchemeRules.AfterLastApplication.OFFERED, List.of()));
            assertThat(policy.schemes().get(Scheme.NEW))
                    .isEqualTo(new SchemeRules(6, null, SchemeRules.AfterLastApplication.OFFERED, List.of()));
            byte[] file = Files.readAllBytes(Path.of("solver-config/policies/ahus-2020.yaml"));
            assertThat(policy.hash())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
    }

    @Nested
    class A_folder_of_more {
        @TempDir
        Path folder;

        @Test
        void adds_to_what_comes_with_the_program() throws IOException {
            Files.writeString(folder.resolve("later.yml"), with("version: 1", "version: 12"));
            Files.writeString(folder.resolve("early.yaml"), with("version: 1", "version: 4"));
            Files.writeString(folder.resolve("notes.txt"), "not a policy");
            Policies policies = new Policies(Optional.of(folder.toString()));
            assertThat(policies.all())
                    .extracting(policy -> policy.id() + " " + policy.version())
                    .containsExactly(
                            "ahus-2020 1",
                            "ahus-2020 2",
                            "ahus-2020 3",
                            "ahus-2020 4",
                            "ahus-2020 12",
                            "ahus-2023 1",
                            "ahus-2023 2",
                            "ahus-pilot-2021 1");
            assertThat(policies.latest("ahus-2020").orElseThrow().version()).isEqualTo(12);
            assertThat(policies.get("ahus-2020", 5)).isEmpty();
            assertThat(policies.latest("ahus-2019")).isEmpty();
            assertThat(Policies.of(folder).all()).hasSize(2);
        }

        @Test
        void may_not_replace_what_comes_with_the_program() throws IOException {
            Files.writeString(folder.resolve("mine.yaml"), SOUND);
            assertThatThrownBy(() -> new Policies(Optional.of(folder.toString())))
                    .isInstanceOf(FaultyPolicies.class)
                    .hasMessageContaining(
                            "mine.yaml:2: id (ahus-2020 version 1) is already the policy of ahus-2020.yaml");
        }

        @Test
        void must_exist() {
            assertThatThrownBy(() ->
                            new Policies(Optional.of(folder.resolve("gone").toString())))
                    .isInstanceOf(FaultyPolicies.class)
                    .hasMessageContaining(Policies.FOLDER)
                    .hasMessageContaining("gone");
        }
    }

    @Nested
    class A_fault {
        /** text of the sound file; what it is replaced by; the text on the faulty line; key; value; problem; advice */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                id: ahus-2020 | id: Ahus 2020 | id: Ahus | id | Ahus 2020 | must be 2 to 60 | Maybe ahus-2020
                id: ahus-2020 | id: 2020 | id: 2020 | id | 2020 | must be 2 to 60 | Maybe ahus-2020
                version: 1 | version: 0 | version: 0 | version | 0 | whole number from 1 | Maybe 1
                version: 1 | version: -1 | version: -1 | version | -1 | whole number from 1 | Maybe 1
                version: 1 | version: 1.5 | version: 1.5 | version | 1.5 | whole number | Maybe 1
                version: 1 | version: '1' | version: '1' | version | 1 | whole number | Maybe 1
                version: 1 | version: 010 | version: 010 | version | 010 | whole number | Maybe 1
                version: 1 | version: 99999999999 | version: 9 | version | 99999999999 | whole number | Maybe 1
                version: 1\\n | \\n | id: | version | | is missing | Maybe copy
                title: Ahus 2020 – tilknytning før ansiennitet | title: | title: | title | | must be text | Maybe put it in quotes
                title: Ahus 2020 – | title: Ahus 2020: | title: | | | This is not YAML | Maybe put the text in quotes
                title: Ahus 2020 – | \\ttitle: Ahus 2020 – | title: | | | This is not YAML | Maybe
                objective: wishes-first | objective: wishes | objective: w | objective | wishes | not one of the known words | Maybe wishes-first or placements-first
                objective: wishes-first | objective: wish-first | objective: w | objective | wish-first | not one of the known words | Maybe wishes-first
                training-months: 60 | training-month: 60 | training-month: | training-month | | is not a known key | Maybe training-months
                training-months: 60 | training-months: 0 | training-months: 0 | training-months | 0 | whole number from 1 to 240 | Maybe 1
                training-months: 60 | training-months: 60\\nid: other | id: other | id | id | first on line 2 | Maybe remove
                training-months: 60 | training-months: 60\\ncolour: red | colour | colour | | is not a known key | Maybe
                  affiliation: true | affiliation: yes | affiliation: yes | eligibility.affiliation | yes | must be true or false | Maybe true
                area-covered: true | area-cover: true | area-cover | eligibility.area-cover | | not a known key | Maybe area-covered
                kind: seniority | kind: senioritet | kind: senioritet | criteria[3].kind | senioritet | not one of the known words | Maybe seniority
                kind: seniority | kind: age | kind: age | criteria[3].kind | age | not one of the known words | Maybe interrupted, ready, affiliation, seniority, progress, specialist-shortage or lottery
                kind: seniority | sort: seniority | sort: | criteria[3].kind | | is missing | Maybe
                kind: specialist-shortage | kind: interrupted | kind: interrupted\\n    source: Ahus-rapporten 2020, punkt 7.3.1.1, s | criteria[5].kind | interrupted | first on line | Maybe remove
                    months: 24 | months: -24 | months: -24 | criteria[1].months | -24 | whole number from 0 to 120 | Maybe 0
                    months: 24 | months: 24.5 | months: 24.5 | criteria[1].months | 24.5 | whole number | Maybe 0
                    months: 24 | months: [24] | months: [24] | criteria[1].months | a list of 1 | whole number | Maybe 0
                when-early: rank-last | when-early: rank-lats | when-early: | criteria[1].when-early | rank-lats | not one of | Maybe rank-last
                step-months: 1 | step-months: 0 | step-months: 0 | criteria[3].step-months | 0 | whole number from 1 | Maybe 1
                step-months: 1 | months: 1 | months: 1\\n | criteria[3].months | | is not a known key | Maybe
                long-locum-months: 12 | long-locum-months: -1 | long-locum-months: -1 | criteria[2].long-locum-months | -1 | whole number from 1 | Maybe 1
                - short-locum | - locum | - locum | criteria[2].order[3] | locum | not one of | Maybe
                - short-locum | - permanent | - permanent\\n    # | criteria[2].order[3] | permanent | listed twice | Maybe remove
                - permanent\\n | \\n | order:\\n | criteria[2].order | | where these come: permanent | Maybe put them last
                - objectives\\n      - activities\\n      - supervision | [] | order:\\n      []\\n\\n  - kind: specialist | criteria[4].order | | must not be empty | Maybe
                - objectives\\n      - activities\\n      - supervision | objectives | objectives | criteria[4].order | objectives | must be a list | Maybe
                source: Ahus-rapporten 2020, punkt 7.3.1.2, Praktisk håndtering | source: '' | source: '' | criteria[0].source | | must be text | Maybe
                minimum-months-per-department: 3 | minimum-months-per-department: 7 | minimum-months-per-department: 7 | placement.minimum-months-per-department | 7 | from 1 to 6 | Maybe 6
                distinct-departments: true | distinct-departments: 1 | distinct-departments: 1 | placement.two-part.distinct-departments | 1 | true or false | Maybe true
                last-application: 2026-12-31 | last-application: 31.12.2026 | last-application: | schemes.old.last-application | 31.12.2026 | must be a date | Maybe 2026-12-31
                last-application: 2026-12-31 | last-application: 2026-02-30 | last-application: | schemes.old.last-application | 2026-02-30 | must be a date | Maybe 2026-12-31
                last-application: 2026-12-31 | after-last-application: not-eligible | after-last | schemes.old.after-last-application | not-eligible | needs the last day | Maybe add last-application
                last-application: 2026-12-31 | last-application: 2026-12-31\\n    after-last-application: eligible | after-last | schemes.old.after-last-application | eligible | not one of the known words | Maybe not-eligible
                schemes:\\n | lead:\\n  call-months: 5\\n  deadline-months: 5\\nschemes:\\n | call-months | lead.call-months | 5 | from 6 to 36 | Maybe 6
                schemes:\\n | lead:\\n  call-months: 9\\n  deadline-months: 10\\nschemes:\\n | deadline-months | lead.deadline-months | 10 | from 1 to 9 | Maybe 9
                schemes:\\n | replaces: ahus-2020\\nschemes:\\n | replaces | replaces | ahus-2020 | must be another policy | Maybe remove it
                institution-months: 6 | institution-months: 6\\n    last-application: 2026-12-31\\n    after-last-application: not-eligible | after-last | schemes.new.after-last-application | not-eligible | none to convert to from the new one | Maybe remove it
                schemes:\\n | replaces: ahus-2019\\nschemes:\\n | replaces | replaces | ahus-2019 | is no policy that is there | Maybe correct it
                institution-months: 12 | institution-months: 12\\n    objectives:\\n      - total: 113 | - total: 113 | schemes.old.objectives[0].total | 113 | whole number from 1 to 112 | Maybe 112
                institution-months: 12 | institution-months: 12\\n    objectives:\\n      - total: 112\\n      - total: 66 | objectives: | schemes.old.objectives | a list of 2 | order of their days | Maybe add from
                months-per-stay: 6 | months-per-stay: 6\\n  department-again: sometimes | department-again | placement.department-again | sometimes | not one of the known words | Maybe
                institution-months: 12 | institution-months: 0 | institution-months: 0 | schemes.old.institution-months | 0 | whole number from 1 | Maybe 1
                  new:\\n | newer:\\n | newer: | schemes.newer | | is not a known key | Maybe new
                """)
        void is_named_with_line_key_value_and_advice(
                String text,
                String replacement,
                String onLine,
                String key,
                String value,
                String problem,
                String advice) {
            String content = with(text, replacement.replace("\\t", "\t"));
            List<PolicyFault> faults = faults(content);
            assertThat(faults).anySatisfy(fault -> {
                assertThat(fault.file()).isEqualTo("a.yaml");
                assertThat(fault.key()).isEqualTo(key == null ? "" : key);
                assertThat(fault.value()).isEqualTo(value == null ? "" : value);
                assertThat(fault.problem()).contains(problem);
                assertThat(fault.advice()).startsWith(advice);
                assertThat(fault.line()).isEqualTo(line(content, onLine.replace("\\n", "\n")));
            });
        }

        @Test
        void of_policies_that_replace_each_other_is_named_in_each() {
            String first = replacing("ahus-2020", "ahus-2022");
            String second = replacing("ahus-2021", "ahus-2020");
            String third = replacing("ahus-2022", "ahus-2021");
            assertThat(faults(first, second, third))
                    .extracting(
                            fault -> fault.file() + ":" + fault.line() + " " + fault.value() + " " + fault.problem())
                    .containsExactly(
                            "a.yaml:" + line(first, "replaces:") + " ahus-2022 replaces this one in its turn",
                            "b.yaml:" + line(second, "replaces:") + " ahus-2020 replaces this one in its turn",
                            "c.yaml:" + line(third, "replaces:") + " ahus-2021 replaces this one in its turn");
        }

        private static String replacing(String id, String other) {
            return SOUND.replace("id: ahus-2020", "id: " + id)
                    .replace("\nschemes:\n", "\nreplaces: " + other + "\nschemes:\n");
        }

        @Test
        void of_a_missing_lottery_is_named() {
            String content = SOUND.replaceFirst("(?m)^  - kind: lottery\\n.*\\n", "");
            assertThat(faults(content)).singleElement().satisfies(fault -> {
                assertThat(fault.line()).isEqualTo(line(content, "criteria:"));
                assertThat(fault.problem()).contains("must end with the lottery");
            });
        }

        @Test
        void of_a_lottery_that_is_not_last_is_named() {
            String lottery = "  - kind: lottery\n    source: valg\n";
            String content = SOUND.replaceFirst("(?m)^  - kind: lottery\\n.*\\n", "")
                    .replace("  # Interrupted service", lottery + "  # Interrupted service");
            assertThat(faults(content)).singleElement().satisfies(fault -> {
                assertThat(fault.line()).isEqualTo(line(content, "- kind: lottery"));
                assertThat(fault.problem()).contains("must be the last criterion");
            });
        }

        @Test
        void of_an_order_without_criteria_is_named() {
            String content = SOUND.replaceFirst("(?s)criteria:.*placement:", "criteria: []\nplacement:");
            assertThat(faults(content)).singleElement().satisfies(fault -> {
                assertThat(fault.key()).isEqualTo("criteria");
                assertThat(fault.line()).isEqualTo(line(content, "criteria:"));
                assertThat(fault.problem()).isEqualTo("must not be empty");
            });
        }

        @Test
        void of_the_same_id_and_version_in_two_files_is_named_with_both() {
            assertThat(faults(SOUND, with("title: Ahus 2020", "title: Another")))
                    .containsExactly(new PolicyFault(
                            "b.yaml",
                            line(SOUND, "id: "),
                            "id",
                            "ahus-2020 version 1",
                            "is already the policy of a.yaml",
                            "Maybe give this one a higher version"));
        }

        @Test
        void of_an_empty_file_or_another_kind_of_file_is_named() {
            assertThat(faults("")).singleElement().satisfies(fault -> assertThat(fault.problem())
                    .contains("empty"));
            assertThat(faults("# only a comment\n")).singleElement().satisfies(fault -> assertThat(fault.problem())
                    .contains("empty"));
            assertThat(faults("- a\n- b\n")).singleElement().satisfies(fault -> assertThat(fault.problem())
                    .contains("must be a section"));
            assertThat(faults("id: a\n---\nid: b\n")).singleElement().satisfies(fault -> assertThat(fault.problem())
                    .contains("not YAML"));
            assertThat(faults("id: \u0007\n")).singleElement().satisfies(fault -> assertThat(fault.problem())
                    .contains("not YAML"));
        }

        @Test
        void of_the_wrong_character_set_is_named() {
            byte[] latin = SOUND.getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> new Policies(List.of(new Policies.PolicyFile("latin.yaml", latin))))
                    .isInstanceOf(FaultyPolicies.class)
                    .hasMessageContaining("latin.yaml:1: The file is not UTF-8");
        }

        @Test
        void does_not_hide_another() {
            String first = with("version: 1", "version: 0")
                    .replace("months: 24", "months: -1")
                    .replace("- short-locum\n", "\n")
                    .replace("step-months", "steps")
                    .replace("months-per-stay: 6", "months-per-stay: seks");
            assertThat(faults(first, with("id: ahus-2020", "id: A")))
                    .extracting(PolicyFault::key)
                    .containsExactly(
                            "version",
                            "criteria[1].months",
                            "criteria[2].order",
                            "criteria[3].step-months",
                            "criteria[3].steps",
                            "placement.months-per-stay",
                            "id");
        }
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_read() {
        byte[] content = ("\uFEFF" + SOUND.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        assertThat(new Policies(List.of(new Policies.PolicyFile("windows.yaml", content))).all())
                .hasSize(1);
    }
}
