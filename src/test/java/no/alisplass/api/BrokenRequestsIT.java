package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import no.alisplass.api.http.ExceptionMappers;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no proper program sends are the sender's fault, and are told as that. */
@QuarkusTest
class BrokenRequestsIT {
    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\npreview\r\n";
    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n%s\r\na;b\r\n--x--\r\n";

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("multipart/form-data; boundary=x", PART.repeat(1500) + FILE.formatted("")),
                Arguments.of(
                        "multipart/form-data; boundary=x",
                        PART.replace("\"mode\"\r\n", "\"mode\"\r\nContent-Type: text/plain; charset=nonsense\r\n")
                                + FILE.formatted("")),
                Arguments.of("multipart/form-data; boundary=y", PART + FILE.formatted("")),
                Arguments.of("multipart/form-data; boundary=\"", PART + FILE.formatted("")),
                Arguments.of("multipart/form-data; boundary=", PART + FILE.formatted("")),
                Arguments.of("multipart/form-data", PART + FILE.formatted("")),
                Arguments.of("multipart/form-data; boundary=x", PART));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_multipart_is_the_senders_fault(String type, String body) throws IOException {
        desk();
        Wire.Answer answer = new Wire(site)
                .send(
                        "POST /api/v1/rounds/none/waitlists/3222/import",
                        as("desk-3222") + "Accept-Language: en\r\nContent-Type: " + type + "\r\n",
                        body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith(ExceptionMappers.TYPE);
    }

    @Test
    void a_body_of_another_kind_is_refused_as_that() throws IOException {
        desk();
        for (String step : new String[] {"close", "reopen"}) {
            for (String type :
                    new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
                    }) {
                Wire.Answer answer = new Wire(site)
                        .send(
                                "POST /api/v1/rounds/none/" + step,
                                as("desk-koordinator") + "Content-Type: " + type + "\r\n",
                                "fordi".getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status())
                        .as(step + " " + type + answer.body())
                        .isEqualTo(415);
                assertThat(answer.body()).contains("urn:alisplass:problem:unsupported-media-type");
            }
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "/api/v1/rounds/%00",
                "/api/v1/rounds/%zz",
                "/api/v1/rounds/%ED%A0%80",
                "/api/v1/rounds?state=%",
                "/api/v1/hospitals/%E2%80%AE/vacancies",
                "/api/v1/rounds/ahus/runs/99999999999999999999",
                "/api/v1/rounds?page=99999999999999999999",
                "/api/v1/policies/ahus-2020/1.0"
            })
    void an_address_that_cannot_be_is_the_senders_fault(String address) throws IOException {
        desk();
        Wire.Answer answer = new Wire(site).send("GET " + address, as("desk-koordinator"), new byte[0]);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    }

    @Test
    void the_login_is_no_door_to_break() throws IOException {
        for (String name : new String[] {"a%00b", "%ED%A0%80", "%zz", "x".repeat(70_000), "%E2%80%AE", ""}) {
            Wire.Answer answer = new Wire(site)
                    .send(
                            "POST /j_security_check",
                            "Content-Type: application/x-www-form-urlencoded\r\n",
                            ("j_username=" + name + "&j_password=a%00b").getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(name.length() > 20 ? "long" : name).isLessThan(500);
        }
    }

    private void desk() {
        FrontDesk desk = new FrontDesk(users);
        desk.coordinator();
        desk.municipality("3222");
    }

    private static String as(String user) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + FrontDesk.PASSWORD).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}
