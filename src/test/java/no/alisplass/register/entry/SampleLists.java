package no.alisplass.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import no.alisplass.waitlist.WaitlistContent;

/** The lists of a sample folder as they would have been sent, without a database. */
public final class SampleLists {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleLists() {}

    /** @param names of each department of the hospital */
    public static List<Submission> sent(Path folder, Round round, Map<DepartmentId, List<String>> names, Instant at)
            throws IOException {
        ListRules rules = new ListRules(
                java.time.LocalDate.of(2026, 11, 1),
                round.halfYears(),
                new DepartmentNames(new TreeMap<>(names)),
                new no.alisplass.domain.Counting(round.first().start(), false));
        List<Submission> lists = new ArrayList<>();
        for (JsonNode list :
                JSON.readTree(folder.resolve("lister.json").toFile()).get("lists")) {
            AreaCode area = new AreaCode(list.get("area").asText());
            byte[] file = Files.readAllBytes(folder.resolve(list.get("file").asText()));
            List<WaitlistEntry> entries =
                    list.get("file").asText().endsWith(".json") ? entries(file) : entries(file, area, rules);
            lists.add(new Submission(
                    new RoundId(round.id().value()),
                    area,
                    1,
                    SubmissionState.SUBMITTED,
                    list.hasNonNull("awayLimit") ? list.get("awayLimit").asInt() : null,
                    entries,
                    new Receipt(1, at, "test", "0")));
        }
        return lists;
    }

    private static List<WaitlistEntry> entries(byte[] file, AreaCode area, ListRules rules) {
        Result<Reading> read = WaitlistReader.read(file, area, rules);
        return ((Result.Done<Reading>) read).value().entries();
    }

    /** Of a file of the API's. The stored form of an entry calls the number otherwise than the door's. */
    public static List<WaitlistEntry> entries(byte[] file) throws IOException {
        JsonNode body = JSON.readTree(file);
        for (JsonNode entry : body.get("entries")) {
            ((ObjectNode) entry).set("hpr", entry.get("hprNumber"));
        }
        ObjectNode content = JSON.createObjectNode().put("schema", 1);
        content.set("entries", body.get("entries"));
        return WaitlistContent.read(content.toString());
    }

    /** Half-years as the sample's files name them. */
    public static List<HalfYear> halfYears(String... names) {
        return java.util.Arrays.stream(names).map(HalfYear::parse).toList();
    }
}
