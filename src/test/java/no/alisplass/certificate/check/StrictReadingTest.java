package no.alisplass.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.alisplass.reference.Rounds;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder's files say is read as it stands or refused with the file and the place; nothing else happens. */
class StrictReadingTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @TempDir
    Path path;

    private ExportedFolder folder;

    @BeforeEach
    void export() throws IOException {
        folder = new ExportedFolder(path);
        folder.write(Rounds.generate(Rounds.Shape.of(9, 8, 2).withTwoPart(0.4).withLimit(1), 3));
        assertThat(folder.verify().code()).isZero();
    }

    private void refused(String file, String... said) {
        ExportedFolder.Ended ended = folder.verify();
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Cannot be checked. " + file + ": ").contains(said);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).doesNotContain("Exception", "com.fasterxml", "java.", "no.alisplass");
    }

    private void change(String file, String from, String to) throws IOException {
        String text = folder.get(file);
        int at = text.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        folder.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    @Nested
    class OfOneValue {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "problem.json     | \"capacity\":1   | \"capacity\":1.0   | 1.0 must be a whole number",
                    "problem.json     | \"capacity\":1   | \"capacity\":1.9   | at resources[",
                    "problem.json     | \"capacity\":1   | \"capacity\":1e3   | 1e3 must be a whole number",
                    "problem.json     | \"capacity\":1   | \"capacity\":-0    | -0 must be written 0",
                    "problem.json     | \"capacity\":1   | \"capacity\":-1    | must not be negative",
                    "problem.json     | \"capacity\":1   | \"capacity\":01    | it is not JSON",
                    "problem.json     | \"capacity\":1   | \"capacity\":+1    | it is not JSON",
                    "problem.json     | \"capacity\":1   | \"capacity\":NaN   | it is not JSON",
                    "problem.json     | \"capacity\":1   | \"capacity\":\"1\" | there must be a whole number",
                    "problem.json     | \"capacity\":1   | \"capacity\":true  | there must be a whole number",
                    "problem.json     | \"capacity\":1   | \"capacity\":[1]   | there must be a whole number",
                    "problem.json     | \"capacity\":1   | \"capacity\":null  | it says null; what is not there must be left out",
                    "problem.json     | \"capacity\":1   | \"capacity\":3000000000 | the number is larger than any that can stand there",
                    "problem.json     | \"capacity\":1   | \"kapasitet\":1    | the field capacity is missing",
                    "problem.json     | \"capacity\":1,  | ``                 | the field capacity is missing",
                    "problem.json     | \"pinned\":false | \"pinned\":0       | there must be true or false",
                    "problem.json     | \"pinned\":false | \"pinned\":\"false\" | there must be true or false",
                    "problem.json     | \"WISHES_FIRST\" | 0                  | there must be one of WISHES_FIRST, PLACEMENTS_FIRST",
                    "problem.json     | \"WISHES_FIRST\" | \"0\"              | there must be one of WISHES_FIRST, PLACEMENTS_FIRST",
                    "problem.json     | \"WISHES_FIRST\" | \" WISHES_FIRST \" | at objective: what stands there is not the one way to write it",
                    "problem.json     | \"WISHES_FIRST\" | \"wishes_first\"   | there must be one of WISHES_FIRST, PLACEMENTS_FIRST",
                    "problem.json     | \"2027-V\"       | \" 2027-V\"        | what stands there is not the one way to write it",
                    "problem.json     | \"2027-V\"       | \"2827-V\"         | must be from 1990 to 2100",
                    "problem.json     | \"d001\"         | \"d\\ud800\"       | lone surrogate",
                    "problem.json     | \"d001\"         | \"d?01\"           | must be 2 to 60 lower-case letters",
                    "problem.json     | \"d001\"         | \"d\u043e01\"      | must be 2 to 60 lower-case letters",
                    "problem.json     | \"d001\"         | \"d002\"           | is listed twice",
                    "problem.json     | \"d001\"         | 1                  | there must be a text",
                    "proposal.json    | \"option\":0     | \"option\":0.9     | 0.9 must be a whole number",
                    "proposal.json    | \"option\":0     | \"option\":\" 0 \" | there must be a whole number",
                    "proposal.json    | \"option\":0     | \"option\":null    | it says null",
                    "proposal.json    | \"d001\"         | \"d009\",\"doctor\":\"d001\" | the same object has twice the field doctor",
                    "proposal.json    | {                | {\"placements\":[], | the same object has twice the field placements",
                    "certificate.json | \"heldTier\":0   | \"heldTier\":false | there must be a whole number",
                    "certificate.json | \"kind\":\"NOTHING_BETTER\" | \"kind\":0 | 0 is no kind of proof",
                    "certificate.json | \"kind\":\"NOTHING_BETTER\" | \"kind\":\"NOTHING_BETTER\",\"kind\":\"PINNED\" | the same object has twice the field kind",
                    "certificate.json | \"kind\":\"NOTHING_BETTER\" | \"kind\":\"NOTHING_BETTER\",\"priceList\":0 | there is no field priceList",
                    "certificate.json | {\"kind\":\"NOTHING_BETTER\"} | {} | the field kind is missing",
                    "certificate.json | {\"kind\":\"NOTHING_BETTER\"} | [\"NOTHING_BETTER\",{}] | at claims[",
                    "reasons.json     | \"standing\":\"PLACED\" | \"standing\":0 | there must be one of ",
                    "reasons.json     | \"position\":1   | \"position\":1.5   | at doctors[0].position",
                    "run.json         | \"seed\":1       | \"seed\":1.5       | at seed",
                    "run.json         | \"run\":1        | \"run\":\"1\"      | there must be a whole number",
                    "run.json         | \"round\":       | \"extra\":1,\"round\": | there is no field extra"
                })
        void is_refused_with_its_place(String file, String from, String to, String said) throws IOException {
            change(file, from, to == null ? "" : to.replace("\\ud800", "\\uD800"));
            refused(file, said);
        }
    }

    @Nested
    class OfAFile {
        @ParameterizedTest
        @CsvSource({
            "'',it is empty",
            "'  ',it is empty",
            "null,it says null and nothing else",
            "[],there must be an object with fields",
            "3,there must be an object with fields",
            "'\"x\"',there must be an object with fields",
            "true,there must be an object with fields",
            "{,it ends before it is complete",
            "'{}',is missing",
            "hei,it is not JSON",
            "'{} {}',more stands after the end",
            "'{} hei',it is not JSON"
        })
        void of_another_kind_is_refused(String text, String said) throws IOException {
            for (String file :
                    List.of("problem.json", "proposal.json", "certificate.json", "reasons.json", "run.json")) {
                String good = folder.get(file);
                folder.put(file, text);
                refused(file, said);
                folder.put(file, good);
            }
        }

        @Test
        void of_something_after_the_end_or_of_half_is_refused() throws IOException {
            String good = folder.get("certificate.json");
            folder.put("certificate.json", good + "{}");
            refused("certificate.json", "more stands after the end");
            folder.put("certificate.json", good.substring(0, good.length() / 2));
            refused("certificate.json", "(line 1, column ");
        }

        @Test
        void of_other_bytes_than_utf_8_is_refused() throws IOException {
            String good = folder.get("run.json");
            Files.writeString(path.resolve("run.json"), good.replace("prove", "prøve"), StandardCharsets.ISO_8859_1);
            refused("run.json", "it is not UTF-8 from byte ");
            Files.writeString(path.resolve("run.json"), good, StandardCharsets.UTF_16);
            refused("run.json", "it is not UTF-8 from byte 1 on");
            folder.put("run.json", "\uFEFF" + good);
            refused("run.json", "it begins with a byte order mark");
            // A surrogate on its own, written as three bytes.
            byte[] bytes = good.replace("prove", "pr___").getBytes(StandardCharsets.UTF_8);
            int at = good.indexOf("prove") + 2;
            bytes[at] = (byte) 0xED;
            bytes[at + 1] = (byte) 0xA0;
            bytes[at + 2] = (byte) 0x80;
            Files.write(path.resolve("run.json"), bytes);
            refused("run.json", "it is not UTF-8 from byte " + (at + 1) + " on");
        }

        @Test
        void nested_without_end_is_refused() throws IOException {
            folder.put("problem.json", "[".repeat(20_000) + "]".repeat(20_000));
            refused("problem.json", "it is nested deeper");
            folder.put("problem.json", "{\"doctors\":" + "9".repeat(5_000) + "}");
            refused("problem.json", "longer numbers");
        }

        @ParameterizedTest
        @ValueSource(strings = {"problem.json", "proposal.json", "certificate.json", "reasons.json"})
        void missing_is_named(String file) throws IOException {
            Files.delete(path.resolve(file));
            refused(file, "the file is missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"problem.json", "run.json", "policy.yaml"})
        void that_is_no_file_is_refused(String file) throws IOException {
            Path at = path.resolve(file);
            Files.delete(at);
            Files.createDirectory(at);
            refused(file, "it is a folder and must be a file");
            Files.delete(at);
            Files.createSymbolicLink(at, at);
            refused(file, "the file cannot be read");
            Files.delete(at);
            Files.createSymbolicLink(at, path.resolve("nowhere"));
            refused(file, "the file cannot be read: a link leads nowhere");
            Files.delete(at);
            Files.createSymbolicLink(at, Path.of("/dev/zero"));
            refused(file, "it is no ordinary file");
            Files.delete(at);
        }

        @Test
        void of_a_gigabyte_is_not_begun_with() throws IOException {
            try (RandomAccessFile file =
                    new RandomAccessFile(path.resolve("problem.json").toFile(), "rw")) {
                file.setLength(1L << 30);
            }
            refused("problem.json", "1073741824 bytes, more than ");
        }

        @Test
        void that_may_not_be_read_is_refused() throws IOException {
            Path at = path.resolve("problem.json");
            Files.setPosixFilePermissions(at, Set.of());
            assumeFalse(Files.isReadable(at), "whoever runs this may read everything");
            refused("problem.json", "the file may not be read");
        }
    }

    @Nested
    class OfAFolder {
        private String said(String name) {
            return org.assertj.core.api.Assertions.catchThrowableOfType(Unreadable.class, () -> ExportedRun.read(name))
                    .getMessage();
        }

        @Test
        void that_is_none_is_refused() {
            assertThat(said(path.resolve("nowhere").toString())).endsWith("nowhere: there is no such folder.");
            assertThat(said(path.resolve("run.json").toString()))
                    .endsWith("run.json: it is no folder; name the folder the run was unpacked to.");
            assertThat(said("a\0b")).isEqualTo("a\\u0000b: no folder can have such a name.");
        }

        @Test
        void other_files_are_told_and_not_looked_at() throws IOException {
            folder.put("notat.txt", "x");
            folder.put("x\u202Ey\u001B[2J", "x");
            assertThat(folder.verify().code()).isZero();
            assertThat(folder.verify().out()).contains("Not looked at: notat.txt, x\\u202ey\\u001b[2J.");
        }
    }

    @Nested
    class InAnotherHand {
        @Test
        void other_white_space_and_another_order_of_fields_are_the_same_files() throws IOException {
            for (String file :
                    List.of("problem.json", "proposal.json", "certificate.json", "reasons.json", "run.json")) {
                JsonNode tree = PLAIN.readTree(folder.get(file));
                String other = PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(backwards(tree));
                assertThat(other).isNotEqualTo(folder.get(file));
                folder.put(file, "\n" + other.replace("\"d001\"", "\"\\u0064001\"") + "\r\n\t ");
            }
            ExportedFolder.Ended ended = folder.verify();
            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        }

        private JsonNode backwards(JsonNode node) {
            if (node instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(name -> names.add(0, name));
                ObjectNode other = PLAIN.createObjectNode();
                names.forEach(name -> other.set(name, backwards(object.get(name))));
                return other;
            }
            if (node instanceof ArrayNode array) {
                ArrayNode other = PLAIN.createArrayNode();
                array.forEach(each -> other.add(backwards(each)));
                return other;
            }
            return node;
        }

        /** A sign put in, taken out or put in another's place, anywhere: accepted only where the file still says the same. */
        @Test
        void any_sign_changed_is_refused_or_means_the_same() throws IOException {
            Random random = new Random(20270301);
            String signs = "0123456789 \t\n\"\\{}[],:.-+eEnulltruefalsedVH\u0430\u00a0\uFEFF\0";
            int accepted = 0;
            for (String file : List.of("problem.json", "proposal.json", "certificate.json", "reasons.json")) {
                String good = folder.get(file);
                String meaning = new JsonCanonicalizer(good).getEncodedString();
                for (int k = 0; k < 250; k++) {
                    int at = random.nextInt(good.length());
                    int cut = random.nextInt(3) == 0 ? 0 : 1;
                    String put = random.nextInt(4) == 0 ? "" : "" + signs.charAt(random.nextInt(signs.length()));
                    String other = good.substring(0, at) + put + good.substring(at + cut);
                    folder.put(file, other);
                    ExportedFolder.Ended ended = folder.verify();
                    assertThat(ended.code()).as(other).isBetween(0, 2);
                    if (ended.code() == 0) {
                        accepted++;
                        assertThat(new JsonCanonicalizer(other).getEncodedString())
                                .isEqualTo(meaning);
                    }
                }
                folder.put(file, good);
            }
            assertThat(accepted).isPositive();
        }
    }
}
