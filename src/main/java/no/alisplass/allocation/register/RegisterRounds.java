package no.alisplass.allocation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.allocation.Placements;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import no.alisplass.waitlist.Waitlists;

/**
 * Freezes who waits in the areas a hospital serves today as if all of them stood on the lists of a round of its coming half-years. Reads only.
 */
@ApplicationScoped
public class RegisterRounds {
    /** What a problem of the register calls its round; no round has that id for long enough to be taken for it. */
    static final RoundId ID = new RoundId("registeret");

    private static final int USUAL_HALF_YEARS = 2;

    private final Snapshots snapshots;
    private final Capacity capacity;
    private final Rounds rounds;
    private final RegisterAreas areas;
    private final RegisterLists register;
    private final Waitlists waitlists;
    private final Placements placements;
    private final Clock clock;

    RegisterRounds(
            Snapshots snapshots,
            Capacity capacity,
            Rounds rounds,
            RegisterAreas areas,
            RegisterLists register,
            Waitlists waitlists,
            Placements placements,
            Clock clock) {
        this.snapshots = snapshots;
        this.capacity = capacity;
        this.rounds = rounds;
        this.areas = areas;
        this.register = register;
        this.waitlists = waitlists;
        this.placements = placements;
        this.clock = clock;
    }

    /**
     * All of the terms said: where they are null, the next two half-years, and the policy of the hospital's latest round. Refused where there is no
     * round to take the policy of, for half of a policy, and for half-years that have begun.
     */
    @Transactional
    public Result<RegisterTerms> whole(HospitalId hospital, RegisterTerms terms) {
        HalfYear next = HalfYear.startingOnOrAfter(LocalDate.now(clock));
        HalfYear first = terms.first() == null ? next : terms.first();
        if (first.compareTo(next) < 0 || first.year() > next.year() + 10) {
            return Result.invalid(Finding.of("first", first, "allocation.register-first", next));
        }
        int halfYears = terms.halfYears() == null ? USUAL_HALF_YEARS : terms.halfYears();
        if ((terms.policy() == null) != (terms.version() == null)) {
            return Result.invalid(
                    terms.policy() == null
                            ? Finding.of("policy", null, "allocation.register-version-alone", terms.version())
                            : Finding.of("version", null, "allocation.register-policy-alone", terms.policy()));
        }
        if (terms.policy() != null) {
            return Result.done(new RegisterTerms(first, halfYears, terms.policy(), terms.version()));
        }
        List<Round> latest =
                rounds.page(hospital, EnumSet.allOf(RoundState.class), 0, 1).rounds();
        return latest.isEmpty()
                ? Result.invalid(Finding.of("policy", null, "allocation.register-policy"))
                : Result.done(new RegisterTerms(
                        first,
                        halfYears,
                        latest.get(0).policyId(),
                        latest.get(0).policyVersion()));
    }

    /**
     * The register as it stands. Of each doctor who waits, is registered without errors and has not left; leave and locum, which are told
     * for each round anew, as not told; as many away at once as each area said on the last list it sent anywhere.
     *
     * @param terms whole
     */
    @Transactional
    public Result<Snapshot> freeze(HospitalId hospital, RegisterTerms terms) {
        return capacity.read(hospital).then(known -> areas.codes(hospital).then(codes -> {
            Instant now = clock.instant();
            HospitalView view = new HospitalView(
                    RegisterAreas.names(List.of(known.value())), () -> RegisterAreas.names(capacity.hospitals()));
            Map<AreaCode, Integer> limits = waitlists.lastLimits();
            List<Submission> lists = new ArrayList<>();
            for (AreaCode area : codes) {
                lists.add(new Submission(
                        ID,
                        area,
                        1,
                        SubmissionState.SUBMITTED,
                        limits.get(area),
                        entries(area, view),
                        new Receipt(1, now, "registeret", "")));
            }
            return snapshots.freezeUnsaved(
                    new Snapshots.Unsaved(
                            ID,
                            hospital,
                            Stream.iterate(terms.first(), HalfYear::next)
                                    .limit(terms.halfYears())
                                    .toList(),
                            terms.policy(),
                            terms.version(),
                            LocalDate.now(clock)),
                    lists,
                    placements.earlier(ID));
        }));
    }

    private List<WaitlistEntry> entries(AreaCode area, HospitalView view) {
        return register.ready(area).stream()
                .map(doctor -> view.of(doctor.facts().entry()))
                .toList();
    }
}
