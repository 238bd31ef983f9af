package no.alisplass.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a database on this machine, which a test cuts and mends. */
final class DatabaseLine implements AutoCloseable {
    private final int port;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    DatabaseLine(int database) throws IOException {
        this.database = database;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        listen(server);
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void mend() throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen(server);
    }

    private void listen(ServerSocket on) {
        run(() -> {
            while (!on.isClosed()) {
                Socket near = on.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), database);
                open.add(near);
                open.add(far);
                run(() -> carry(near, far));
                run(() -> carry(far, near));
            }
        });
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // So it should be.
                    }
                },
                "database-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
