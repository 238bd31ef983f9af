package no.alisplass.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/** Runs once the service answers: says so, shows the demo when asked, and waits until told to stop. */
public class Application implements QuarkusApplication {
    private final Demo demo;

    @Inject
    Application(Demo demo) {
        this.demo = demo;
    }

    @Override
    public int run(String... arguments) {
        if (Command.of(arguments).orElse(Command.SERVE) == Command.DEMO) {
            demo.show();
        }
        Quarkus.waitForExit();
        return 0;
    }
}
