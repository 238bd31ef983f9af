package no.alisplass.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundPage;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Waitlists;

/**
 * Which rounds the caller reaches, and with them their lists, runs and outcomes: the one answer for every door. Those bound to a
 * hospital reach its rounds; a municipality those it takes part in, from when they are open.
 */
@ApplicationScoped
public class RoundAccess {
    private static final int MAX_ROUNDS = 10_000;

    private final Caller caller;
    private final HospitalAccess hospitals;
    private final Rounds rounds;
    private final Waitlists waitlists;

    RoundAccess(Caller caller, HospitalAccess hospitals, Rounds rounds, Waitlists waitlists) {
        this.caller = caller;
        this.hospitals = hospitals;
        this.rounds = rounds;
        this.waitlists = waitlists;
    }

    /**
     * The round, whether there is one or not, when nothing keeps the caller from it. Otherwise refused (NOT_FOUND) with the
     * words for one that does not exist.
     *
     * @param field what the caller calls the round's id
     */
    public Result<RoundId> round(String field, RoundId id) {
        boolean beyond = isBound() && rounds.round(id).filter(this::reaches).isEmpty();
        return beyond ? Result.notFound(Finding.of(field, id.value(), "round.round-unknown")) : Result.done(id);
    }

    /**
     * Those of the rounds that the caller reaches, the latest half-year first.
     *
     * @param hospital only that one's, which the caller reaches; null for all
     * @param states only rounds in one of these
     */
    public RoundPage page(HospitalId hospital, Set<RoundState> states, int page, int size) {
        if (!isMunicipality()) {
            return rounds.page(hospital == null ? hospitals.only().orElse(null) : hospital, states, page, size);
        }
        Set<RoundState> told = states.stream().filter(RoundState.TOLD::contains).collect(Collectors.toSet());
        List<Round> own = told.isEmpty()
                ? List.of()
                : waitlists.takesPartIn(
                        caller.ownArea(),
                        rounds.page(hospital, told, 0, MAX_ROUNDS).rounds());
        int from = Math.min(own.size(), Math.multiplyExact(page, size));
        return new RoundPage(own.subList(from, Math.min(own.size(), from + size)), page, size, own.size());
    }

    private boolean isBound() {
        return isMunicipality() || hospitals.only().isPresent();
    }

    private boolean reaches(Round round) {
        return isMunicipality()
                ? RoundState.TOLD.contains(round.state())
                        && !waitlists
                                .takesPartIn(caller.ownArea(), List.of(round))
                                .isEmpty()
                : hospitals.reaches(round.hospital());
    }

    /** Of an area and of nothing else. */
    private boolean isMunicipality() {
        return caller.isIn(Roles.MUNICIPALITY)
                && !caller.isIn(Roles.COORDINATOR)
                && !caller.isIn(Roles.PLANNER)
                && !caller.isIn(Roles.ADMIN)
                && !caller.isIn(Roles.DEPARTMENT);
    }
}
