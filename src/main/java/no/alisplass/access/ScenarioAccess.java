package no.alisplass.access;

import jakarta.enterprise.context.ApplicationScoped;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.scenario.kept.Viewer;

/** As whom the caller sees kept scenarios of a round within reach: a planner is told counts, a coordinator also who. */
@ApplicationScoped
public class ScenarioAccess {
    private final Caller caller;

    ScenarioAccess(Caller caller) {
        this.caller = caller;
    }

    public Viewer viewer() {
        return new Viewer(caller.name(), caller.isIn(Roles.COORDINATOR));
    }
}
