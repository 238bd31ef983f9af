package no.alisplass.platform;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * An identity provider of the tests' own on this machine: it publishes its key, signs what it is asked to, and logs in
 * at once whoever the test says is sitting there ({@link LoginPlace}). */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {
    static final String AUDIENCE = "alisplass";

    private final KeyPair key = newKey();
    private HttpServer server;

    /** Where people log in, for the pages. */
    LoginPlace place;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize", "end_session_endpoint": "%1$s/end-session"}
                """.formatted(issuer()));
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        answer("/keys", """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "test", "n": "%s", "e": "%s"}]}
                """.formatted(
                        number(open.getModulus().toByteArray()),
                        number(open.getPublicExponent().toByteArray())));
        place = new LoginPlace(server, issuer(), claims -> signed(claims, key));
        server.start();
        return Map.ofEntries(
                Map.entry("quarkus.oidc.tenant-enabled", "true"),
                Map.entry("quarkus.oidc.auth-server-url", issuer()),
                Map.entry("quarkus.oidc.token.audience", AUDIENCE),
                Map.entry("quarkus.oidc.pages.tenant-enabled", "true"),
                Map.entry("quarkus.oidc.pages.client-id", LoginPlace.CLIENT),
                Map.entry("quarkus.oidc.pages.credentials.secret", LoginPlace.SECRET),
                Map.entry("alisplass.oidc.name", "Ahus-ID"),
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                Map.entry("quarkus.http.proxy.enable-forwarded-host", "true"),
                Map.entry("alisplass.oidc.hpr-claim", "helseid://claims/hpr/hpr_number"),
                Map.entry("alisplass.oidc.admin-claim", "groups"),
                Map.entry("alisplass.oidc.admin-value", "alisplass-administratorer"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(IdentityProvider.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** A token of this provider for five minutes. */
    String token(String name, Set<String> roles, Map<String, Object> claims) {
        return signed(claims(name, roles, claims).expiresIn(Duration.ofMinutes(5)), key);
    }

    /** A token for others' services, or for nobody's; {@code name} may be null. */
    String tokenFor(String audience, String name, Set<String> roles, Map<String, Object> claims) {
        JwtClaimsBuilder builder =
                Jwt.claims().issuer(issuer()).claim("roles", roles).issuedAt(Instant.now());
        if (name != null) {
            builder.upn(name);
        }
        if (audience != null) {
            builder.audience(audience);
        }
        claims.forEach(builder::claim);
        return signed(builder.expiresIn(Duration.ofMinutes(5)), key);
    }

    String expired(String name, Set<String> roles) {
        Instant hoursAgo = Instant.now().minus(Duration.ofHours(2));
        return signed(claims(name, roles, Map.of()).issuedAt(hoursAgo).expiresIn(Duration.ofMinutes(5)), key);
    }

    /** As good as ours, but for who signed it. */
    String forged(String name, Set<String> roles) {
        return signed(claims(name, roles, Map.of()).expiresIn(Duration.ofMinutes(5)), newKey());
    }

    private JwtClaimsBuilder claims(String name, Set<String> roles, Map<String, Object> claims) {
        JwtClaimsBuilder builder = Jwt.claims()
                .issuer(issuer())
                .audience(AUDIENCE)
                .upn(name)
                .claim("roles", roles)
                .issuedAt(Instant.now());
        claims.forEach(builder::claim);
        return builder;
    }

    private static String signed(JwtClaimsBuilder claims, KeyPair key) {
        return claims.jws().keyId("test").sign(key.getPrivate());
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            if (place.isSilent()) {
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** As in a JSON Web Key: no sign, no padding. */
    private static String number(byte[] bytes) {
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
