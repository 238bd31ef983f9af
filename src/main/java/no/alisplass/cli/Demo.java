package no.alisplass.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@code ./alis demo} does once the service answers. */
@ApplicationScoped
class Demo {
    private final int port;

    @Inject
    Demo(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    void show() {
        System.out.println("The service answers at http://localhost:" + port + "/ (stop it with Ctrl-C).");
    }
}
