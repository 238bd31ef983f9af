package no.alisplass.web.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;

/**
 * What belongs to the chief physician who asks. The area is never in an address: it is always the user's own, so there is
 * no address at which another municipality's list could be asked for.
 */
@ApplicationScoped
class OwnMunicipality {
    private final Caller caller;
    private final Catchment catchment;
    private final Capacity capacity;
    private final Rounds rounds;
    private final Waitlists waitlists;

    @Inject
    OwnMunicipality(Caller caller, Catchment catchment, Capacity capacity, Rounds rounds, Waitlists waitlists) {
        this.caller = caller;
        this.catchment = catchment;
        this.capacity = capacity;
        this.rounds = rounds;
        this.waitlists = waitlists;
    }

    AreaCode area() {
        return caller.ownArea();
    }

    String areaName() {
        return catchment.area(area()).map(Area::name).orElseGet(() -> area().value());
    }

    String user() {
        return caller.name();
    }

    /** A round, which {@code ReachGuard} has found the area to take part in. */
    Round round(RoundId id) {
        return Pages.of(rounds.read(id));
    }

    /** Of what counts, for every round the area has sent a list to. */
    Map<RoundId, Receipt> receipts() {
        return waitlists.receipts(area());
    }

    Submission draft(Round round) {
        return Pages.of(waitlists.draft(round.id(), area()));
    }

    /** What was sent to the round, the latest first. */
    List<Submission> sent(Round round) {
        return Pages.of(waitlists.submissions(round.id(), area()));
    }

    /** How the round counts service. */
    Counting counting(Round round) {
        return rounds.counting(round);
    }

    Hospital hospital(Round round) {
        return hospital(round.hospital());
    }

    Hospital hospital(HospitalId id) {
        return capacity.hospital(id)
                .orElseThrow(() -> new IllegalStateException("The hospital " + id + " of a round is gone."));
    }

    /** Trail to a page within a round. */
    List<Link> trail(Round round) {
        return new ArrayList<>(List.of(Link.to(round.title(), address(round))));
    }

    /** What there is to choose between for a doctor on the list. */
    DoctorChoices choices(Round round) {
        return new DoctorChoices(
                hospital(round).departments().toList(), round.first(), address(round) + "/leger", null);
    }

    static String address(Round round) {
        return "/kommune/runder/" + round.id();
    }
}
