package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone at a municipality's pages: logs in, takes a file in, sometimes takes that back, and logs out. */
final class PageClient extends LoadClient {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final int UNDO_EVERY = 3;

    private final StampedList list;
    private final String user;
    private final Path file;
    private final Visitor visitor;
    private int turn;
    private long logins;
    private boolean loginOpen;
    private String session;
    private String endedSession;

    PageClient(URI site, String password, StampedList list, Path folder) throws Exception {
        super(site, password);
        this.list = list;
        this.user = "kommune-" + list.area();
        this.file = folder.resolve(list.area() + ".csv");
        this.visitor = new Visitor(site.toString());
    }

    @Override
    void act() throws Exception {
        if (session != null) {
            assertThat(statusWith(session)).as("a session that nobody ended").isEqualTo(200);
            session = null;
        }
        if (endedSession != null) {
            assertThat(statusWith(endedSession)).as("a session that was ended").isEqualTo(303);
        }
        logIn();
        String page = "/kommune/runder/" + list.round();
        int before = list.stamp();
        int stamp = list.tries();
        Files.writeString(file, list.csv(stamp));
        HttpResponse<String> preview = expect(visitor.upload(page + "/fil", page + "/fil", file), 200);
        Matcher key = KEY.matcher(preview.body());
        assertThat(key.find()).as(preview.body()).isTrue();
        expect(visitor.post(page + "/fil", page + "/fil/bruk", Map.of("key", key.group(1), "rows", "all")), 303);
        list.stands();
        acknowledge();
        if (++turn % UNDO_EVERY == 0) {
            list.tries(before);
            expect(visitor.post(page + "/fil", page + "/fil/angre/" + key.group(1), Map.of()), 303);
            list.stands();
            acknowledge();
        }
        logOut(page);
    }

    private void logIn() throws Exception {
        loginOpen = true;
        HttpResponse<String> in = expect(visitor.logIn(user, password()), 303);
        assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("feil");
        loginOpen = false;
        logins++;
        session = visitor.cookie("quarkus-credential").getValue();
        acknowledge();
    }

    private void logOut(String page) throws Exception {
        String own = session;
        // Until it is answered, nobody can say whether the session is over.
        session = null;
        expect(visitor.post(page, "/logg-ut", Map.of()), 303);
        endedSession = own;
        acknowledge();
    }

    private int statusWith(String cookie) throws IOException {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(site().resolve("/kommune")).header("Cookie", "quarkus-credential=" + cookie));
        return expect(answer, answer.statusCode()).statusCode();
    }

    @Override
    void compare(StoredFacts stored) throws SQLException, IOException {
        list.compare(stored);
        long recorded = stored.count(
                "SELECT count(*) FROM audit_log WHERE what = 'login.in' AND subject = ? AND after ->> 'door' = 'pages'",
                "user/" + user);
        assertThat(recorded).as("logins of %s", user).isBetween(logins, logins + (loginOpen ? 1 : 0));
        logins = recorded;
        loginOpen = false;
    }
}
