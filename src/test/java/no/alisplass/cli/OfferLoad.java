package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferReplay;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.sample.Generate;

/** The offers of one round after the other, released, answered and refilled, and all that must hold of them whenever it is stopped. */
final class OfferLoad {
    /** Weeks after which the offers of a round have become rare. */
    private static final int WEEKS = 8;

    private static final List<String> HALF_YEARS =
            List.of("2031-V", "2031-H", "2032-V", "2032-H", "2033-V", "2033-H", "2034-V", "2034-H", "2036-V", "2036-H");
    private static final int SEATS_MORE = 5;

    private static final Set<OfferStep> RECORDED_ONE_BY_ONE = Set.of(
            OfferStep.ACCEPT,
            OfferStep.ACCEPT_UPGRADABLE,
            OfferStep.DECLINE,
            OfferStep.SETTLE,
            OfferStep.TICK,
            OfferStep.CONFIRM,
            OfferStep.WITHDRAW,
            OfferStep.ANNUL);

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final String OFFERS = """
            SELECT o.id, CAST(json_build_object('state', o.state, 'answerBy', o.answer_by, 'leave', o.leave, 'locum', o.locum,
                'timeAsked', o.time_asked, 'recallAskedBy', o.recall_asked_by, 'withdrawalAsked', o.withdrawal_asked,
                'version', o.version) AS text), CAST(json_agg(json_build_object('number', e.number, 'step', e.step,
                'from', e.from_state, 'to', e.to_state, 'actor', e.actor, 'who', e.who, 'at', e.at, 'reason', e.reason,
                'text', e.note, 'until', e.until, 'leave', e.leave, 'locum', e.locum) ORDER BY e.number) AS text)
            FROM offer o JOIN offer_event e ON e.offer_id = o.id GROUP BY o.id""";

    /** Weeks pass by everything having happened a week earlier: deadlines fall due, and offer rounds are marked. */
    private static final List<String> A_WEEK_EARLIER = List.of(
            "offer_course SET upgrade_stop = upgrade_stop - w, late_stop = late_stop - w",
            "offer_round SET prepared_at = prepared_at - w, released_at = released_at - w, answer_by = answer_by - w,"
                    + " marking = marking - w, closed_at = closed_at - w",
            "offer SET answer_by = answer_by - w, time_asked = time_asked - w",
            "offer_event SET at = at - w, until = until - w",
            "offer_answer SET begun_at = begun_at - w, given_at = given_at - w",
            "offer_told SET at = at - w, answer_by = answer_by - w",
            "refill SET made_at = made_at - w");

    private final FrontDoor door;
    private final String password;
    private final Path folder;
    private final OfferCoordinator coordinator;
    private final List<OfferAnswerer> answerers;
    private volatile String round;
    private int weeks;
    private int made;

    OfferLoad(URI site, String password, Path folder) {
        this.door = new FrontDoor(site);
        this.password = password;
        this.folder = folder;
        this.coordinator = new OfferCoordinator(site, password, () -> round, 1);
        this.answerers = List.of(
                new OfferAnswerer(site, password, () -> round, 2), new OfferAnswerer(site, password, () -> round, 3));
    }

    List<LoadClient> clients() {
        return Stream.concat(Stream.of(coordinator), answerers.stream()).toList();
    }

    /** Makes the round whose offers come next, when it is time for another. */
    void begin() throws IOException {
        if (weeks / WEEKS == made && made < HALF_YEARS.size()) {
            round = approved(made);
            made++;
        }
    }

    /** More doctors than seats, and so someone for each that falls free. */
    private String approved(int number) throws IOException {
        FrontDoor.As hospital = door.as(LoadClient.COORDINATOR, password);
        if (number == 0) {
            ObjectNode settings = JSON.createObjectNode()
                    .put("answeredBy", "AREA")
                    .put("leaveAndLocum", "WARN")
                    .put("leaderDecides", false)
                    .put("firstDays", 1)
                    .put("laterDays", 1)
                    .put("upgradeStopMonths", 4)
                    .put("lateStopWeeks", 8)
                    .put("rounds", 20);
            hospital.edit("PUT", "/api/v1/hospitals/ahus/offer-settings", settings, 0);
        }
        Path files = folder.resolve("tilbud-" + number);
        int status = Generate.run(
                new PrintStream(OutputStream.nullOutputStream()),
                "--doctors",
                "40",
                "--seed",
                Integer.toString(100 + number),
                "--half-year",
                HALF_YEARS.get(number),
                "--half-years",
                "1",
                "--format",
                "json",
                "--out",
                files.toString());
        assertThat(status).isZero();
        Path seats = files.resolve("plasser.json");
        JsonNode more = JSON.readTree(seats.toFile());
        more.get("seats").forEach(each -> ((ObjectNode) each)
                .put("seats", each.get("seats").asInt() + SEATS_MORE));
        JSON.writeValue(seats.toFile(), more);
        DemoRound demo = new DemoRound(hospital, area -> door.as("kommune-" + area, password));
        demo.sendWaitlists(files);
        String id =
                JSON.readTree(files.resolve("runde.json").toFile()).get("id").asText();
        demo.approve(demo.run(id));
        return id;
    }

    /** While nobody works but the service's own clock. */
    void aWeekPasses(StoredFacts stored) throws SQLException {
        weeks++;
        stored.change(A_WEEK_EARLIER.stream()
                .map(each -> {
                    String table = each.substring(0, each.indexOf(' '));
                    return "ALTER TABLE " + table + " DISABLE TRIGGER USER; UPDATE "
                            + each.replace("- w", "- interval '7 days'") + "; ALTER TABLE " + table
                            + " ENABLE TRIGGER USER";
                })
                .collect(Collectors.joining("; ", "BEGIN; ", "; COMMIT")));
    }

    void compare(StoredFacts stored) throws SQLException {
        for (List<String> answer :
                stored.rows("SELECT offer_id || ' ' || step FROM offer_answer WHERE given_at IS NOT NULL")) {
            assertThat(answerers).as("somebody gave it").anyMatch(each -> each.knows(answer.get(0)));
        }
        recordsReplay(stored);
        assertThat(stored.rows("SELECT o.id FROM offer o JOIN offer_seat s ON s.offer_id = o.id"
                        + " JOIN placement p ON p.id = s.placement_id WHERE p.active <> o.live OR s.live <> o.live"))
                .as("offers that stand without their places, or the other way")
                .isEmpty();
        assertThat(stored.rows("SELECT position_id, half_year, seat_number FROM placement WHERE active"
                        + " GROUP BY position_id, half_year, seat_number HAVING count(*) > 1"))
                .as("seats with two holders")
                .isEmpty();
        assertThat(stored.rows("SELECT r.round_id, r.number FROM offer_round r JOIN offer o ON o.round_id = r.round_id"
                        + " AND o.offer_round = r.number WHERE r.released_at IS NOT NULL AND o.state IN ('DRAFT', 'READY')"
                        + " OR r.released_at IS NULL AND o.state = 'SENT'"))
                .as("half released")
                .isEmpty();
        refillsAreWhole(stored);
        for (OfferStep step : RECORDED_ONE_BY_ONE) {
            assertThat(stored.count("SELECT count(*) FROM audit_log WHERE what = ?", "offer." + step.word()))
                    .as("recorded: %s", step)
                    .isEqualTo(stored.count("SELECT count(*) FROM offer_event WHERE step = ?", step.name()));
        }
    }

    private static void recordsReplay(StoredFacts stored) throws SQLException {
        Map<String, Set<String>> told =
                stored.rows("SELECT offer_id || ' ' || event, whom || ' ' || code FROM offer_told").stream()
                        .collect(Collectors.groupingBy(
                                each -> each.get(0), Collectors.mapping(each -> each.get(1), Collectors.toSet())));
        for (List<String> offer : stored.rows(OFFERS)) {
            List<OfferEvent> events = read(offer.get(2), new TypeReference<>() {});
            assertThat(OfferReplay.replay(events))
                    .as("offer %s", offer.get(0))
                    .isEqualTo(read(offer.get(1), new TypeReference<OfferFacts>() {}));
            for (OfferEvent event : events) {
                assertThat(told.getOrDefault(offer.get(0) + " " + event.number(), Set.of()))
                        .as("told of %s", event)
                        .isEqualTo(toTell(event));
            }
        }
    }

    private static Set<String> toTell(OfferEvent event) {
        Set<String> all = new TreeSet<>();
        for (OfferRow row : OfferTable.rows()) {
            if (row.step() == event.step()
                    && row.from() == event.from()
                    && row.to() == event.to()
                    && row.who().contains(event.actor())) {
                row.tells().forEach(whom -> all.add(whom + " " + row.told()));
            }
        }
        return all;
    }

    /** Each with all its new offers and all it moved, recorded once. */
    private static void refillsAreWhole(StoredFacts stored) throws SQLException {
        List<List<String>> refills = stored.rows("SELECT round_id, number, placed, upgraded FROM refill");
        long placed =
                refills.stream().mapToLong(each -> Long.parseLong(each.get(2))).sum();
        long moved =
                refills.stream().mapToLong(each -> Long.parseLong(each.get(3))).sum();
        assertThat(stored.count("SELECT count(*) FROM offer_event WHERE step = 'PREPARE' AND actor = 'REFILL'"))
                .isEqualTo(placed);
        for (String state : List.of("IS NULL", "IS NOT NULL")) {
            assertThat(stored.count("SELECT count(*) FROM offer_event WHERE step = 'REFILL' AND from_state " + state))
                    .isEqualTo(moved);
        }
        for (List<String> refill : refills) {
            assertThat(stored.recorded("offer.refilled", "round/" + refill.get(0) + "/refill/" + refill.get(1)))
                    .isEqualTo(1);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(json, fault);
        }
    }

    /** What came of it. */
    static List<List<String>> figures(StoredFacts stored) throws SQLException {
        return stored.rows("SELECT step, count(*) FROM offer_event GROUP BY step ORDER BY step");
    }
}
