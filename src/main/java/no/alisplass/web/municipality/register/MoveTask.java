package no.alisplass.web.municipality.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.alisplass.register.move.Moves;

/** What waits for the caller's area of doctors who move: {@code {#include MovePages/Task /}}, on any page of a municipality. */
@Named("moveTask")
@RequestScoped
public class MoveTask {
    private final OwnRegister own;
    private final Moves moves;

    @Inject
    MoveTask(OwnRegister own, Moves moves) {
        this.own = own;
        this.moves = moves;
    }

    /** Proxies need it. */
    MoveTask() {
        this(null, null);
    }

    /** How many of its doctors the area is asked for. */
    public long getAsked() {
        return moves.askedOf(own.area());
    }
}
