package no.alisplass.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the process is asked to do. */
enum Command {
    SERVE,
    DEMO;

    /** The command the arguments begin with; empty when there is none of that name. */
    static Optional<Command> of(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return Arrays.stream(values())
                .filter(command -> command.name().toLowerCase(Locale.ROOT).equals(first))
                .findFirst();
    }

    /** The demo has a configuration profile of its own, the only one in which demo users may log in. */
    void prepare() {
        if (this == DEMO) {
            System.setProperty("quarkus.profile", "demo");
        }
    }
}
