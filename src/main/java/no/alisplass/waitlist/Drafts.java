package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;

/**
 * Drafts, drawn from the register: a draft holds whom the area has chosen and in which order, and says of each what the register says
 * now. Its version counts the changes of either. Once the round takes no lists, a draft is what was sent.
 */
@ApplicationScoped
class Drafts {
    private final WaitlistStore store;
    private final WaitlistRounds rounds;
    private final ListedDoctors register;

    @Inject
    Drafts(WaitlistStore store, WaitlistRounds rounds, ListedDoctors register) {
        this.store = store;
        this.rounds = rounds;
        this.register = register;
    }

    /**
     * A draft and what it was drawn from.
     *
     * @param chosen of each entry, in the same order
     * @param records of the entries' doctors, and of {@code gone}
     * @param gone chosen doctors whom the area no longer has
     */
    record Drawn(
            Submission draft,
            List<Chosen> chosen,
            Map<HprNumber, RegisteredDoctor> records,
            List<HprNumber> gone,
            HospitalView view) {
        Drawn at(long version) {
            Submission now = new Submission(
                    draft.round(),
                    draft.area(),
                    version,
                    SubmissionState.DRAFT,
                    draft.awayLimit(),
                    draft.entries(),
                    null);
            return new Drawn(now, chosen, records, gone, view);
        }

        /** What the draft says of a doctor; null for one who is not on it. */
        WaitlistEntry entry(HprNumber hpr) {
            return draft.place(hpr).map(place -> draft.entries().get(place - 1)).orElse(null);
        }

        /** The versions of the records it was drawn from. */
        Map<HprNumber, Long> versions() {
            Map<HprNumber, Long> versions = new HashMap<>();
            chosen.forEach(
                    each -> versions.put(each.hpr(), records.get(each.hpr()).version()));
            return versions;
        }
    }

    /** The draft; one never written when there is none. */
    Submission read(Round round, AreaCode area) {
        return drawn(round, area).draft();
    }

    Drawn drawn(Round round, AreaCode area) {
        HospitalView view = rounds.view(round, area);
        Drawn drawn = drawn(store.draft(round.id(), area), view);
        if (round.state() == RoundState.OPEN) {
            return drawn;
        }
        Optional<Submission> sent = store.last(round.id(), area);
        Submission draft = new Submission(
                round.id(),
                area,
                drawn.draft().version(),
                SubmissionState.DRAFT,
                sent.map(Submission::awayLimit).orElse(null),
                sent.map(Submission::entries).orElse(List.of()),
                null);
        return new Drawn(draft, List.of(), Map.of(), List.of(), view);
    }

    /** Leave and locum of each doctor in all that the area has sent to other rounds. */
    Map<HprNumber, Set<Readiness>> readinessSent(Round round, AreaCode area) {
        return store.readinessSent(round.id(), area);
    }

    /** What the area last sent to another round of the hospital. */
    Optional<Submission> sentBefore(Round round, AreaCode area) {
        return store.before(round.id(), area, round.hospital());
    }

    /** The draft of an open round, held against other writers until the transaction ends. */
    Drawn lock(Round round, AreaCode area) {
        return drawn(store.lock(round.id(), area), rounds.view(round, area));
    }

    /** Writes a draft that is locked anew. */
    Drawn write(Drawn before, Integer awayLimit, List<Chosen> chosen) {
        Submission draft = before.draft();
        WaitlistDraftEntity stored = store.write(draft.round(), draft.area(), awayLimit, chosen);
        return at(stored, before.view(), draft.version() + 1);
    }

    /** What the register was told since of the doctors of a draft that is locked, changes nothing of the draft. */
    Drawn keepVersion(Drawn before) {
        Submission draft = before.draft();
        return at(store.lock(draft.round(), draft.area()), before.view(), draft.version());
    }

    private Drawn at(WaitlistDraftEntity stored, HospitalView view, long version) {
        Drawn drawn = drawn(stored, view);
        stored.version += version - drawn.draft().version();
        store.flush();
        return drawn.at(version);
    }

    private Drawn drawn(WaitlistDraftEntity stored, HospitalView view) {
        AreaCode area = new AreaCode(stored.key.area());
        List<Chosen> all = Chosen.read(stored.chosen);
        Map<HprNumber, RegisteredDoctor> records =
                register.records(all.stream().map(Chosen::hpr).toList());
        List<Chosen> here = new ArrayList<>();
        List<HprNumber> gone = new ArrayList<>();
        List<WaitlistEntry> entries = new ArrayList<>();
        long version = stored.version;
        for (Chosen each : all) {
            RegisteredDoctor record = records.get(each.hpr());
            if (record != null && record.area().equals(area)) {
                version += record.version();
                here.add(each);
                entries.add(entry(each, record, view));
            } else {
                gone.add(each.hpr());
            }
        }
        // Of what another area does since, nothing is told.
        version += register.lastChanges(area, gone);
        return new Drawn(
                new Submission(
                        new RoundId(stored.key.round()),
                        area,
                        version,
                        SubmissionState.DRAFT,
                        stored.awayLimit,
                        entries,
                        null),
                here,
                records,
                gone,
                view);
    }

    private static WaitlistEntry entry(Chosen chosen, RegisteredDoctor record, HospitalView view) {
        WaitlistEntry known = record.facts().entry();
        Readiness readiness = chosen.readiness(known.readiness());
        return view.of(known).with(readiness).withPriority(chosen.priority());
    }
}
