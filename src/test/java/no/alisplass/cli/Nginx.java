package no.alisplass.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real nginx with TLS before services of a test, configured by the very file the documentation gives. */
final class Nginx {
    private static final Path EXAMPLE = Path.of("docs", "nginx.conf");
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"), Path.of("/usr/local/bin/nginx"));

    private final Process process;
    private final Path folder;
    private final int plain;
    private final int tls;

    private Nginx(Process process, Path folder, int plain, int tls) {
        this.process = process;
        this.folder = folder;
        this.plain = plain;
        this.tls = tls;
    }

    /** Starts; the test is skipped, and says why, where there is no nginx. */
    static Nginx start(Path folder, List<Integer> services) throws Exception {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(program != null, "nginx is not installed (apt-get install nginx-light): not tried behind a proxy");
        certificate(folder);
        int plain = Packaged.freePort();
        int tls = Packaged.freePort();
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, services, plain, tls));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Nginx nginx = new Nginx(process, folder, plain, tls);
        nginx.await();
        return nginx;
    }

    private static void certificate(Path folder) throws Exception {
        Process made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("cert.pem").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.out").toFile())
                .start();
        boolean done = made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0;
        assumeTrue(done, "openssl cannot make a certificate here: not tried behind a proxy");
    }

    private static String configuration(Path folder, List<Integer> services, int plain, int tls) throws IOException {
        String upstream =
                services.stream().map(port -> "server 127.0.0.1:" + port + ";").collect(Collectors.joining("\n    "));
        String example = Files.readString(EXAMPLE)
                .replace("server 127.0.0.1:8080;", upstream)
                .replace("alisplass.example.no", "localhost")
                .replace("/etc/ssl/alisplass/", folder + "/")
                .replace("listen 80", "listen 127.0.0.1:" + plain)
                .replace("listen 443", "listen 127.0.0.1:" + tls)
                .replace("https://$host$request_uri", "https://$host:" + tls + "$request_uri");
        return """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                log_format node '$upstream_addr';
                access_log %1$s/nodes.log node;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, example);
    }

    private void await() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), tls)) {
                if (open.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nginx did not start: " + Files.readString(folder.resolve("nginx.out")));
    }

    int plain() {
        return plain;
    }

    int tls() {
        return tls;
    }

    /** The services that answered so far, one line for each request. */
    List<String> answered() throws IOException {
        return Files.readAllLines(folder.resolve("nodes.log"));
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
