package no.alisplass.web.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Caller;
import no.alisplass.web.shell.PageRefused;

/** The department that asks, for the pages of offers: one of no hospital has none. */
@ApplicationScoped
class OwnDepartment {
    private final Caller caller;
    private final Offers offers;

    @Inject
    OwnDepartment(Caller caller, Offers offers) {
        this.caller = caller;
        this.offers = offers;
    }

    Acting by() {
        if (caller.hospital().isEmpty()) {
            throw new PageRefused(
                    Result.Kind.NOT_FOUND, List.of(Finding.of("hospital", null, "platform.hospital-missing")));
        }
        return Acting.as(Actor.DEPARTMENT, caller);
    }

    /** How many doctors it has to decide of. */
    long undecided() {
        return offers.counts(OfferFilter.of(by()).in(EnumSet.of(OfferState.DRAFT))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
