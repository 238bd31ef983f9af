package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.platform.Users;
import no.alisplass.register.grid.Books;
import no.alisplass.round.Rounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files made to cost, sent all at once: each is answered, and everyone else is served as before. */
@QuarkusTest
class FileReadingIT {
    private static final int AT_ONCE = 22;
    private static final long A_SECOND = 1_000_000_000;

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    private String waitlists;

    @BeforeEach
    void anOpenRound() {
        String list = new MunicipalityTown(users, capacity, catchment, rounds).openRound();
        waitlists = "/api/v1/rounds/" + list.replaceAll(".*/", "") + "/waitlists/";
    }

    /** What files cost, they cost every time; what else a machine does, it does not do three times in a row. */
    @Test
    void twenty_two_costly_files_at_once_cost_nobody_else_a_second() throws Exception {
        List<byte[]> costly = costly();
        List<String> longest = new ArrayList<>();
        while (!nobodyElseWaits(costly, longest)) {
            assertThat(longest).as("too long for others, each time").hasSizeLessThan(3);
        }
    }

    /** Whether all looks are quick while the files are read; each of them is answered. */
    private boolean nobodyElseWaits(List<byte[]> costly, List<String> longest) throws Exception {
        long usual = 0;
        for (int i = 0; i < 6; i++) {
            usual = Math.max(i == 0 ? 0 : usual, looked());
        }
        // A machine that is busy with other work is slow before the first file comes.
        long most = Math.max(A_SECOND, 5 * usual);
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Response>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            boolean other = i % 2 == 1;
            byte[] file = costly.get(i / 2 % costly.size());
            sent.add(senders.submit(() -> {
                together.await();
                return upload(other ? MunicipalityTown.OTHER : MunicipalityTown.CHIEF, other ? "9302" : "9301", file);
            }));
        }
        together.countDown();
        List<Long> looks = new ArrayList<>();
        while (sent.stream().anyMatch(each -> !each.isDone())) {
            looks.add(looked());
        }
        senders.shutdown();
        assertThat(looks).isNotEmpty();
        longest.add("%d costly files at once: %d looks, longest %d ms, may be %d ms"
                .formatted(AT_ONCE, looks.size(), Collections.max(looks) / 1_000_000, most / 1_000_000));
        System.out.println(longest);
        int read = 0;
        for (Future<Response> each : sent) {
            Response answer = each.get();
            assertThat(answer.statusCode()).isIn(422, 503);
            if (answer.statusCode() == 503) {
                answer.then()
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .body("type", equalTo("urn:alisplass:problem:busy"));
            } else {
                read++;
            }
        }
        assertThat(read).isPositive();
        return Collections.max(looks) < most;
    }

    @Test
    void a_file_is_read_as_soon_as_the_last_has_been() {
        byte[] list = MunicipalityTown.csv(MunicipalityTown.row(1, "Åse Sørbø", "9144890"))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5; i++) {
            upload(MunicipalityTown.CHIEF, "9301", list).then().statusCode(200);
        }
    }

    /** A small file each that asks for much: words to compare, rows, columns, parts, depth, digits, and a whole of nothing. */
    private static List<byte[]> costly() {
        Map<String, String> many = Books.parts("");
        for (int part = 0; part < 5_000; part++) {
            many.put("xl/worksheets/more" + part + ".xml", "");
        }
        byte[] torn = Books.book("<row><c><v>1</v></c></row>".repeat(10_000));
        List<byte[]> files = List.of(
                Books.book(
                        ("<row>" + "<c t='s'><v>0</v></c>".repeat(16) + "</row>").repeat(10),
                        "<si><t>" + "Prioritet ".repeat(3_000) + "</t></si>"),
                Books.book("<row/>".repeat(1_000_000)),
                Books.book("<row>" + "<c/>".repeat(17_000) + "</row>"),
                Books.book("<row/>", "<si/>".repeat(1_000_000)),
                Books.book("<row>" + "<deep>".repeat(20_000) + "</deep>".repeat(20_000) + "</row>"),
                Books.book("<row><c><v>" + "9".repeat(1_000_000) + "</v></c></row>"),
                Books.zip(many),
                Arrays.copyOf(torn, torn.length / 2));
        assertThat(files).allMatch(file -> file.length < 1_000_000);
        return files;
    }

    private Response upload(String user, String area, byte[] file) {
        return given().auth()
                .preemptive()
                .basic(user, MunicipalityTown.PASSWORD)
                .multiPart("file", "liste.xlsx", file)
                .multiPart("mode", "preview")
                .post(waitlists + area + "/import");
    }

    /** How long the start page takes, which asks the database as well. */
    private static long looked() {
        long before = System.nanoTime();
        given().get("/logg-inn").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        return System.nanoTime() - before;
    }
}
