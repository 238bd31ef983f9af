package no.alisplass.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, also those that no proper client would, and looks at the answer. */
final class Wire {
    private static final int PATIENCE_MILLIS = 30_000;

    private final URL site;

    Wire(URL site) {
        this.site = site;
    }

    /** @param status 0 when the server hung up without an answer */
    record Answer(int status, String head, String body, long millis) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 1).strip())
                    .orElse("");
        }
    }

    /** @param headers each ended by a line break; a header that tells the length tells of more than comes, and the sender
     *     hangs up */
    Answer send(String line, String headers, byte[] body) throws IOException {
        String length = headers.toLowerCase(java.util.Locale.ROOT).contains("content-length:")
                ? ""
                : "Content-Length: " + body.length + "\r\n";
        String head = line + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nConnection: close\r\n" + length
                + headers + "\r\n";
        long start = System.nanoTime();
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            if (length.isEmpty()) {
                // Less than was told: the sender is gone. Else not, for the server hangs up on who hangs up first.
                socket.shutdownOutput();
            }
            return answer(socket, start);
        }
    }

    private static Answer answer(Socket socket, long start) throws IOException {
        String answer = read(socket);
        long millis = (System.nanoTime() - start) / 1_000_000;
        int end = answer.indexOf("\r\n\r\n");
        return answer.isEmpty()
                ? new Answer(0, "", "", millis)
                : new Answer(
                        Integer.parseInt(answer.split(" ")[1]),
                        end < 0 ? answer : answer.substring(0, end),
                        end < 0 ? "" : answer.substring(end + 4),
                        millis);
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException tooLong) {
            throw tooLong;
        } catch (IOException hungUp) {
            // What came before it is the answer.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
