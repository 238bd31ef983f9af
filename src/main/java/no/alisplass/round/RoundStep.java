package no.alisplass.round;

import java.util.Locale;
import java.util.Optional;
import no.alisplass.domain.Finding;

/** The life of a round: each step, the one state it starts from and the state it leads to, if any. */
enum RoundStep {
    OPEN(RoundState.DRAFT, RoundState.OPEN),
    CLOSE(RoundState.OPEN, RoundState.CLOSED),
    REOPEN(RoundState.CLOSED, RoundState.OPEN),
    APPROVE(RoundState.CLOSED, RoundState.APPROVED),
    /** A draft that is taken away leads nowhere. */
    DELETE(RoundState.DRAFT, null);

    private final RoundState from;
    private final RoundState to;

    RoundStep(RoundState from, RoundState to) {
        this.from = from;
        this.to = to;
    }

    RoundState to() {
        return to;
    }

    /** Why the step cannot be taken, with what to do instead; empty when it can. */
    Optional<Finding> refuses(Round round) {
        if (round.state() == from) {
            return Optional.empty();
        }
        String code = "round." + low(this) + "-when-" + low(round.state());
        return Optional.of(Finding.of("state", round.state(), code, round.title()));
    }

    private static String low(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
