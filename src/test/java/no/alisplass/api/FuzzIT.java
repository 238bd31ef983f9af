package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to any address of the interface or the pages, the answer is never a fault of ours and never slow.
 * {@code -Dalisplass.fuzz=5000} sends more of it, {@code -Dalisplass.fuzz.seed=7} something else.
 */
@QuarkusTest
class FuzzIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final String TOKEN = "t".repeat(32);
    private static final long MAX_MILLIS = 2000;
    private static final int TRIES = 5;
    private static final Pattern PLACE = Pattern.compile("\\{\\s*([A-Za-z]+)\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");
    private static final List<String> IN_PATH = List.of(
            "%00",
            "%ED%A0%80",
            "%E2%80%AE",
            "%zz",
            "%",
            "..%2f..",
            "-1",
            "99999999999999999999",
            "%F0%9F%98%80",
            "a%20b",
            "%C3%28",
            "a;b=c",
            "x".repeat(3000),
            "1e5",
            "%0d%0aX:%20y");
    private static final List<String> ODD_HEADERS = List.of(
            "If-Match: *",
            "If-Match: \"99999999999999999999\"",
            "If-Match: \u00e6\u00f8",
            "If-Match: " + "9".repeat(3000),
            "Accept-Language: ;;;,",
            "Accept-Language: en;q=zz",
            "Accept-Language: " + "nn,".repeat(600),
            "Accept-Language: x-\u00e5",
            "Accept: ;",
            "Accept: image/*",
            "Idempotency-Key: \u0085\u00a0",
            "Idempotency-Key: " + "k".repeat(3000),
            "Cookie: alis-sprak=\u00e6; alis-melding=%00",
            "Range: bytes=-1",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "HX-Request: true",
            "HX-Current-URL: http://[",
            "Referer: %%");
    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded;charset=x",
            "*/*",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"",
            "application/",
            ";",
            "multipart/form-data; boundary=x; charset=nonsense",
            "application/xml");

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    private final Map<String, String> sessions = new HashMap<>();
    private Wire wire;

    @BeforeEach
    void prepare() throws IOException {
        wire = new Wire(site);
        FrontDesk desk = new FrontDesk(users);
        for (String role : Roles.ALL) {
            String name = "fuzz-" + role;
            if (users.find(name).isEmpty()) {
                User plain = User.of(name, "Prøver " + role, role);
                User bound = role.equals(Roles.MUNICIPALITY)
                        ? plain.in(new AreaCode("9701"))
                        : role.equals(Roles.DEPARTMENT) ? plain.in(new HospitalId("fuzz")) : plain;
                Answers.of(users.create(bound, PASSWORD));
            }
            byte[] login = ("j_username=" + name + "&j_password=" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            String answer = wire.send(
                            "POST /j_security_check", "Content-Type: application/x-www-form-urlencoded\r\n", login)
                    .head();
            Matcher cookie = Pattern.compile("(?i)set-cookie: (quarkus-credential=[^;]+)")
                    .matcher(answer);
            assertThat(cookie.find()).as(answer).isTrue();
            sessions.put(role, cookie.group(1));
        }
        desk.coordinator()
                .body(
                        "{\"organisationNumber\":\"971524960\",\"name\":\"Prøvesykehuset\",\"divisions\":[{\"name\":\"Medisin\","
                                + "\"service\":\"SOMATIC\",\"departments\":[{\"id\":\"fuzz-geriatri\",\"name\":\"Geriatri\",\"onCall\":true}]}]}")
                .put("/api/v1/hospitals/fuzz");
        desk.coordinator()
                .body("{\"parts\":[{\"department\":\"fuzz-geriatri\",\"months\":6}]}")
                .put("/api/v1/hospitals/fuzz/positions/fuzz-geriatri-1");
        desk.coordinator()
                .body("{\"areas\":[{\"code\":\"9701\",\"name\":\"Prøvevik\",\"kind\":\"MUNICIPALITY\",\"memberships\":"
                        + "[{\"hospital\":\"fuzz\",\"from\":\"2020-01-01\"}],\"shortages\":[]}]}")
                .put("/api/v1/areas")
                .then()
                .statusCode(200);
        desk.coordinator()
                .body("{\"id\":\"fuzz-2070\",\"hospital\":\"fuzz\",\"title\":\"Prøve\",\"halfYears\":[\"2070-V\"],"
                        + "\"policyId\":\"ahus-2020\",\"deadline\":\"2069-09-01\"}")
                .post("/api/v1/rounds");
        desk.coordinator().body("{}").post("/api/v1/rounds/fuzz-2070/open");
    }

    @Test
    void nothing_that_is_sent_is_a_fault_of_ours_or_slow() throws IOException {
        int count = Integer.getInteger("alisplass.fuzz", 1000);
        Random random = new Random(Long.getLong("alisplass.fuzz.seed", 7));
        Nonsense nonsense = new Nonsense(random);
        List<Method> endpoints = Endpoints.all().stream()
                .filter(method -> !method.getName().equals("events"))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
        List<String> fields = fieldsOfForms();
        TreeSet<String> faults = new TreeSet<>();
        int answered = 0;
        for (int each = 0; each < count; each++) {
            Request request = draw(nonsense.one(endpoints), nonsense, fields);
            Wire.Answer answer = wire.send(request.line, request.headers, request.body);
            for (int again = 0; again < TRIES && answer.millis() > MAX_MILLIS; again++) {
                // A busy machine is not a slow answer.
                answer = wire.send(request.line, request.headers, request.body);
            }
            answered += answer.status() > 0 && answer.status() < 400 ? 1 : 0;
            if (answer.status() >= 500 || answer.millis() > MAX_MILLIS) {
                faults.add(answer.status() + " in " + answer.millis() + " ms: " + request);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(answered).as("requests that were fit after all").isGreaterThan(count / 50);
    }

    private record Request(String line, String headers, byte[] body) {
        @Override
        public String toString() {
            String text = line + " | " + headers.replaceAll("(?i)(authorization|cookie): [^\r]*\r\n", "") + " | "
                    + new String(body, StandardCharsets.UTF_8);
            return text.length() > 900 ? text.substring(0, 900) + "…" : text;
        }
    }

    private Request draw(Method method, Nonsense nonsense, List<String> fields) {
        String path = path(method, nonsense);
        boolean api = path.startsWith("/api/");
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        String role = nonsense.now(0.03) || allowed == null
                ? nonsense.one(List.copyOf(Roles.ALL))
                : nonsense.one(List.of(allowed.value()));
        StringBuilder headers = new StringBuilder();
        headers.append(
                api
                        ? "Authorization: Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("fuzz-" + role + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8))
                                + "\r\n"
                        : "Cookie: " + sessions.get(role) + "; alis-csrf=" + TOKEN + "\r\nX-Csrf-Token: " + TOKEN
                                + "\r\n");
        boolean reads = httpMethod(method).equals("GET");
        if (!reads && nonsense.now(0.7)) {
            headers.append("If-Match: \"").append(nonsense.known("version")).append("\"\r\n");
        }
        if (nonsense.now(0.1)) {
            headers.append(nonsense.one(ODD_HEADERS)).append("\r\n");
        }
        Body body = reads ? new Body("", new byte[0]) : body(method, api, nonsense, fields);
        String type = reads || !nonsense.now(0.06) ? body.type : nonsense.one(TYPES);
        if (!type.isEmpty()) {
            headers.append("Content-Type: ").append(type).append("\r\n");
        }
        byte[] content = body.content;
        if (content.length > 2 && nonsense.now(0.04)) {
            headers.append("Content-Length: ").append(content.length).append("\r\n");
            content = Arrays.copyOf(content, content.length / 2);
        }
        return new Request(httpMethod(method) + " " + path, headers.toString(), content);
    }

    private record Body(String type, byte[] content) {}

    private static Body body(Method method, boolean api, Nonsense nonsense, List<String> fields) {
        boolean file = Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(RestForm.class));
        if (!api || file) {
            return nonsense.now(file ? 0.9 : 0.2) ? multipart(nonsense, fields) : form(nonsense, fields);
        }
        String json = Arrays.stream(method.getParameters())
                .filter(FuzzIT::isBody)
                .findFirst()
                .map(body -> nonsense.json(body.getParameterizedType(), body.getName()))
                .orElse("{}");
        if (nonsense.now(0.03)) {
            json = json + nonsense.one(List.of(" hei", "{}", "\u0000", "]"));
        }
        boolean latin = nonsense.now(0.03);
        return new Body(
                "application/json", json.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private static boolean isBody(Parameter parameter) {
        return Stream.<Class<? extends Annotation>>of(
                                PathParam.class, QueryParam.class, HeaderParam.class, FormParam.class, Context.class)
                        .noneMatch(parameter::isAnnotationPresent)
                && parameter.getType().isRecord()
                && !parameter.getType().getPackageName().equals("no.alisplass.domain");
    }

    private static Body form(Nonsense nonsense, List<String> fields) {
        StringBuilder form = new StringBuilder();
        for (String field : fields) {
            if (nonsense.now(0.4)) {
                form.append(URLEncoder.encode(field, StandardCharsets.UTF_8)).append('=');
                form.append(
                        nonsense.now(0.003)
                                ? nonsense.one(List.of("%", "%zz", "%ED%A0%80", "%C3%28", "%00"))
                                : encoded(value(field, nonsense)));
                form.append('&');
            }
        }
        return new Body("application/x-www-form-urlencoded", form.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String value(String field, Nonsense nonsense) {
        return nonsense.now(0.4) ? nonsense.text() : nonsense.known(field);
    }

    private static Body multipart(Nonsense nonsense, List<String> fields) {
        StringBuilder parts = new StringBuilder();
        int most = nonsense.now(0.03) ? 1500 : 4;
        for (int part = 0; part < most; part++) {
            String name = nonsense.now(0.5) ? "mode" : nonsense.one(fields);
            parts.append("--x\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append("\"\r\n");
            if (nonsense.now(0.05)) {
                parts.append("Content-Type: text/plain; charset=nonsense\r\n");
            }
            parts.append("\r\n").append(value(name, nonsense)).append("\r\n");
        }
        parts.append("--x\r\nContent-Disposition: form-data; name=\"")
                .append(nonsense.now(0.5) ? "file" : "fil")
                .append("\"; filename=\"")
                .append(nonsense.now(0.3) ? nonsense.text().replaceAll("[\r\n]", "") : "liste.csv")
                .append("\"\r\n\r\n")
                .append(
                        nonsense.now(0.5)
                                ? "Prioritet;Navn;HPR-nummer\r\n1;" + nonsense.text() + ";1"
                                : nonsense.text())
                .append(nonsense.now(0.1) ? "\r\n" : "\r\n--x--\r\n");
        String boundary = nonsense.now(0.05) ? "y" : "x";
        return new Body(
                "multipart/form-data; boundary=" + boundary, parts.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String path(Method method, Nonsense nonsense) {
        String path = template(method.getDeclaringClass()) + "/" + template(method);
        path = ("/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        boolean ofRound = path.contains("/rounds/{id}") || path.contains("/runder/{id}");
        boolean ofPolicy = path.contains("policies/{id}");
        String place = path;
        String filled = PLACE.matcher(path).replaceAll(found -> {
            String name = found.group(1);
            String known =
                    switch (name) {
                        case "id" -> ofPolicy ? "ahus-2020" : ofRound ? "fuzz-2070" : "fuzz";
                        case "round", "runde" -> "fuzz-2070";
                        case "number", "version", "vacancyId" -> "1";
                        case "hprNumber" -> "990000001";
                        case "tag" -> "nn";
                        case "username" -> "fuzz-nobody";
                        default -> nonsense.known(name).replace(' ', '-');
                    };
            String value = nonsense.now(0.12) ? nonsense.one(IN_PATH) : known;
            return Matcher.quoteReplacement(value);
        });
        assertThat(filled).as(place).doesNotContain("{");
        String query = Arrays.stream(method.getParameters())
                .filter(each -> each.isAnnotationPresent(QueryParam.class) && nonsense.now(0.7))
                .map(each -> each.getAnnotation(QueryParam.class).value())
                .map(name -> name + "="
                        + (nonsense.now(0.3)
                                ? nonsense.one(IN_PATH)
                                : encoded(nonsense.now(0.5) ? nonsense.known(name) : nonsense.text())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? filled : filled + "?" + query;
    }

    private static String template(java.lang.reflect.AnnotatedElement of) {
        jakarta.ws.rs.Path path = of.getAnnotation(jakarta.ws.rs.Path.class);
        return path == null ? "" : path.value();
    }

    private static String httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Every name that a page gives to a field or reads one by. */
    private static List<String> fieldsOfForms() throws IOException {
        TreeSet<String> names = new TreeSet<>(List.of(
                "periods[0].from",
                "periods[0].to",
                "periods[0].percentage",
                "periods[0].leaves[0].from",
                "approved[0].months",
                "approved[0].elsewhere",
                "wish-fuzz-geriatri",
                "statedService",
                "statedOpenPractice",
                "monthsLeft",
                "objectives",
                "activities"));
        Pattern field = Pattern.compile(
                "\\bname=\"([A-Za-z][A-Za-z0-9.-]*)\"|form\\.[A-Za-z]+\\(\"([A-Za-z][A-Za-z0-9.\\[\\]-]*)\"");
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main/resources/templates", "src/main/java/no/alisplass/web")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        for (Path file : files) {
            Matcher found = field.matcher(Files.readString(file));
            while (found.find()) {
                names.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        names.remove("_csrf");
        assertThat(names).hasSizeGreaterThan(30);
        return List.copyOf(names);
    }
}
