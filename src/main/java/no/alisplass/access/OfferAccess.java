package no.alisplass.access;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/**
 * Which offers the caller reaches, and as what: coordinators those of the own hospital, a department those who come to it, a
 * municipality those of its own doctors from when they are sent. Nobody else reaches one.
 */
@ApplicationScoped
public class OfferAccess {
    private final Caller caller;
    private final HospitalAccess hospitals;
    private final WaitlistAccess areas;
    private final Offers offers;

    OfferAccess(Caller caller, HospitalAccess hospitals, WaitlistAccess areas, Offers offers) {
        this.caller = caller;
        this.hospitals = hospitals;
        this.areas = areas;
        this.offers = offers;
    }

    /** The offer, when nothing keeps the caller from it; else refused (NOT_FOUND), as if there were none. Who has no role is let by. */
    public Result<Long> offer(long id) {
        List<Acting> all = all();
        return all.isEmpty() ? Result.done(id) : reaching(id, all).map(some -> id);
    }

    /** As what the caller reads an offer; refused as {@link #offer}. */
    public Result<Acting> reading(long id) {
        return reaching(id, all()).map(some -> some.get(0));
    }

    /** As what the caller takes a step: of several roles the one whose step it is. Refused as {@link #offer}. */
    public Result<Acting> taking(long id, OfferStep step) {
        return reaching(id, all()).map(some -> some.stream()
                .filter(each -> isFor(step, each.actor()))
                .findFirst()
                .orElse(some.get(0)));
    }

    /** As a coordinator, or else as a department, of a hospital; refused (NOT_FOUND) when it is beyond the caller's reach. */
    public Result<Acting> of(HospitalId hospital) {
        return hospitals
                .known(hospital)
                .map(reached -> caller.isIn(Roles.COORDINATOR)
                        ? Acting.as(Actor.COORDINATOR, caller)
                        : Acting.as(Actor.DEPARTMENT, caller));
    }

    /** As what the caller hears who waits at a hospital: as a coordinator of it, or else as a municipality, of its own doctors. */
    public Result<Acting> hearing(HospitalId hospital) {
        return caller.isIn(Roles.COORDINATOR) ? of(hospital) : of(caller.ownArea());
    }

    /** As a municipality, of its own area; refused (NOT_FOUND) for another's. */
    public Result<Acting> of(AreaCode area) {
        return areas.toWrite(area).map(own -> Acting.as(Actor.AREA, caller));
    }

    /**
     * As what the caller is told of offers; the first of several roles.
     *
     * @throws ForbiddenException when the caller has none that has to do with offers
     */
    public Acting first() {
        return all().stream().findFirst().orElseThrow(() -> new ForbiddenException("No role has to do with offers"));
    }

    private List<Acting> all() {
        List<Acting> all = new ArrayList<>();
        hospitals.only(); // A department of no hospital is refused, rather than reaching them all.
        if (caller.isIn(Roles.COORDINATOR)) {
            all.add(Acting.as(Actor.COORDINATOR, caller));
        }
        if (caller.isIn(Roles.DEPARTMENT) && caller.hospital().isPresent()) {
            all.add(Acting.as(Actor.DEPARTMENT, caller));
        }
        if (caller.isIn(Roles.MUNICIPALITY)) {
            all.add(Acting.as(Actor.AREA, caller));
        }
        return all;
    }

    private Result<List<Acting>> reaching(long id, List<Acting> all) {
        List<Acting> some = all.stream()
                .filter(each -> offers.read(id, each) instanceof Result.Done)
                .toList();
        return some.isEmpty() ? Result.notFound(Finding.of("offer", id, "offer.offer-unknown")) : Result.done(some);
    }

    private static boolean isFor(OfferStep step, Actor actor) {
        return Arrays.stream(OfferState.values())
                .anyMatch(from -> OfferTable.steps(from, actor).contains(step));
    }
}
