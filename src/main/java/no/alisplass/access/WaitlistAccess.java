package no.alisplass.access;

import jakarta.enterprise.context.ApplicationScoped;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/** Whose lists the caller reaches: a municipality its own, the coordinator all of the rounds that are reached. */
@ApplicationScoped
public class WaitlistAccess {
    private final Caller caller;

    WaitlistAccess(Caller caller) {
        this.caller = caller;
    }

    /** The area; refused (NOT_FOUND), as if there were none, when its lists are beyond the caller's reach. */
    public Result<AreaCode> toRead(AreaCode area) {
        return caller.isIn(Roles.COORDINATOR) ? Result.done(area) : toWrite(area);
    }

    /** As {@link #toRead}; only the area's own people write its list. */
    public Result<AreaCode> toWrite(AreaCode area) {
        return caller.area().filter(area::equals).isPresent()
                ? Result.done(area)
                : Result.notFound(Finding.of("area", area.value(), "waitlist.area-unknown", area.value()));
    }
}
