package no.alisplass.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many connections to loopback that send a beginning and then a byte now and then; closed by the end of the test. */
final class SlowClients implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread trickle;
    private volatile boolean over;

    SlowClients(int port, int count, String beginning) throws IOException {
        for (int n = 0; n < count; n++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            sockets.add(socket);
        }
        trickle = new Thread(this::trickle, "slow-clients");
        trickle.setDaemon(true);
        trickle.start();
    }

    long connected() {
        return sockets.stream().filter(Socket::isConnected).count();
    }

    private void trickle() {
        while (!over) {
            for (Socket socket : sockets) {
                try {
                    OutputStream out = socket.getOutputStream();
                    out.write('a');
                    out.flush();
                } catch (IOException closed) {
                    // That one has been let go.
                }
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    /** What the first of them was answered within so long, before it was closed; as far as it came. */
    String answerOfFirst(int millis) throws IOException {
        Socket first = sockets.get(0);
        first.setSoTimeout(millis);
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = first.getInputStream();
            for (int sign = in.read(); sign >= 0; sign = in.read()) {
                answer.append((char) sign);
            }
        } catch (SocketTimeoutException open) {
            answer.append("(still open)");
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        over = true;
        trickle.interrupt();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
