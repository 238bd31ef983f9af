package no.alisplass.waitlist;

import java.util.List;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.RoundId;

/** Where the waitlists learn what approved rounds have given. */
public interface GivenStays {

    /** All that other approved rounds than this one have given, at every hospital, in the order it was given. */
    List<GivenStay> besides(RoundId round);
}
