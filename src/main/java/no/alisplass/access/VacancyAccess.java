package no.alisplass.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/**
 * As what the caller has to do with a hospital's vacancies: as a coordinator or a department of it, or as a municipality, with its own
 * doctors. Which vacancies those reach, room {@code vacancy} knows.
 */
@ApplicationScoped
public class VacancyAccess {
    private final Caller caller;
    private final HospitalAccess hospitals;
    private final OfferAccess offers;

    VacancyAccess(Caller caller, HospitalAccess hospitals, OfferAccess offers) {
        this.caller = caller;
        this.hospitals = hospitals;
        this.offers = offers;
    }

    /** The first of several roles; refused (NOT_FOUND) for a hospital beyond the caller's reach. */
    public Result<Acting> of(HospitalId hospital) {
        if (caller.isIn(Roles.COORDINATOR) || caller.isIn(Roles.DEPARTMENT)) {
            return offers.of(hospital);
        }
        if (caller.isIn(Roles.MUNICIPALITY)) {
            return hospitals.known(hospital).then(known -> offers.of(caller.ownArea()));
        }
        throw new ForbiddenException("No role has to do with vacancies");
    }

    /** As a municipality, whatever other roles the caller has; refused as {@link #of}. */
    public Result<Acting> ofOwnArea(HospitalId hospital) {
        AreaCode own = caller.ownArea();
        return hospitals.known(hospital).then(known -> offers.of(own));
    }

    /** As who is told of vacancies; the first of several roles. @throws ForbiddenException when the caller has none that is */
    public Acting first() {
        return offers.first();
    }
}
