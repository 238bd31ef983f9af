package no.alisplass.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many at once against a service on this machine, for so many seconds and no longer; writes a Markdown table. It needs no
 * more than a JDK: {@code java src/test/java/no/alisplass/load/Load.java http://127.0.0.1:8080 PASSWORD 10 ranking put guess},
 * ({@code run:ROUND} for how long a run of a closed round takes from the click until its proven result is there),
 * beside {@code java -Dalisplass.password-cost=10 -jar target/quarkus-app/quarkus-run.jar demo}, which has the sample round and
 * passwords as dear as in production.
 */
public final class Load {
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int GUESSERS = Integer.getInteger("guessers", 64);
    private static final int MAX_SECONDS = 60;
    private static final int LOOK_MILLIS = 5;
    private static final String ROUND = "/api/v1/rounds/ahus-2028-v";
    private static final String LIST = "{\"awayLimit\": 3, \"entries\": []}";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI site;
    private final String password;
    private final long seconds;
    private String session;

    private Load(URI site, String password, long seconds) {
        this.site = site;
        this.password = password;
        this.seconds = seconds;
    }

    /** One client's next call. */
    private interface Call {
        int send() throws IOException, InterruptedException;
    }

    private interface Guess {
        HttpResponse<String> of(String word) throws IOException, InterruptedException;
    }

    private interface Client {
        Call call(int number) throws IOException, InterruptedException;
    }

    public static void main(String... arguments) throws Exception {
        URI site = URI.create(arguments[0]);
        if (!InetAddress.getByName(site.getHost()).isLoopbackAddress()) {
            System.err.println("Only against this machine: " + site.getHost() + " is another.");
            System.exit(2);
        }
        Load load = new Load(site, arguments[1], Math.min(MAX_SECONDS, Long.parseLong(arguments[2])));
        System.out.println("| what | clients | requests/s | p50 ms | p99 ms | most ms | answers |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String what : Arrays.asList(arguments).subList(3, arguments.length)) {
            if (what.startsWith("run:")) {
                load.runs(what.substring("run:".length()));
                continue;
            }
            switch (what) {
                case "ranking" -> load.measure("ranking API", number -> load::ranking);
                case "me" -> load.measure("who am I, API", number -> load::me);
                case "put" -> load.measure("waitlist PUT", load::put);
                case "guess" -> load.guess(word -> load.form("koordinator", word));
                case "guess-api" -> load.guess(word -> load.send(load.api("koordinator", word, "/api/v1/me")));
                default ->
                    System.err.println("There is no load " + what + ": run:ROUND, ranking, me, put, guess, guess-api.");
            }
        }
    }

    private int ranking() throws IOException, InterruptedException {
        return send(api("koordinator", ROUND + "/ranking")).statusCode();
    }

    private int me() throws IOException, InterruptedException {
        return send(api("koordinator", "/api/v1/me")).statusCode();
    }

    /** One run after the other: until the start is answered, and until a proven result can be read. */
    private void runs(String round) throws IOException, InterruptedException {
        String runs = "/api/v1/rounds/" + round + "/runs";
        List<Long> posted = new ArrayList<>();
        List<Long> stored = new ArrayList<>();
        Map<Integer, AtomicInteger> answers = new TreeMap<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int seed = 1; System.nanoTime() < end; seed++) {
            long begin = System.nanoTime();
            HttpResponse<String> start = send(
                    api("koordinator", runs).POST(HttpRequest.BodyPublishers.ofString("{\"seed\": " + seed + "}")));
            posted.add((System.nanoTime() - begin) / 1_000_000);
            answers.computeIfAbsent(start.statusCode(), seen -> new AtomicInteger())
                    .incrementAndGet();
            String number = start.body().replaceAll("(?s).*\"number\":(\\d+).*", "$1");
            String run = start.body();
            while (run.contains("\"state\":\"QUEUED\"") || run.contains("\"state\":\"RUNNING\"")) {
                Thread.sleep(LOOK_MILLIS);
                run = send(api("koordinator", runs + "/" + number)).body();
            }
            stored.add((System.nanoTime() - begin) / 1_000_000);
            if (!run.contains("\"proven\":true") || !run.contains("\"checked\":true")) {
                System.err.println("Not proven: " + run);
            }
        }
        System.out.println("(the first run: posted in " + posted.get(0) + " ms, stored in " + stored.get(0) + " ms)");
        show("posting a run of " + round, 1, new Result(posted.stream().sorted().toList(), answers));
        show(
                "click to proven result, " + round,
                1,
                new Result(stored.stream().sorted().toList(), answers));
    }

    /** A draft of a round of its own that is written again and again, each client another municipality's. */
    private Call put(int number) throws IOException, InterruptedException {
        String round = "last-" + site.getPort();
        send(api("koordinator", "/api/v1/rounds")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"" + round + "\", \"hospital\": \"ahus\","
                        + " \"title\": \"Last\", \"halfYears\": [\"2061-V\"], \"policyId\": \"ahus-2020\","
                        + " \"deadline\": \"2060-12-01\"}")));
        send(api("koordinator", "/api/v1/rounds/" + round + "/open").POST(HttpRequest.BodyPublishers.ofString("{}")));
        List<String> areas = areas();
        String area = areas.get(number % areas.size());
        String list = "/api/v1/rounds/" + round + "/waitlists/" + area;
        String user = "kommune-" + area;
        return () -> {
            String version = send(api(user, list)).headers().firstValue("ETag").orElse("\"0\"");
            return send(api(user, list).header("If-Match", version).PUT(HttpRequest.BodyPublishers.ofString(LIST)))
                    .statusCode();
        };
    }

    private List<String> areas() throws IOException, InterruptedException {
        String body = send(api("koordinator", ROUND + "/waitlists")).body();
        List<String> areas = new ArrayList<>();
        java.util.regex.Matcher found =
                java.util.regex.Pattern.compile("\"area\":\"([0-9]{4,6})\"").matcher(body);
        while (found.find()) {
            if (!areas.contains(found.group(1))) {
                areas.add(found.group(1));
            }
        }
        if (areas.isEmpty()) {
            throw new IOException("No areas in " + body.substring(0, Math.min(200, body.length())));
        }
        return areas;
    }

    /** Wrong passwords from many at once, while someone who is logged in works. */
    private void guess(Guess guess) throws Exception {
        Call page =
                () -> send(HttpRequest.newBuilder(site.resolve("/koordinator")).header("Cookie", session()))
                        .statusCode();
        show("page, nobody guesses", 1, run(1, number -> page));
        AtomicInteger guessed = new AtomicInteger();
        Thread guessers = new Thread(() -> {
            Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
            List<Long> times = run(
                    GUESSERS,
                    number ->
                            () -> guess.of("feil " + guessed.incrementAndGet()).statusCode(),
                    answers);
            show("guessers", GUESSERS, new Result(times, answers));
        });
        guessers.start();
        Thread.sleep(500);
        show("page, " + GUESSERS + " guess", 1, run(1, number -> page));
        guessers.join();
    }

    /** Of a log-in before anyone guesses: after that, nobody can log in from here for a while. */
    private String session() throws IOException, InterruptedException {
        if (session == null) {
            HttpResponse<String> login = form("koordinator", password);
            session = login.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("quarkus-credential="))
                    .map(cookie -> cookie.split(";")[0])
                    .findFirst()
                    .orElseThrow(() -> new IOException("No session: " + login.statusCode()));
        }
        return session;
    }

    private HttpResponse<String> form(String name, String secret) throws IOException, InterruptedException {
        String body = "j_username=" + name + "&j_password=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(site.resolve("/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder api(String user, String path) {
        return api(user, password, path);
    }

    private HttpRequest.Builder api(String user, String secret, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(site.resolve(path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Result(List<Long> times, Map<Integer, AtomicInteger> answers) {}

    private void measure(String what, Client client) {
        for (int clients : CLIENTS) {
            show(what, clients, run(clients, client));
        }
    }

    private Result run(int clients, Client client) {
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        return new Result(run(clients, client, answers), answers);
    }

    /** How long each call took, in milliseconds, in order of length. */
    private List<Long> run(int clients, Client client, Map<Integer, AtomicInteger> answers) {
        List<List<Long>> all = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(clients);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            int own = number;
            List<Long> times = new ArrayList<>();
            all.add(times);
            threads.add(new Thread(() -> {
                try {
                    Call call = client.call(own);
                    ready.countDown();
                    ready.await();
                    long end = System.nanoTime() + seconds * 1_000_000_000L;
                    while (System.nanoTime() < end) {
                        long begin = System.nanoTime();
                        int status = call.send();
                        times.add((System.nanoTime() - begin) / 1_000_000);
                        answers.computeIfAbsent(status, seen -> new AtomicInteger())
                                .incrementAndGet();
                    }
                } catch (IOException | InterruptedException ended) {
                    ready.countDown();
                    System.err.println("A client stopped: " + ended);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return all.stream().flatMap(List::stream).sorted().toList();
    }

    private void show(String what, int clients, Result result) {
        List<Long> times = result.times();
        if (times.isEmpty()) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %d | %d | %d | %s |%n",
                what,
                clients,
                (double) times.size() / seconds,
                times.get(times.size() / 2),
                times.get(times.size() * 99 / 100),
                times.get(times.size() - 1),
                new TreeMap<>(result.answers()));
    }
}
