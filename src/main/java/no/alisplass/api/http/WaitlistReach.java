package no.alisplass.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/** Whose lists the caller reaches: a municipality its own, the coordinator all. */
@ApplicationScoped
public class WaitlistReach {
    private final Caller caller;

    @Inject
    WaitlistReach(Caller caller) {
        this.caller = caller;
    }

    /** The area, or 404 as if it did not exist when it is beyond the caller's reach. */
    public AreaCode toRead(String area) {
        return caller.isIn(Roles.COORDINATOR) ? new AreaCode(area) : toWrite(area);
    }

    /** Only the area's own people write its list. */
    public AreaCode toWrite(String area) {
        AreaCode code = new AreaCode(area);
        return caller.area().filter(code::equals).isPresent()
                ? code
                : Answers.of(Result.<AreaCode>notFound(Finding.of("area", area, "waitlist.area-unknown", area)));
    }
}
