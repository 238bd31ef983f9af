package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs once the service answers: says so, shows the demo when asked, and waits until told to stop. */
public class Application implements QuarkusApplication {
    private final Demo demo;
    private final FirstAdmin firstAdmin;
    private final int port;

    @Inject
    Application(Demo demo, FirstAdmin firstAdmin, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.demo = demo;
        this.firstAdmin = firstAdmin;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        if (Command.of(arguments).orElse(Command.SERVE) == Command.DEMO) {
            demo.show();
        } else {
            firstAdmin.ensure();
        }
        System.out.println("The service answers at http://localhost:" + port + "/ (stop it with Ctrl-C).");
        Quarkus.waitForExit();
        return 0;
    }
}
