package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.alisplass.SettableClock;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferedRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everyone walks every endpoint and every page. Who has not the role is refused. Coordinators, planners and departments of another
 * hospital, and a municipality outside the catchment, get of a round, a hospital or a position what they would get of nobody's; with
 * their own they get in.
 */
@QuarkusTest
class AccessIT {
    private static final String PASSWORD = "et langt passord for rekkevidden";
    private static final String TOKEN = "a-token-of-the-browser-of-this-test";
    private static final String ROUND = "rekkevidde-runde";
    private static final String NEIGHBOUR = "reach-nabo";
    private static final String NOBODYS = "finnes-ikke-her";
    private static final Set<String> BOUND = Set.of(Roles.COORDINATOR, Roles.PLANNER, Roles.DEPARTMENT);
    private static final String INSIDE = "030110";
    private static final String OUTSIDE = "4699";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    Releases releases;

    @Inject
    Offers offers;

    private final Set<String> made = new HashSet<>();
    private FrontDesk desk;

    record Door(String method, String path, Set<String> roles) {
        /** Bound to a hospital, or of a round, which a municipality is outside of or in. */
        Set<String> bound() {
            Set<String> bound = new HashSet<>(roles);
            bound.retainAll(BOUND);
            if (roles.contains(Roles.MUNICIPALITY) && isOfARound()) {
                bound.add(Roles.MUNICIPALITY);
            }
            return bound;
        }

        boolean isOfARound() {
            return path.contains("{round}") || path.startsWith("/api/v1/rounds/{id}");
        }

        String with(String round, String hospital) {
            String in = path.startsWith("/api/v1/rounds/") ? round : hospital;
            return path.replace("/policies/{id}", "/policies/ahus-2020")
                    .replace("{round}", round)
                    .replace("{hospital}", hospital)
                    .replace("{id}", in)
                    .replaceAll("\\{position(Id)?\\}", "ahus-geriatri-1")
                    .replace("{halfYear}", "2061-V")
                    .replace("{hprNumber}", "990000022")
                    .replace("{area}", INSIDE)
                    .replace("{doctor}", "d001")
                    .replace("{key}", "A".repeat(22))
                    .replace("{step}", "hvem")
                    .replace("{chart}", "utfall")
                    .replaceAll("\\{[a-zA-Z]+\\}", "1");
        }
    }

    @BeforeEach
    void two_hospitals_and_a_round_of_one() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        users.all().forEach(user -> made.add(user.username()));
        if (desk.coordinator().get("/api/v1/rounds/" + ROUND).statusCode() == 200) {
            return;
        }
        desk.loadReferenceData();
        desk.coordinator()
                .body("""
                        {"organisationNumber": "993467049", "name": "Nabosykehuset", "divisions": [{"name": "Medisin",
                         "service": "SOMATIC", "departments": [{"id": "nabo-medisin", "name": "Medisin", "onCall": true}]}]}
                        """)
                .put("/api/v1/hospitals/" + NEIGHBOUR)
                .then()
                .statusCode(200);
        desk.coordinator()
                .body("{\"name\": \"Utenfor\", \"kind\": \"MUNICIPALITY\"}")
                .put("/api/v1/areas/" + OUTSIDE)
                .then()
                .statusCode(200);
        desk.seats("ahus-geriatri-1", "2061-V", 1);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Rekkevidde", "halfYears": ["2061-V"],
                 "policyId": "ahus-2020", "policyVersion": 2, "deadline": "2060-12-01"}
                """.formatted(ROUND));
        byte[] list = Files.readAllBytes(
                java.nio.file.Path.of("sample-data", "ahus-2027-var", "ventelister", "030110-grorud.xlsx"));
        desk.upload(ROUND, "030110", "grorud.xlsx", list).statusCode(200);
        desk.submit(ROUND, "030110").statusCode(201);
        desk.close(ROUND);
        desk.run(ROUND);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void who_has_not_the_role_is_refused_at_every_door() {
        String before = state();
        int walked = 0;
        for (Door door : all()) {
            String path = door.with(ROUND, "ahus");
            for (String role : Roles.ALL) {
                if (!door.roles().contains(role)) {
                    assertThat(as(role, "ahus", door)
                                    .request(door.method(), path)
                                    .statusCode())
                            .as(role + " " + door.method() + " " + door.path())
                            .isIn(403, 404);
                    walked++;
                }
            }
            RequestSpecification nobody = RestAssured.given().redirects().follow(false);
            if (door.path().startsWith("/api/")) {
                assertThat(nobody.request(door.method(), path).statusCode())
                        .as("nobody " + door.method() + " " + door.path())
                        .isIn(401, 415);
            } else if (door.method().equals("GET")) {
                Response sent = nobody.get(path);
                assertThat(sent.statusCode()).as("nobody " + door.path()).isIn(302, 303);
                assertThat(sent.header("Location"))
                        .as("nobody " + door.path())
                        .contains(door.roles().contains(Roles.DOCTOR) ? "/innsyn?over=" : "/logg-inn");
            }
        }
        assertThat(walked).isGreaterThan(400);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void another_hospitals_or_catchments_is_as_nobodys_at_every_door() {
        String before = state();
        int walked = 0;
        for (Door door : doors()) {
            for (String role : door.bound()) {
                String call = role + " " + door.method() + " " + door.path();
                Response others = as(role, NEIGHBOUR, door).request(door.method(), door.with(ROUND, "ahus"));
                Response nobodys = as(role, NEIGHBOUR, door).request(door.method(), door.with(NOBODYS, NOBODYS));
                assertThat(others.statusCode()).as(call).isEqualTo(404);
                assertThat(nobodys.statusCode()).as(call).isEqualTo(404);
                assertThat(bare(others.asString().replace(ROUND, "?").replace("ahus", "?")))
                        .as(call)
                        .isEqualTo(bare(nobodys.asString().replace(NOBODYS, "?").replace("ahus", "?")));
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(110);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void ones_own_is_reached_at_every_door() {
        List<String> shut = new ArrayList<>();
        for (Door door : doors()) {
            for (String role : door.bound()) {
                if (door.method().equals("GET")
                        && !door.path().contains("{vacancyId}")
                        && !door.path().contains("{move}")
                        && !door.path().contains("{job}")
                        && !door.path().contains("{scenario}")
                        && !door.path().contains("{offer}")
                        && !door.path().contains("/refills/{number}")
                        && !door.path().contains("/to-lister/{number}")
                        && !door.path().contains("/outcomes/{hprNumber}")
                        && !door.path().contains("/lister/{number}")
                        && !door.path().contains("/wishes/{hprNumber}")
                        && !door.path().contains("/venter")
                        && !door.path().contains("{chart}")) {
                    int status = as(role, "ahus", door)
                            .request("GET", door.with(ROUND, "ahus"))
                            .statusCode();
                    if (status == 404 || status == 403 || status >= 500) {
                        shut.add(role + " " + door.path() + " " + status);
                    }
                }
            }
        }
        assertThat(shut).isEmpty();
    }

    @Test
    void an_offer_is_reached_by_its_hospital_its_department_and_its_area_and_by_nobody_else() {
        clock.set(OfferedRound.APPROVED);
        OfferedRound given = OfferedRound.of(database, 1);
        try {
            Acting coordinator = given.coordinator("kari");
            Answers.of(releases.prepare(given.round, coordinator));
            Answers.of(releases.release(given.round, 1, null, coordinator));
            OfferFilter those = OfferFilter.of(given.round);
            String offer =
                    Long.toString(offers.page(those, 0, 1).offers().get(0).id());
            Map<String, String> own = Map.of(
                    Roles.COORDINATOR, given.hospital.value(),
                    Roles.DEPARTMENT, given.hospital.value(),
                    Roles.MUNICIPALITY, OfferedRound.area(1).value());
            int walked = 0;
            for (Door door : all().stream()
                    .filter(each -> each.path().startsWith("/api/v1/offers/{offer}"))
                    .toList()) {
                assertThat(own.keySet()).as(door.path()).containsAll(door.roles());
                String path = door.path().replace("{key}", UUID.randomUUID().toString());
                for (String role : door.roles()) {
                    String call = role + " " + door.method() + " " + door.path();
                    RequestSpecification stranger = as(role, NEIGHBOUR, door);
                    Response others = stranger.request(door.method(), path.replace("{offer}", offer));
                    Response nobodys = stranger.request(door.method(), path.replace("{offer}", "999999999"));
                    assertThat(others.statusCode()).as(call).isEqualTo(404);
                    assertThat(others.asString().replace(offer, "?"))
                            .as(call)
                            .isEqualTo(nobodys.asString().replace("999999999", "?"));
                    int reached = as(role, own.get(role), door)
                            .request(door.method(), path.replace("{offer}", offer))
                            .statusCode();
                    if (door.method().equals("GET")) {
                        // Service has not begun, and there is no yes to take back or to put off, and what is sent is no
                        // longer turned
                        // down: which is not that the offer
                        // is not there.
                        boolean later = path.endsWith("/service")
                                || path.endsWith("/interruption")
                                || path.endsWith("/turn-down-preview")
                                || path.endsWith("/withdrawal-preview")
                                || path.endsWith("/deferral-preview")
                                || path.endsWith("/give-up-preview");
                        assertThat(reached).as(call).isEqualTo(later ? 409 : 200);
                    } else if (!path.endsWith("/confirmation")) {
                        assertThat(reached).as(call).isEqualTo(422);
                    }
                    walked++;
                }
            }
            assertThat(walked).isGreaterThanOrEqualTo(20);
            assertThat(offers.page(those, 0, 1).offers().get(0).version()).isEqualTo(2);
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> given.execute(
                            "delete from persons_read where who like 'reach-%' and first_at > '2089-01-01'"));
            given.remove();
        }
    }

    @Test
    void lists_of_rounds_and_hospitals_hold_only_ones_own() {
        for (String role : BOUND) {
            Door api = new Door("GET", "/api/v1/rounds", Set.of());
            assertThat(as(role, NEIGHBOUR, api).get("/api/v1/rounds?size=100").asString())
                    .doesNotContain(ROUND);
            assertThat(as(role, "ahus", api).get("/api/v1/rounds?size=100").asString())
                    .contains(ROUND);
            assertThat(as(role, NEIGHBOUR, api)
                            .get("/api/v1/rounds?hospital=ahus")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(as(role, NEIGHBOUR, api)
                            .get("/api/v1/areas?hospital=ahus")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(as(role, NEIGHBOUR, api)
                            .get("/api/v1/hospitals")
                            .jsonPath()
                            .<String>getList("id"))
                    .containsExactly(NEIGHBOUR);
        }
        Door api = new Door("GET", "/api/v1/rounds", Set.of());
        assertThat(as(Roles.MUNICIPALITY, NEIGHBOUR, api)
                        .get("/api/v1/rounds?size=100")
                        .jsonPath()
                        .<String>getList("rounds.id"))
                .doesNotContain(ROUND);
        assertThat(as(Roles.MUNICIPALITY, "ahus", api)
                        .get("/api/v1/rounds?size=100")
                        .jsonPath()
                        .<String>getList("rounds.id"))
                .contains(ROUND);
        for (String page : List.of("/koordinator", "/koordinator/stillinger?sykehus=ahus", "/koordinator/ny-runde")) {
            assertThat(page(Roles.COORDINATOR, page)).doesNotContain("Rekkevidde", "Akershus", "Geriatrisk");
        }
        for (String page : List.of("/planlegger", "/planlegger/hva-om", "/planlegger/plasser.csv")) {
            assertThat(page(Roles.PLANNER, page)).doesNotContain("Rekkevidde", "Geriatrisk");
        }
    }

    @Test
    void nothing_is_planned_or_changed_for_another_hospital_by_what_is_sent() {
        Door api = new Door("POST", "/api/v1/rounds", Set.of());
        as(Roles.COORDINATOR, NEIGHBOUR, api)
                .body("""
                        {"id": "nabo-tar-ahus", "hospital": "ahus", "title": "X", "halfYears": ["2062-V"],
                         "policyId": "ahus-2020", "policyVersion": 2, "deadline": "2061-12-01"}
                        """)
                .post("/api/v1/rounds")
                .then()
                .statusCode(422)
                .body("errors[0].code", org.hamcrest.Matchers.equalTo("round.hospital-unknown"));
        Response planned = as(Roles.COORDINATOR, NEIGHBOUR, new Door("POST", "/koordinator/ny-runde", Set.of()))
                .formParams(Map.of(
                        "hospital", "ahus", "title", "X", "halfYears", "2062-V", "count", "1", "policyId", "ahus-2020"))
                .formParams(Map.of("objective", "WISHES_FIRST", "deadline", "01.12.2061"))
                .post("/koordinator/ny-runde");
        assertThat(planned.statusCode()).isEqualTo(422);
        assertThat(planned.asString()).contains("Sykehuset «ahus» finnes ikke");
        String shortage = "{\"shortages\": [{\"from\": \"2026-01-01\", \"source\": \"Ingen\"}]}";
        as(Roles.COORDINATOR, NEIGHBOUR, api)
                .body(shortage)
                .put("/api/v1/areas/3205/shortages")
                .then()
                .statusCode(422)
                .body("errors[0].code", org.hamcrest.Matchers.equalTo("catchment.area-of-others"));
        String position = "/api/v1/hospitals/" + NEIGHBOUR + "/positions/%s/seats/2061-V";
        String others = as(Roles.COORDINATOR, NEIGHBOUR, api)
                .body("{\"seats\": 9}")
                .put(position.formatted("ahus-geriatri-1"))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(others.replace("ahus-geriatri-1", "?"))
                .isEqualTo(as(Roles.COORDINATOR, NEIGHBOUR, api)
                        .body("{\"seats\": 9}")
                        .put(position.formatted(NOBODYS))
                        .asString()
                        .replace(NOBODYS, "?"));
    }

    /** What a planner asks of a round by sending it something, each with a body that is answered. */
    private static final Map<String, String> PLANNED = Map.of(
            "", "{\"seats\": [%s]}",
            "/counts", "{\"seats\": [%s]}",
            "/counts/file", "{\"seats\": [%s]}",
            "/question", "{\"seats\": [%s]}",
            "/kept", "{\"name\": \"Flere\", \"shared\": true, \"question\": {\"seats\": [%s]}}",
            "/compare", "{\"kept\": [%s]}",
            "/sweep", "{\"mode\": \"ALL\", \"ranges\": [%s]}",
            "/sweep/file", "{\"mode\": \"ALL\", \"ranges\": [%s]}",
            "/least", "{\"goal\": \"EVERYONE\"}",
            "/least/file", "{\"goal\": \"EVERYONE\"}");

    @Test
    void a_planner_is_told_no_doctor_at_any_door() throws IOException {
        JsonPath ranking =
                desk.coordinator().get("/api/v1/rounds/" + ROUND + "/ranking").jsonPath();
        List<String> telling = new ArrayList<>(ranking.getList("ranked.name"));
        ranking.getList("ranked.hprNumber").forEach(hpr -> telling.add(hpr.toString()));
        for (int position = 1; position <= ranking.getInt("total"); position++) {
            telling.add(DoctorId.ofPosition(position).value());
        }
        assertThat(telling).hasSizeGreaterThan(5);
        Pattern doctor = Pattern.compile(telling.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![0-9a-z])(", ")(?![0-9a-z])")));
        // The test would find nothing if it did not know a doctor when it saw one.
        assertThat(doctor.matcher(desk.coordinator()
                                .get("/api/v1/rounds/" + ROUND + "/runs/1/problem")
                                .asString())
                        .find())
                .isTrue();
        String kept = as(Roles.PLANNER, "ahus", new Door("POST", "/api/v1/rounds/{round}/scenarios/kept", Set.of()))
                .body("{\"name\": \"Som den er\", \"shared\": true, \"question\": {}}")
                .post("/api/v1/rounds/" + ROUND + "/scenarios/kept")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Set<String> sent = new HashSet<>();
        int told = 0;
        for (Door door : all()) {
            String scenario = door.path().replace("/api/v1/rounds/{round}/scenarios", "");
            boolean planned = !scenario.equals(door.path()) && door.method().equals("POST");
            if (!door.roles().contains(Roles.PLANNER)
                    || scenario.contains("{scenario}")
                    || !(planned || door.method().equals("GET"))) {
                continue;
            }
            RequestSpecification planner = as(Roles.PLANNER, "ahus", door);
            if (planned) {
                assertThat(PLANNED).containsKey(scenario);
                sent.add(scenario);
                String seats = "{\"department\": \"ahus-geriatri\", \"halfYear\": \"2061-V\", "
                        + (scenario.startsWith("/sweep") ? "\"from\": 0, \"to\": 2}" : "\"seats\": 2}");
                planner.body(PLANNED.get(scenario).formatted(scenario.equals("/compare") ? kept : seats));
            }
            Response answer = planner.request(
                    door.method(), door.with(ROUND, "ahus").replace("/policies/ahus-2020/1", "/policies/ahus-2023/1"));
            String call = door.method() + " " + door.path();
            if (planned) {
                assertThat(answer.statusCode()).as(call + answer.asString()).isIn(200, 201);
            }
            assertThat(read(answer)).as(call).doesNotContainPattern(doctor);
            told += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(sent).isEqualTo(PLANNED.keySet());
        assertThat(told).isGreaterThan(40);
    }

    /** What an answer says; of a workbook, what all its parts say. */
    private static String read(Response answer) throws IOException {
        byte[] body = answer.asByteArray();
        boolean packed = body.length > 1 && body[0] == 'P' && body[1] == 'K';
        if (!packed) {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        java.nio.file.Path book = Files.write(Files.createTempFile("planner", ".xlsx"), body);
        try (ZipFile parts = new ZipFile(book.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(book);
        }
        return text.toString();
    }

    private String page(String role, String path) {
        Response answer = as(role, NEIGHBOUR, new Door("GET", path, Set.of())).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.asString();
    }

    /** Without what differs from one page to the next: the form's key. */
    private static String bare(String body) {
        return body.replaceAll("name=\"_en\" value=\"[^\"]*\"", "");
    }

    private String state() {
        return desk.coordinator().get("/api/v1/rounds/" + ROUND).asString()
                + desk.coordinator().get("/api/v1/rounds/" + ROUND + "/runs").asString()
                + desk.coordinator().get("/api/v1/hospitals/ahus").asString()
                + desk.coordinator()
                        .get("/api/v1/hospitals/ahus/positions?from=2061-V&to=2061-V")
                        .asString();
    }

    private static List<Door> all() {
        return Endpoints.all().stream()
                .map(AccessIT::door)
                .filter(door -> !door.roles().isEmpty())
                .toList();
    }

    private static List<Door> doors() {
        return all().stream()
                .filter(door -> door.isOfARound()
                        || door.path().contains("{hospital}")
                        || door.path().startsWith("/api/v1/hospitals/{id}"))
                .toList();
    }

    private static Door door(Method method) {
        Path type = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        String path = (type == null ? "" : type.value()) + (own == null ? "" : "/" + own.value());
        String verb = Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .value();
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        Set<String> roles = allowed == null ? Set.of() : Set.of(allowed.value());
        return new Door(
                verb,
                path.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^}]*\\})*\\}", "{$1}")
                        .replaceAll("/+", "/"),
                roles);
    }

    private RequestSpecification as(String role, String hospital, Door door) {
        String name = "reach-" + role + "-" + hospital;
        if (made.add(name)) {
            User user = User.of(name, name, role);
            String area = Map.of("ahus", INSIDE, NEIGHBOUR, OUTSIDE).getOrDefault(hospital, hospital);
            Answers.of(users.create(
                    role.equals(Roles.MUNICIPALITY) ? user.in(new AreaCode(area)) : user.in(new HospitalId(hospital)),
                    PASSWORD));
        }
        RequestSpecification caller = RestAssured.given()
                .auth()
                .preemptive()
                .basic(name, PASSWORD)
                .header("If-Match", "\"0\"")
                .redirects()
                .follow(false);
        if (!door.path().startsWith("/api/")) {
            caller.cookie("alis-csrf", TOKEN).header("X-Csrf-Token", TOKEN);
            return door.method().equals("GET") ? caller : caller.contentType("application/x-www-form-urlencoded");
        }
        if (door.path().endsWith("/import")) {
            return caller.multiPart("file", "liste.csv", new byte[] {'x'}).multiPart("mode", "preview");
        }
        return door.method().equals("GET")
                ? caller
                : caller.contentType("application/json").body("{}");
    }
}
