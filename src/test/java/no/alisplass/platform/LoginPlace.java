package no.alisplass.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The part of the tests' identity provider that a browser sees, and the exchange of codes, as strict as the protocol asks. */
class LoginPlace {
    /** Another than the API's audience: what is issued for one is nothing to the other. */
    static final String CLIENT = "alisplass-sider";

    static final String SECRET = "en-hemmelighet-for-klienten-1234567890";

    private final String issuer;
    private final Function<JwtClaimsBuilder, String> sign;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile Map<String, Object> instead = Map.of();
    private volatile boolean silent;
    private volatile boolean silentTokens;
    private volatile boolean declines;

    /** What the last browser came with. */
    volatile Map<String, String> asked = Map.of();

    /** What the last browser that logged out came with. */
    volatile Map<String, String> left = Map.of();

    LoginPlace(HttpServer server, String issuer, Function<JwtClaimsBuilder, String> sign) {
        this.issuer = issuer;
        this.sign = sign;
        server.createContext("/authorize", exchange -> take(exchange, this::authorize));
        server.createContext("/token", exchange -> take(exchange, this::token));
        server.createContext("/end-session", exchange -> take(exchange, this::endSession));
    }

    /** Who logs in from now on. */
    void sits(String subject, String name, Set<String> roles, Map<String, Object> claims) {
        Map<String, Object> all = new TreeMap<>(claims);
        all.put("sub", subject);
        all.put("preferred_username", name);
        all.put("name", "Navnet til " + name);
        all.put("roles", roles);
        person = all;
        instead = Map.of();
        declines = false;
    }

    /** Claims that the next tokens have instead of the right ones. */
    void lies(Map<String, Object> claims) {
        instead = claims;
    }

    /** Whoever sits there breaks off. */
    void declines() {
        declines = true;
    }

    void falls(boolean silent, boolean silentTokens) {
        this.silent = silent;
        this.silentTokens = silentTokens;
    }

    boolean isSilent() {
        return silent;
    }

    private void take(HttpExchange exchange, BiConsumer<HttpExchange, Map<String, String>> answer) throws IOException {
        try (exchange) {
            boolean token = exchange.getRequestURI().getPath().equals("/token");
            if (silent || token && silentTokens) {
                return;
            }
            String sent = token
                    ? "?" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    : exchange.getRequestURI().toString();
            Map<String, String> parameters = new TreeMap<>();
            new QueryStringDecoder(sent).parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
            answer.accept(exchange, parameters);
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> sent) {
        asked = sent;
        boolean right = "code".equals(sent.get("response_type"))
                && CLIENT.equals(sent.get("client_id"))
                && "S256".equals(sent.get("code_challenge_method"))
                && sent.keySet().containsAll(List.of("state", "nonce", "code_challenge", "redirect_uri"));
        if (!right) {
            reply(exchange, 400, "text/plain", "unfit: " + sent.keySet());
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, sent);
        String result = declines ? "error=access_denied&error_description=Kari+Nordmann" : "code=" + code;
        redirect(exchange, sent.get("redirect_uri") + "?" + result + "&state=" + sent.get("state"));
    }

    private void token(HttpExchange exchange, Map<String, String> sent) {
        // A code is good once.
        Map<String, String> begun = codes.remove(sent.getOrDefault("code", ""));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (begun == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !begun.get("redirect_uri").equals(sent.get("redirect_uri"))
                || !begun.get("code_challenge").equals(challenge(sent.getOrDefault("code_verifier", "")))) {
            reply(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        Map<String, Object> claims = new TreeMap<>(person);
        claims.put("aud", CLIENT);
        claims.put("nonce", begun.get("nonce"));
        claims.putAll(instead);
        JwtClaimsBuilder token =
                Jwt.claims().issuer(issuer).issuedAt(Instant.now()).expiresIn(Duration.ofMinutes(5));
        claims.forEach((name, value) -> {
            if (!value.equals("")) {
                token.claim(name, value);
            }
        });
        reply(
                exchange,
                200,
                "application/json",
                "{\"id_token\": \"%s\", \"access_token\": \"utleselig\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                        .formatted(sign.apply(token)));
    }

    private void endSession(HttpExchange exchange, Map<String, String> sent) {
        left = sent;
        redirect(exchange, sent.get("post_logout_redirect_uri"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] print = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private static void redirect(HttpExchange exchange, String address) {
        exchange.getResponseHeaders().set("Location", address);
        reply(exchange, 302, "text/plain", "");
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
