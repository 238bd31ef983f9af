package no.alisplass.access;

import jakarta.enterprise.context.ApplicationScoped;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.register.RegisterAreas;

/** Whose register the caller reaches: a municipality its own, the coordinator those of the areas the own hospital serves. */
@ApplicationScoped
public class RegisterAccess {
    private final Caller caller;
    private final HospitalAccess hospitals;
    private final WaitlistAccess lists;
    private final RegisterAreas areas;

    RegisterAccess(Caller caller, HospitalAccess hospitals, WaitlistAccess lists, RegisterAreas areas) {
        this.caller = caller;
        this.hospitals = hospitals;
        this.lists = lists;
        this.areas = areas;
    }

    /** The area; refused (NOT_FOUND), as if there were none, when its register is beyond the caller's reach. */
    public Result<AreaCode> toRead(AreaCode area) {
        boolean reached = caller.isIn(Roles.COORDINATOR)
                && hospitals
                        .only()
                        .map(hospital -> areas.serves(hospital, area))
                        .orElse(true);
        return reached ? Result.done(area) : toWrite(area);
    }

    /** As {@link #toRead}; only the area's own people write in its register. */
    public Result<AreaCode> toWrite(AreaCode area) {
        return lists.toWrite(area);
    }
}
