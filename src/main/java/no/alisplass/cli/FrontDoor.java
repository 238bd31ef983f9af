package no.alisplass.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The service's own REST API as a program outside meets it. */
final class FrontDoor {
    private static final String BOUNDARY = "alisplass-file";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;

    FrontDoor(URI base) {
        this.base = base;
    }

    /** One user's way in. */
    final class As {
        private final String authorization;

        private As(String user, String password) {
            byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
        }

        JsonNode get(String path) {
            return accepted(answer(request(path).GET()), path);
        }

        boolean exists(String path) {
            return answer(request(path).GET()).statusCode() == 200;
        }

        /** @throws IllegalStateException when the service refuses, with what it says */
        JsonNode send(String method, String path, JsonNode body) {
            return accepted(answer(json(request(path), method, body)), path);
        }

        /** As {@link #send}, for what exists in that version. */
        JsonNode edit(String method, String path, JsonNode body, long version) {
            HttpRequest.Builder request = json(request(path), method, body).header("If-Match", "\"" + version + "\"");
            return accepted(answer(request), path);
        }

        /** Replaces a draft's entries by a file's. */
        JsonNode upload(String path, Path file, long version) {
            HttpRequest.Builder request = request(path)
                    .header("If-Match", "\"" + version + "\"")
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(form(file)));
            return accepted(answer(request), path);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization);
        }

        private HttpRequest.Builder json(HttpRequest.Builder request, String method, JsonNode body) {
            return request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body.toString()));
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the service", e);
        }
    }

    private JsonNode accepted(HttpResponse<String> response, String path) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return read(response.body());
    }

    private static byte[] form(Path file) {
        try {
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            String head = "--%s\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\ncommit\r\n--%s\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n";
            form.writeBytes(
                    head.formatted(BOUNDARY, BOUNDARY, file.getFileName()).getBytes(StandardCharsets.UTF_8));
            form.writeBytes(Files.readAllBytes(file));
            form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return form.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    As as(String user, String password) {
        return new As(user, password);
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? json.nullNode() : json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The service did not answer with JSON", e);
        }
    }
}
