package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service behind a real nginx that ends TLS: what is said of addresses and schemes holds there, and only there. */
class ProxyIT {
    @TempDir
    Path data;

    @TempDir
    Path proxyFolder;

    private Packaged packaged;
    private Nginx nginx;
    private int port;

    @BeforeEach
    void start() throws Exception {
        packaged = new Packaged(data);
        port = Packaged.freePort();
        nginx = Nginx.start(proxyFolder, List.of(port));
        Process service = packaged.start("serve", port, Map.of("ALIS_BEHIND_PROXY", "true"));
        packaged.awaitReady(service, port);
    }

    @AfterEach
    void end() throws InterruptedException {
        packaged.endAll();
        if (nginx != null) {
            nginx.stop();
        }
    }

    private String site() {
        return "https://localhost:" + nginx.tls();
    }

    @Test
    void one_logs_in_over_tls_and_everything_stays_there() throws Exception {
        Visitor visitor = new Visitor(site());
        HttpResponse<String> start = visitor.get("/");
        assertThat(start.statusCode()).isEqualTo(303);
        assertThat(start.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");
        HttpResponse<String> page = visitor.get("/logg-inn");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

        String password =
                Files.readString(data.resolve("administrator-password")).strip();
        HttpResponse<String> in = visitor.logIn("administrator", password);
        assertThat(in.statusCode()).isIn(302, 303);
        // A redirect to http: would be another origin, which form-action 'self' forbids.
        URI next = URI.create(in.headers().firstValue("Location").orElseThrow());
        assertThat(next.getScheme()).isEqualTo("https");
        assertThat(next.getHost()).isEqualTo("localhost");
        assertThat(visitor.cookie("quarkus-credential").getSecure()).isTrue();
        assertThat(visitor.cookie("quarkus-credential").isHttpOnly()).isTrue();
        assertThat(visitor.cookie("alis-csrf").getSecure()).isTrue();
        HttpResponse<String> own = visitor.get("/");
        assertThat(own.headers().firstValue("Location").orElseThrow())
                .startsWith("https://localhost")
                .doesNotContain("logg-inn");

        HttpResponse<String> out = visitor.post("/logg-inn", "/logg-ut", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");
    }

    @Test
    void plain_http_is_sent_to_tls_and_what_watches_the_inside_stays_inside() throws Exception {
        HttpResponse<String> plain = new Visitor("http://localhost:" + nginx.plain()).get("/logg-inn");
        assertThat(plain.statusCode()).isEqualTo(301);
        assertThat(plain.headers().firstValue("Location")).contains(site() + "/logg-inn");
        assertThat(new Visitor(site()).get("/q/health/ready").statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_caller_says_of_itself_is_not_believed() throws Exception {
        HttpResponse<String> said = new Visitor(site())
                .send(java.net.http.HttpRequest.newBuilder(URI.create(site() + "/"))
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "http")
                        .header("Forwarded", "host=evil.example;proto=http"));
        assertThat(said.headers().firstValue("Location").orElseThrow()).startsWith("https://localhost");

        // Past the proxy, from an address that is no proxy of ours.
        String direct = raw("127.0.0.2", "127.0.0.1", port, "localhost:" + port);
        assertThat(direct)
                .contains("http://localhost:" + port + "/logg-inn")
                .doesNotContain("evil.example", "Strict-Transport-Security", "https://");
        // And from the proxy's own address it is.
        String proxied = raw("127.0.0.1", "127.0.0.1", port, "localhost:" + port);
        assertThat(proxied).contains("https://evil.example", "Strict-Transport-Security");
    }

    @Test
    void a_host_that_is_not_ours_does_not_come_through() throws Exception {
        assertThat(raw("127.0.0.1", "127.0.0.1", nginx.plain(), "evil.example")).isEmpty();
    }

    private static String raw(String from, String to, int port, String host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName(to), port), 5000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                                    + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
