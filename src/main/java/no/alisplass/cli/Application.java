package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import no.alisplass.platform.Audit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs once the service answers: says so, shows the demo when asked, and waits until told to stop. */
public class Application implements QuarkusApplication {
    private final Demo demo;
    private final FirstAdmin firstAdmin;
    private final Audit audit;
    private final int port;
    private final int figures;

    @Inject
    Application(
            Demo demo,
            FirstAdmin firstAdmin,
            Audit audit,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int figures) {
        this.demo = demo;
        this.firstAdmin = firstAdmin;
        this.audit = audit;
        this.port = port;
        this.figures = figures;
    }

    @Override
    public int run(String... arguments) {
        if (Command.of(arguments).orElse(Command.SERVE) == Command.DEMO) {
            demo.show();
        } else {
            firstAdmin.ensure();
        }
        if (ConfiguredDatabase.exists() && audit.isOwnedByApplication()) {
            System.err.println("The database role of this service owns audit_log, and could change what was recorded."
                    + " Maybe give the table to a role of its own: docs/audit.md.");
        }
        System.out.println("Figures of what it does are at http://localhost:" + figures + "/q/metrics.");
        System.out.println("The service answers at http://localhost:" + port + "/ (stop it with Ctrl-C).");
        Quarkus.waitForExit();
        return 0;
    }
}
