package no.alisplass.platform;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone's browser as far as log-in needs one: it keeps cookies, follows redirects and sends forms. */
class Browser {
    private static final int MAX_REDIRECTS = 12;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(jar)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** All addresses since {@link #forget}, and all cookies that were set. */
    final List<String> visited = new ArrayList<>();

    final List<String> cookiesSet = new ArrayList<>();

    private HttpResponse<String> last;

    /** The page at that address, after all redirects. */
    HttpResponse<String> get(String address) {
        return followed(HttpRequest.newBuilder(ours(address)).build());
    }

    /** What that address answers, wherever it leads. */
    HttpResponse<String> answer(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ours(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends a form with the token of the page last seen. */
    HttpResponse<String> post(String address, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        Matcher token = TOKEN.matcher(last.body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return postAs(address, all);
    }

    /** Sends a form as it is, with those headers. */
    HttpResponse<String> postAs(String address, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + LoginPlace.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(ours(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return followed(request.build());
    }

    private HttpResponse<String> followed(HttpRequest request) {
        HttpResponse<String> response = send(request);
        for (int step = 0; response.statusCode() / 100 == 3; step++) {
            if (step == MAX_REDIRECTS) {
                throw new AssertionError("In a circle: " + visited);
            }
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(HttpRequest.newBuilder(next).build());
        }
        last = response;
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        visited.add(request.uri().toString());
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            cookiesSet.addAll(response.headers().allValues("Set-Cookie"));
            return response;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As another, who has come by the session. */
    Browser withStolenSession() {
        Browser thief = new Browser();
        jar.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("quarkus-credential"))
                .map(each -> {
                    HttpCookie copy = new HttpCookie(each.getName(), each.getValue());
                    copy.setPath("/");
                    copy.setVersion(0);
                    return copy;
                })
                .forEach(each -> thief.jar.getCookieStore().add(ours("/"), each));
        return thief;
    }

    boolean hasSession() {
        return jar.getCookieStore().getCookies().stream()
                .anyMatch(each -> each.getName().equals("quarkus-credential")
                        && !each.getValue().isEmpty());
    }

    void forget() {
        visited.clear();
        cookiesSet.clear();
    }

    static URI ours(String address) {
        return URI.create("http://localhost:" + RestAssured.port).resolve(address);
    }
}
