package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.alisplass.SettableClock;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.OfferClock;
import no.alisplass.offer.OfferedRound;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.DeclineReason;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.life.TurnDownReason;
import no.alisplass.offer.life.VoidReason;
import no.alisplass.offer.life.WithdrawalReason;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.snapshot.Frozen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an approved round to a completed stay through the front door, each as the people who do it. */
@QuarkusTest
class OfferIT {
    private static final String PASSWORD = "et langt passord for tilbudene";
    private static final String SETTINGS = """
            {"answeredBy": "AREA", "leaveAndLocum": "BLOCK", "leaderDecides": true, "firstDays": 5, "laterDays": 2,
             "upgradeStopMonths": 4, "lateStopWeeks": 8, "rounds": 5}""";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    OfferClock offerClock;

    private OfferedRound made;
    private OfferedRound others;

    @BeforeEach
    void an_approved_round_and_its_people() {
        clock.set(OfferedRound.APPROVED);
        made = OfferedRound.of(database, 6);
        others = OfferedRound.of(database, 0);
        for (String who : List.of("kari", "ola")) {
            create(User.of(named(who), who, Roles.COORDINATOR).in(made.hospital));
        }
        create(User.of(named("nabo"), "nabo", Roles.COORDINATOR).in(others.hospital));
        create(department("leder", made.hospital, made.position));
        create(department("annen", made.hospital, "en-annen"));
        create(User.of(named("plan"), "plan", Roles.PLANNER).in(made.hospital));
        for (int seat : new int[] {1, 2}) {
            create(User.of(named("k" + seat), "Kommune", Roles.MUNICIPALITY).in(OfferedRound.area(seat)));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into registered_doctor (hpr, area_code, version,"
                        + " content) values (" + made.doctor(1).digits()
                        + ", '9981', 1, '{\"schema\": 1, \"name\": \"Kari Nordmann\", \"stays\": []}')"));
    }

    @AfterEach
    void as_it_was() {
        clock.run();
        QuarkusTransaction.requiringNew().run(() -> {
            made.execute("delete from persons_read where who like 'of-" + made.hospital + "-%'");
            made.execute("delete from registered_doctor where hpr = "
                    + made.doctor(1).digits());
        });
        made.remove();
        others.remove();
    }

    private String named(String who) {
        return "of-" + made.hospital + "-" + who;
    }

    private User department(String who, HospitalId hospital, String department) {
        User user = User.of(named(who), who, Roles.DEPARTMENT).in(hospital);
        return new User(
                user.username(),
                user.displayName(),
                user.roles(),
                user.area(),
                user.hospital(),
                Optional.of(new DepartmentId(department)),
                false,
                false);
    }

    /** The doctor moves. */
    private void registeredIn(String area) {
        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("update registered_doctor set area_code = '" + area + "' where hpr = "
                        + made.doctor(1).digits()));
    }

    private void create(User user) {
        no.alisplass.api.http.Answers.of(users.create(user, PASSWORD));
    }

    private RequestSpecification as(String who) {
        return given().auth().preemptive().basic(named(who), PASSWORD).contentType("application/json");
    }

    private ValidatableResponse get(String who, String path) {
        return as(who).get("/api/v1" + path).then();
    }

    private ValidatableResponse post(String who, String path, String body) {
        RequestSpecification request = as(who);
        return (body == null ? request : request.body(body))
                .post("/api/v1" + path)
                .then();
    }

    private ValidatableResponse delete(String who, String path) {
        return as(who).delete("/api/v1" + path).then();
    }

    private String round(String path) {
        return "/rounds/" + made.round + path;
    }

    private String hospital(String path) {
        return "/hospitals/" + made.hospital + path;
    }

    /** The offer of the doctor with the seat of that number. */
    private String offer(int seat) {
        String path = "/api/v1" + hospital("/offers?size=500");
        int id = as("kari")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.hprNumber == '" + made.doctor(seat).digits() + "' }.id");
        return "/offers/" + id;
    }

    private ValidatableResponse take(String who, String offer, String body) {
        String version = as("kari").get("/api/v1" + offer).header("ETag");
        return as(who).header("If-Match", version)
                .body(body)
                .post("/api/v1" + offer + "/steps")
                .then();
    }

    private void taken(String who, String offer, String body, String state) {
        take(who, offer, body).statusCode(200).body("state", equalTo(state));
    }

    private void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("errors[0].code", equalTo(code));
    }

    private ValidatableResponse begin(String who, String offer, String body) {
        return post(who, offer + "/answers", body);
    }

    private ValidatableResponse answered(String who, String offer, String body) {
        String address = begin(who, offer, body).statusCode(201).extract().header("Location");
        return as(who).post(address).then().statusCode(200);
    }

    private void settings(String answeredBy, String leaveAndLocum, boolean leaderDecides) {
        as("kari")
                .header("If-Match", "\"0\"")
                .body(SETTINGS.replace("AREA", answeredBy)
                        .replace("BLOCK", leaveAndLocum)
                        .replace("true", Boolean.toString(leaderDecides)))
                .put("/api/v1" + hospital("/offer-settings"))
                .then()
                .statusCode(200);
    }

    private void released() {
        post("kari", round("/offer-rounds"), null).statusCode(201);
        post("kari", round("/offer-rounds/1/release"), "{}").statusCode(200);
    }

    @Test
    void settings_are_read_by_the_hospital_and_written_under_their_version() {
        String address = "/api/v1" + hospital("/offer-settings");
        get("plan", hospital("/offer-settings"))
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("answeredBy", equalTo("BOTH"))
                .body("leaderDecides", equalTo(false));
        get("k1", hospital("/offer-settings")).statusCode(403);
        get("nabo", hospital("/offer-settings")).statusCode(404);
        refused(as("kari").body(SETTINGS).put(address).then(), 428, "offer.settings-version-missing");
        refused(
                as("kari")
                        .header("If-Match", "\"5\"")
                        .body(SETTINGS)
                        .put(address)
                        .then(),
                412,
                "offer.settings-changed-meanwhile");
        as("kari")
                .header("If-Match", "\"0\"")
                .body(SETTINGS.replace("\"firstDays\": 5", "\"firstDays\": 31"))
                .put(address)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("firstDays"));
        as("kari")
                .header("If-Match", "\"0\"")
                .body(SETTINGS.replace("AREA", "NOBODY"))
                .put(address)
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("DOCTOR, AREA, BOTH"));
        as("leder")
                .header("If-Match", "\"0\"")
                .body(SETTINGS)
                .put(address)
                .then()
                .statusCode(403);
        as("kari")
                .header("If-Match", "\"0\"")
                .body(SETTINGS)
                .put(address)
                .then()
                .statusCode(200)
                .body("answeredBy", equalTo("AREA"));
    }

    @Test
    void the_lists_of_reasons_and_steps_are_in_the_description_of_the_api() throws Exception {
        String text = given().get("/q/openapi?format=json").asString();
        JsonNode schemas = new ObjectMapper().readTree(text).at("/components/schemas");
        assertThat(words(schemas.at("/DeclineReason/enum"))).containsExactly(names(DeclineReason.values()));
        assertThat(words(schemas.at("/OfferStepToTake/enum"))).hasSize(25).contains("ASSESS", "COMPLETE");
        List<String> reasons = new ArrayList<>();
        schemas.at("/OfferStepBody/properties/reason/anyOf")
                .forEach(each -> reasons.addAll(words(
                        schemas.at(each.get("$ref").asText().substring("#/components/schemas".length()) + "/enum"))));
        assertThat(reasons)
                .contains(names(TurnDownReason.values()))
                .contains(names(RecallReason.values()))
                .contains(names(WithdrawalReason.values()))
                .contains(names(VoidReason.values()));
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asText()));
        return words;
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    @Test
    void the_whole_way_from_an_approved_round_to_a_completed_stay() {
        settings("AREA", "BLOCK", true);
        get("kari", round("/offer-dates"))
                .statusCode(200)
                .body("rounds", hasSize(5))
                .body("rounds[0].release", equalTo("2090-01-09"))
                .body("rounds[0].answerBy", equalTo("2090-01-16"))
                .body("lateStop", equalTo("2090-07-07"))
                .body("fixed", nullValue());
        post("plan", round("/offer-rounds"), null).statusCode(403);
        post("nabo", round("/offer-rounds"), null).statusCode(404);
        refused(post("kari", round("/offer-rounds/1/release"), "{}"), 404, "offer.offer-round-unknown");
        post("kari", round("/offer-rounds"), null)
                .statusCode(201)
                .header("Location", endsWith("/offer-rounds"))
                .body("number", equalTo(1))
                .body("kind", equalTo("ORDINARY"))
                .body("offers", equalTo(6));
        refused(post("kari", round("/offer-rounds"), null), 409, "offer.prepared-already");
        get("leder", hospital("/offers?state=DRAFT"))
                .statusCode(200)
                .header("X-Total-Count", "6")
                .body("[0].name", equalTo("Kari Nordmann"))
                .body("[0].steps", contains("ASSESS", "TURN_DOWN", "NEED_MORE"));
        get("annen", hospital("/offers")).statusCode(200).body("", empty());
        get("leder", "/offer-messages?waiting=true").header("X-Total-Count", "6");
        get("k1", "/areas/9981/offers").statusCode(200).body("", empty());
        String offer = offer(1);
        refused(get("k1", offer), 404, "offer.offer-unknown");
        refused(post("kari", round("/offer-rounds/1/release"), "{}"), 409, "offer.undecided");

        refused(take("kari", offer, "{\"step\": \"ASSESS\", \"text\": \"Ja.\"}"), 409, "offer.not-by");
        take("leder", offer, "{\"step\": \"ASSESS\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("offer.assessment-missing"))
                .body("errors[0].field", equalTo("text"));
        refused(take("leder", offer, "{\"step\": \"NEED_MORE\"}"), 422, "offer.needed-missing");
        refused(
                take("leder", offer, "{\"step\": \"NEED_MORE\", \"text\": \"Attest.\", \"references\": true}"),
                422,
                "api.offer-step-field");
        taken("leder", offer, "{\"step\": \"NEED_MORE\", \"text\": \"Mangler attest.\"}", "DRAFT");
        get("kari", offer).body("needed", equalTo("Mangler attest."));
        get("kari", "/offer-messages?waiting=true").body("code", contains("offer.told-need-more"));
        String assess = "{\"step\": \"ASSESS\", \"text\": \"Godt kvalifisert.\", \"references\": true}";
        refused(post("leder", offer + "/steps", assess), 428, "offer.offer-version-missing");
        refused(
                as("leder")
                        .header("If-Match", "\"7\"")
                        .body(assess)
                        .post("/api/v1" + offer + "/steps")
                        .then(),
                412,
                "offer.offer-changed-meanwhile");
        taken("leder", offer, assess, "READY");
        refused(take("leder", offer, assess), 409, "offer.assess-when");
        refused(
                take("leder", offer(4), "{\"step\": \"TURN_DOWN\", \"text\": \"Ringte.\", \"reason\": \"NO_LOCUM\"}"),
                422,
                "offer.reason-unknown");
        taken(
                "leder",
                offer(4),
                "{\"step\": \"TURN_DOWN\", \"text\": \"Ringte.\", \"reason\": \"REFERENCES\"}",
                "TURNED_DOWN");
        post("kari", round("/offer-rounds/1/release"), "{\"deviation\": \"Lederen er på ferie.\"}")
                .statusCode(200)
                .body("answerBy", equalTo("2090-01-16T11:00:00Z"));
        refused(post("kari", round("/offer-rounds/1/release"), "{}"), 409, "offer.released-already");
        get("plan", hospital("/offer-counts"))
                .statusCode(200)
                .body("states.SENT", equalTo(5))
                .body("states.TURNED_DOWN", equalTo(1))
                .body("total", equalTo(6));

        get("k1", "/areas/9981/offers?state=SENT").header("X-Total-Count", "3");
        get("k1", "/areas/9982/offers").statusCode(404);
        get("k1", offer).body("name", equalTo("Kari Nordmann"));
        registeredIn("9982");
        get("k1", offer).statusCode(404);
        get("k1", "/areas/9981/offers?state=SENT").header("X-Total-Count", "2");
        get("k2", offer).body("name", equalTo("Kari Nordmann"));
        get("kari", offer).body("name", equalTo("Kari Nordmann"));
        registeredIn("9981");
        get("k2", "/offer-messages?waiting=true")
                .header("X-Total-Count", "2")
                .body("code", everyItem(equalTo("offer.told-release")))
                .body("answerBy", everyItem(equalTo("2090-01-16T11:00:00Z")));
        refused(begin("k1", offer, "{\"answer\": \"ACCEPT\"}"), 409, "offer.leave-not-arranged");
        refused(take("leder", offer, "{\"step\": \"TICK\", \"leave\": true, \"locum\": true}"), 409, "offer.not-by");
        refused(take("k1", offer, "{\"step\": \"TICK\", \"leave\": true}"), 422, "api.not-null");
        take("k1", offer, "{\"step\": \"TICK\", \"leave\": true, \"locum\": true}")
                .statusCode(200);
        refused(begin("kari", offer, "{\"answer\": \"ACCEPT\"}"), 409, "offer.not-by");
        String address = begin("k1", offer, "{\"answer\": \"ACCEPT_UPGRADABLE\"}")
                .statusCode(201)
                .body("warnings", empty())
                .extract()
                .header("Location");
        get("k1", offer).body("state", equalTo("SENT"));
        as("k2").post(address).then().statusCode(404);
        refused(
                as("k1").post(address.replace("/api/v1" + offer, "/api/v1" + offer(3)))
                        .then(),
                404,
                "offer.answer-unknown");
        String receipt = as("k1").post(address)
                .then()
                .statusCode(200)
                .body("answer", equalTo("ACCEPT_UPGRADABLE"))
                .extract()
                .path("number");
        as("k1").post(address).then().statusCode(200).body("number", equalTo(receipt));
        refused(begin("k1", offer, "{\"answer\": \"DECLINE\"}"), 422, "offer.reason-missing");
        refused(begin("k1", offer, "{\"answer\": \"ACCEPT\"}"), 409, "offer.accept-when");
        refused(take("leder", offer, "{\"step\": \"CONFIRM\"}"), 409, "offer.confirm-when");
        answered("k1", offer, "{\"answer\": \"SETTLE\"}").body("number", startsWith(offer.substring(8)));
        get("k1", offer + "/receipts").body("answer", contains("SETTLE", "ACCEPT_UPGRADABLE"));
        refused(take("k1", offer, "{\"step\": \"CONFIRM\"}"), 409, "offer.not-by");
        refused(take("leder", offer, "{\"step\": \"CONFIRM\", \"text\": \"Nå.\"}"), 422, "api.offer-step-field");
        taken("leder", offer, "{\"step\": \"CONFIRM\"}", "CONFIRMED");
        refused(take("leder", offer, "{\"step\": \"START\"}"), 409, "offer.not-begun");
        clock.set(LocalDate.of(2090, 9, 1));
        taken("leder", offer, "{\"step\": \"START\"}", "STARTED");
        refused(take("leder", offer, "{\"step\": \"COMPLETE\"}"), 409, "offer.not-over");
        refused(take("kari", offer, "{\"step\": \"WITHDRAW\", \"reason\": \"OTHER\"}"), 409, "offer.withdraw-when");
        clock.set(LocalDate.of(2091, 3, 1));
        taken("kari", offer, "{\"step\": \"COMPLETE\"}", "COMPLETED");

        get("kari", offer + "/events")
                .statusCode(200)
                .body(
                        "step",
                        contains(
                                "PREPARE",
                                "NEED_MORE",
                                "ASSESS",
                                "RELEASE",
                                "TICK",
                                "ACCEPT_UPGRADABLE",
                                "SETTLE",
                                "CONFIRM",
                                "START",
                                "COMPLETE"))
                .body("who", hasItems(named("kari"), named("leder"), named("k1")))
                .body("find { it.step == 'ASSESS' }.text", equalTo("Godt kvalifisert."))
                .body("find { it.step == 'ASSESS' }.references", equalTo(true));
        get("k1", offer + "/events")
                .body("step", not(hasItems("PREPARE", "ASSESS", "NEED_MORE")))
                .body("findAll { it.who != null }.who", everyItem(equalTo(named("k1"))))
                .body("text", everyItem(nullValue()));
        get("leder", offer + "/events").body("findAll { it.who != null }.who", everyItem(equalTo(named("leder"))));
        get("k1", offer + "/messages").body("whom", everyItem(equalTo("AREA")));
        get("kari", round("/seats")).body("state", hasItems("COMPLETED"));
    }

    @Test
    void months_are_confirmed_and_services_broken_off_after_what_it_would_do_was_shown() {
        settings("BOTH", "IGNORE", false);
        released();
        for (int seat : new int[] {3, 2}) {
            answered(seat == 2 ? "k2" : "k1", offer(seat), "{\"answer\": \"ACCEPT\"}");
            taken("leder", offer(seat), "{\"step\": \"CONFIRM\"}", "CONFIRMED");
        }
        refused(get("leder", offer(3) + "/interruption?last=2090-11-30"), 409, "offer.interrupt-when");
        clock.set(LocalDate.of(2090, 9, 1));
        offerClock.run();
        clock.set(LocalDate.of(2090, 11, 30));
        get("kari", round("/progress")).body("next", equalTo("DONE")).body("offers", equalTo("SERVE"));
        String broken = offer(3);
        refused(get("leder", broken + "/service"), 409, "offer.not-served");
        refused(get("leder", broken + "/interruption"), 422, "offer.last-day-missing");
        refused(get("leder", broken + "/interruption?last=2090-12-01"), 422, "offer.last-day-unfit");
        get("annen", broken + "/interruption?last=2090-11-30").statusCode(404);
        get("k1", broken + "/interruption?last=2090-11-30").statusCode(403);
        String version = get("leder", broken + "/interruption?last=2090-11-30")
                .statusCode(200)
                .body("served[0].months", equalTo(3))
                .body("served[0].confirmed", equalTo(false))
                .body("rests[0].from", equalTo("2090-12-01"))
                .body("rests[0].vacancy", equalTo(true))
                .extract()
                .header("ETag");
        String last = "{\"last\": \"2090-11-30\"}";
        refused(post("leder", broken + "/interruption", last), 428, "offer.offer-version-missing");
        as("leder")
                .header("If-Match", version)
                .body(last)
                .post("/api/v1" + broken + "/interruption")
                .then()
                .statusCode(200)
                .body("rests[0].to", equalTo("2091-02-28"));
        get("k1", broken).body("state", equalTo("INTERRUPTED"));
        get("k1", broken + "/service").body("whole", equalTo(true)).body("legs[0].by", nullValue());

        clock.set(LocalDate.of(2091, 3, 1));
        offerClock.run();
        String over = offer(2);
        get("leder", hospital("/offers-without-months")).body("id", contains(Integer.valueOf(over.substring(8))));
        get("annen", hospital("/offers-without-months")).body("", empty());
        version = get("leder", over + "/service")
                .statusCode(200)
                .body("whole", equalTo(false))
                .body("least", equalTo(3))
                .body("legs[0].months", equalTo(6))
                .extract()
                .header("ETag");
        refused(confirmed(version, over, 5, ""), 422, "offer.fewer-needs-reason");
        refused(confirmed(version, over, 2, ", \"fewer\": \"ABSENT\""), 422, "offer.months-too-few");
        refused(confirmed("\"1\"", over, 6, ""), 412, "offer.offer-changed-meanwhile");
        confirmed(version, over, 5, ", \"fewer\": \"ABSENT\"")
                .statusCode(200)
                .body("whole", equalTo(true))
                .body("legs[0].fewer", equalTo("ABSENT"))
                .body("legs[0].by", equalTo(named("leder")));
        refused(
                confirmed(get("kari", over).extract().header("ETag"), over, 6, ""),
                409,
                "offer.months-confirmed-already");
        get("kari", hospital("/offers-without-months")).body("", empty());
        get("kari", round("/progress")).body("offers", equalTo("COMPLETED"));
    }

    private ValidatableResponse confirmed(String version, String offer, int months, String fewer) {
        return as("leder")
                .header("If-Match", version)
                .body("{\"legs\": [{\"position\": \"" + made.position
                        + "\", \"halfYear\": \"2090-H\", \"department\": \"" + made.position + "\", \"months\": "
                        + months + fewer + "}]}")
                .post("/api/v1" + offer + "/service")
                .then();
    }

    @Test
    void what_is_declined_expires_or_is_taken_back_is_refused_by_name_afterwards() {
        settings("BOTH", "WARN", false);
        released();
        begin("k1", offer(1), "{\"answer\": \"DECLINE\", \"reason\": \"ILL\"}")
                .statusCode(400)
                .body("errors[0].message", containsString("TIME_DOES_NOT_FIT"));
        refused(begin("k1", offer(1), "{\"answer\": \"ACCEPT\", \"reason\": \"OTHER\"}"), 422, "api.offer-step-field");
        answered("k1", offer(1), "{\"answer\": \"DECLINE\", \"reason\": \"TIME_DOES_NOT_FIT\"}");
        refused(begin("k1", offer(1), "{\"answer\": \"ACCEPT\"}"), 409, "offer.accept-when");
        get("kari", offer(1) + "/events").body("[-1].reason", equalTo("TIME_DOES_NOT_FIT"));

        String time = offer(2);
        refused(take("k2", time, "{\"step\": \"ASK_TIME\"}"), 422, "offer.day-missing");
        refused(take("k2", time, "{\"step\": \"ASK_TIME\", \"day\": \"2090-01-21\"}"), 422, "offer.not-a-working-day");
        take("k2", time, "{\"step\": \"ASK_TIME\", \"day\": \"2090-01-18\"}").statusCode(200);
        get("kari", "/offer-messages?waiting=true").body("code", contains("offer.told-ask-time"));
        refused(take("k2", time, "{\"step\": \"GRANT_TIME\"}"), 409, "offer.not-by");
        take("kari", time, "{\"step\": \"REFUSE_TIME\"}").statusCode(200).body("timeAsked", nullValue());
        get("kari", "/offer-messages?waiting=true").body("", empty());
        take("k2", time, "{\"step\": \"ASK_TIME\", \"day\": \"2090-01-18\"}").statusCode(200);
        take("kari", time, "{\"step\": \"GRANT_TIME\"}")
                .statusCode(200)
                .body("answerBy", equalTo("2090-01-18T11:00:00Z"));

        String recalled = offer(3);
        refused(take("kari", recalled, "{\"step\": \"RECALL\"}"), 409, "offer.recall-not-asked");
        take("kari", recalled, "{\"step\": \"ASK_RECALL\", \"reason\": \"WRONG_RUN\", \"text\": \"Feil liste.\"}")
                .statusCode(200)
                .body("recallAskedBy", equalTo(named("kari")));
        get("k1", recalled).body("recallAskedBy", nullValue());
        get("leder", recalled).body("recallAskedBy", nullValue());
        refused(take("kari", recalled, "{\"step\": \"RECALL\"}"), 409, "offer.recall-by-another");
        refused(take("leder", recalled, "{\"step\": \"RECALL\"}"), 409, "offer.not-by");
        taken("ola", recalled, "{\"step\": \"RECALL\"}", "RECALLED");

        String yes = offer(4);
        begin("k2", yes, "{\"answer\": \"ACCEPT\"}").statusCode(201).body("warnings", hasSize(2));
        answered("k2", yes, "{\"answer\": \"ACCEPT\"}").body("warnings", hasSize(2));
        get("k2", yes + "/withdrawal-preview").body("counts", equalTo(false)).body("behind", equalTo(false));
        get("k2", yes + "/deferral-preview")
                .body("halfYear", equalTo("2091-V"))
                .body("possible", equalTo(false))
                .body("inTheWay", containsString("ingen ledig plass i planen for"));
        refused(take("k2", yes, "{\"step\": \"ASK_DEFERRAL\"}"), 409, "offer.no-seat-later");
        refused(take("kari", yes, "{\"step\": \"DEFER\"}"), 409, "offer.deferral-not-asked");
        refused(get("k2", yes + "/give-up-preview"), 409, "offer.give-up-of-two");
        refused(take("kari", yes, "{\"step\": \"GIVE_UP\", \"reason\": \"OTHER\"}"), 409, "offer.give-up-of-two");
        take("k2", yes, "{\"step\": \"ASK_WITHDRAWAL\", \"reason\": \"NO_LOCUM\"}")
                .statusCode(200);
        take("kari", yes, "{\"step\": \"REFUSE_WITHDRAWAL\", \"text\": \"Vikaren er funnet.\"}")
                .statusCode(200);
        taken("kari", yes, "{\"step\": \"WITHDRAW\", \"reason\": \"LEFT_AREA\"}", "WITHDRAWN");
        String annulled = offer(6);
        answered("k2", annulled, "{\"answer\": \"ACCEPT\"}");
        taken(
                "kari",
                annulled,
                "{\"step\": \"ANNUL\", \"reason\": \"CHECK_FAILED\", \"text\": \"Attest mangler.\"}",
                "VOID");

        QuarkusTransaction.requiringNew()
                .run(() -> made.execute("insert into position_seats (position_id, half_year, seats, version) values ('"
                        + made.position + "', '2090-H', 6, 0)"));
        String expired = offer(5);
        clock.set(WorkingDays.noon(LocalDate.of(2090, 1, 16)));
        get("k1", expired).body("open", equalTo(false));
        offerClock.run();
        refused(begin("k1", expired, "{\"answer\": \"ACCEPT\"}"), 409, "offer.accept-when");
        refused(take("leder", expired, "{\"step\": \"REINSTATE\", \"text\": \"På reise.\"}"), 409, "offer.not-by");
        refused(take("kari", expired, "{\"step\": \"REINSTATE\"}"), 422, "offer.text-missing");
        taken("kari", expired, "{\"step\": \"REINSTATE\", \"text\": \"På reise.\"}", "SENT");
        answered("k1", expired, "{\"answer\": \"ACCEPT\"}");
        refused(take("kari", expired, "{\"step\": \"REINSTATE\", \"text\": \"Igjen.\"}"), 409, "offer.reinstate-when");
        take("kari", expired, "{\"step\": \"EXPIRE\"}").statusCode(400);
        get("kari", hospital("/offers?state=DECLINED&state=VOID&round=" + made.round))
                .header("X-Total-Count", "2")
                .body("state", hasItems("DECLINED", "VOID"));
        get("kari", hospital("/offers?round=en-annen")).header("X-Total-Count", "0");
    }

    @Test
    void two_persons_take_back_all_of_a_round_that_is_not_answered() {
        released();
        answered("k1", offer(1), "{\"answer\": \"ACCEPT\"}");
        refused(post("ola", round("/offers/recall"), null), 409, "offer.recall-not-asked");
        post("kari", round("/offers/recall-request"), "{\"reason\": \"WRONG_RUN\", \"text\": \"Feil liste.\"}")
                .statusCode(200)
                .body("offers", equalTo(5));
        refused(post("kari", round("/offers/recall"), null), 409, "offer.recall-by-another");
        post("leder", round("/offers/recall"), null).statusCode(403);
        delete("ola", round("/offers/recall-request")).statusCode(200).body("offers", equalTo(5));
        refused(delete("ola", round("/offers/recall-request")), 409, "offer.recall-not-asked");
        post("kari", round("/offers/recall-request"), "{\"reason\": \"WRONG_RUN\", \"text\": \"Feil liste.\"}")
                .statusCode(200);
        post("ola", round("/offers/recall"), null).statusCode(200).body("offers", equalTo(5));
        get("kari", hospital("/offers?state=RECALLED")).header("X-Total-Count", "5");
    }

    @Test
    void a_round_is_stopped_and_nobody_answers_until_it_goes_on() {
        released();
        refused(get("kari", round("/recovery")), 409, "offer.round-not-frozen");
        refused(post("kari", round("/stops"), "{\"text\": \"\"}"), 422, "offer.text-missing");
        post("leder", round("/stops"), "{\"text\": \"Feil.\"}").statusCode(403);
        refused(post("nabo", round("/stops"), "{\"text\": \"Feil.\"}"), 404, "round.round-unknown");
        post("kari", round("/stops"), "{\"text\": \"Kan være feil.\"}")
                .statusCode(201)
                .body("number", equalTo(1))
                .body("events.step", contains("STOPPED"))
                .body("events.who", contains(named("kari")));
        refused(begin("k1", offer(1), "{\"answer\": \"ACCEPT\"}"), 409, "offer.round-frozen");
        refused(
                post("kari", round("/recovery/corrections"), "{\"kind\": \"FACTS\", \"note\": \"Feil.\"}"),
                422,
                "api.not-null");
        refused(get("plan", round("/recovery/counts")), 409, "offer.not-rerun");
        get("leder", round("/recovery/counts")).statusCode(403);
        refused(get("nabo", round("/recovery/counts")), 404, "round.round-unknown");
        refused(delete("ola", round("/recovery/request")), 409, "offer.recovery-not-asked");
        refused(delete("ola", round("/recovery/corrections/1")), 404, "correction.unknown");
        post("ola", round("/recovery/thaw"), "{\"text\": \"Ingen feil.\"}")
                .statusCode(200)
                .body("offers", equalTo(6));
        get("kari", round("/stops")).body("over", contains(true)).body("events[0].step", contains("STOPPED", "THAWED"));
        answered("k1", offer(1), "{\"answer\": \"ACCEPT\"}");
    }

    @Test
    void what_is_declined_is_given_on_as_it_was_shown() {
        String lunge = others.hospital + "-ny-lunge";
        QuarkusTransaction.requiringNew().run(() -> {
            Frozen frozen = new Frozen().seats(lunge, HalfYear.parse("2090-H"), 1);
            for (int d = 1; d <= 2; d++) {
                frozen.doctor(others.doctor(d).value(), "Lege " + d)
                        .area(OfferedRound.area(d).value())
                        .months(60 - d)
                        .wants(lunge);
            }
            others.department(lunge, 1);
            others.frozen(frozen.freeze());
            others.gave(1, lunge, 1);
            others.takesPart(1);
            others.takesPart(2);
        });
        String address = "/rounds/" + others.round;
        get("kari", address + "/refill-preview").statusCode(404);
        get("k1", address + "/refill-preview").statusCode(403);
        refused(get("nabo", address + "/refill-preview"), 409, "offer.nothing-offered");
        post("nabo", address + "/offer-rounds", null).statusCode(201);
        int ready = get("nabo", "/hospitals/" + others.hospital + "/offers?state=READY")
                .extract()
                .path("[0].id");
        get("nabo", "/offers/" + ready + "/turn-down-preview")
                .statusCode(200)
                .body("place", equalTo(1))
                .body("seats[0].next.name", equalTo("Lege 2"))
                .body("seats[0].next.place", equalTo(2));
        post("nabo", address + "/offer-rounds/1/release", "{}").statusCode(200);
        int declined =
                get("k1", "/areas/9981/offers?round=" + others.round).extract().path("[0].id");
        answered("k1", "/offers/" + declined, "{\"answer\": \"DECLINE\", \"reason\": \"NO_LOCUM\"}");
        String wishes = address + "/wishes/" + others.doctor(2).digits();
        String key = get("k2", wishes)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("part", equalTo("WAITS"))
                .body("lines[0][0].parts[0].departments", contains(lunge))
                .body("inTheWay", empty())
                .extract()
                .path("lines[0][0].key");
        get("nabo", wishes).body("inTheWay.code", contains("offer.wishes-not-by"));
        refused(get("k1", wishes), 404, "offer.wishes-no-doctor");
        get("kari", wishes).statusCode(404);
        putWishes("nabo", wishes, "0", "{\"removed\": []}").statusCode(403);
        putWishes("k2", wishes, "0", "{\"removed\": null}").statusCode(422);
        refused(putWishes("k2", wishes, null, "{\"removed\": []}"), 428, "offer.wishes-version-missing");
        refused(putWishes("k2", wishes, "0", "{\"removed\": [\"hud\"]}"), 422, "offer.wishes-unknown");
        refused(
                putWishes("k2", wishes, "0", "{\"removed\": [], \"order\": [[\"" + key + "\"]]}"),
                422,
                "offer.wishes-order-stands");
        putWishes("k2", wishes, "0", "{\"removed\": []}").statusCode(200).header("ETag", "\"0\"");
        String early = get("nabo", address + "/refill-preview")
                .statusCode(200)
                .body("inTheWay.code", contains("offer.before-marking"))
                .body("placed.name", contains("Lege 2"))
                .extract()
                .path("hash");
        refused(post("nabo", address + "/refills", "{\"hash\": \"" + early + "\"}"), 409, "offer.before-marking");
        clock.set(WorkingDays.noon(LocalDate.of(2090, 1, 17)));
        String shown = get("nabo", address + "/refill-preview")
                .statusCode(200)
                .body("inTheWay", empty())
                .body("mode", equalTo("UPGRADES"))
                .body("chains[0]", hasSize(2))
                .body("placed[0].to[0].halfYear", equalTo("2090-H"))
                .extract()
                .path("hash");
        post("nabo", address + "/refills", "{\"hash\": \"x\"}").statusCode(422);
        refused(
                post("nabo", address + "/refills", "{\"hash\": \"" + "0".repeat(64) + "\"}"),
                409,
                "offer.refill-changed");
        post("nabo", address + "/refills", "{\"hash\": \"" + shown + "\"}")
                .statusCode(201)
                .body("offerRound", equalTo(2))
                .body("placed", equalTo(1))
                .body("problemHash", equalTo(shown));
        get("nabo", address + "/refills").header("X-Total-Count", "1").body("by", contains(named("nabo")));
        assertThat(as("nabo").get("/api/v1" + address + "/refills/1/export").asByteArray())
                .startsWith('P', 'K');
        get("nabo", address + "/refills/1/reasons").statusCode(200).body("hprNumber", hasSize(2));
        get("nabo", address + "/refills/2/reasons").statusCode(404);
        refused(get("k2", address + "/refills/1/reasons"), 409, "offer.refill-not-sent");
        get("nabo", address + "/reserve").statusCode(200).body("doctors", empty());
        get("kari", address + "/reserve").statusCode(404);
        clock.set(WorkingDays.noon(LocalDate.of(2090, 1, 19)));
        post("nabo", address + "/offer-rounds/2/release", "{}").statusCode(200);
        get("k2", "/areas/9982/offers?round=" + others.round).body("state", contains("SENT"));
        refused(putWishes("k2", wishes, "0", "{\"removed\": [\"" + key + "\"]}"), 409, "offer.wishes-unanswered");
    }

    private ValidatableResponse putWishes(String who, String address, String version, String body) {
        RequestSpecification request = as(who).body(body);
        return (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .put("/api/v1" + address)
                .then();
    }

    @Test
    void a_page_of_offers_costs_as_many_statements_however_many_they_are() {
        released();
        get("kari", hospital("/offers?size=1")).statusCode(200);
        get("k1", "/areas/9981/offers?size=1").statusCode(200);
        long one = statements(() -> get("kari", hospital("/offers?size=1")).body("", hasSize(1)));
        long all = statements(() -> get("kari", hospital("/offers?size=500")).body("", hasSize(6)));
        assertThat(all).isEqualTo(one).isLessThan(20);
        long ownOne = statements(() -> get("k1", "/areas/9981/offers?size=1").body("", hasSize(1)));
        long own = statements(() -> get("k1", "/areas/9981/offers").body("", hasSize(3)));
        assertThat(own).isEqualTo(ownOne).isLessThan(20);
    }

    private long statements(Runnable act) {
        Statistics statistics =
                database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        act.run();
        long statements = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return statements;
    }
}
