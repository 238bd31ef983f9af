package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Missed;
import no.alisplass.snapshot.OwnWish;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Standings;
import no.alisplass.snapshot.TakenEarlier;
import no.alisplass.snapshot.Waiting;

/**
 * What a proposal gives one doctor.
 *
 * @param option what is proposed; null for none
 * @param tiers how many tiers the doctor has; none when nothing could be offered
 * @param ownWish how the outcome stands to the doctor's own wishes; null for none
 * @param waiting why the doctor waits; null for a placed one
 * @param missed where the seats are that the doctor would rather have had
 */
public record DoctorOutcome(
        RosterEntry doctor, Option option, int tiers, boolean pinned, OwnWish ownWish, Waiting waiting, Missed missed) {

    /** What a proposal gives each doctor of the problem it is for, in priority order. */
    public static List<DoctorOutcome> all(Snapshot snapshot, Proposal proposal) {
        Standings standings = new Standings(snapshot, proposal);
        List<DoctorOutcome> all = new ArrayList<>();
        for (int i = 0; i < proposal.placements().size(); i++) {
            Doctor doctor = snapshot.problem().doctors().get(i);
            all.add(new DoctorOutcome(
                    snapshot.roster().entries().get(i),
                    standings.held(i),
                    doctor.tiers(),
                    doctor.pinned(),
                    standings.ownWish(i),
                    standings.waiting(i),
                    standings.missed(i)));
        }
        return all;
    }

    public boolean placed() {
        return option != null;
    }

    /** The stays proposed; none when the doctor waits. */
    public List<Stay> stays() {
        return option == null ? List.of() : option.stays();
    }

    /** The number of the doctor's own wish that is met, of two the better; null for none. */
    public Integer wish() {
        return ownWish == null ? null : ownWish.number();
    }

    /** How good the outcome is among what could be offered, 1 the best; null for none and when settled by hand. */
    public Integer choice() {
        return ownWish == null ? null : ownWish.choice();
    }

    /** Whether the doctor got the best there was to be offered. */
    public boolean best() {
        return ownWish != null && ownWish.best();
    }

    /** Why doctors wait, in general terms that are true of each of them. */
    public static Message heading(Waiting waiting) {
        return Message.of("allocation." + Text.word(waiting));
    }

    /** Why the doctor waits, without naming others; none for a placed one. */
    public List<Message> waitingText() {
        if (waiting == null) {
            return List.of();
        }
        if (waiting == Waiting.EARLIER_ROUND && !missed.earlier().isEmpty()) {
            return List.of(Message.of("allocation.earlier-round-titles", titles()));
        }
        if (waiting == Waiting.OWN_LIMIT && missed.limited().stream().allMatch(Missed.Limited::empty)) {
            return List.of(
                    heading(waiting),
                    counted("own-limit-empty", missed.limited().size()));
        }
        if (waiting != Waiting.SEVERAL) {
            return List.of(heading(waiting));
        }
        List<Message> parts = new ArrayList<>();
        part(parts, "part-ahead", missed.holders(Missed.Right.AHEAD).size());
        part(
                parts,
                "part-by-hand-ahead",
                missed.holders(Missed.Right.BY_HAND_AHEAD).size());
        part(
                parts,
                "part-by-hand-behind",
                missed.holders(Missed.Right.BY_HAND_BEHIND).size());
        part(parts, "part-behind", missed.holders(Missed.Right.BEHIND).size());
        part(parts, "part-earlier", missed.takenEarlier());
        part(parts, "part-limited", missed.limited().size());
        return parts;
    }

    private void part(List<Message> parts, String key, int seats) {
        if (seats > 0) {
            parts.add(counted(key, seats));
        }
    }

    private Message counted(String key, int seats) {
        return Message.of("allocation." + key + (seats == 1 ? "-one" : "-many"), seats, titles());
    }

    private List<Message> titles() {
        return missed.earlier().stream()
                .map(TakenEarlier::title)
                .distinct()
                .map(title -> Message.of("allocation.round-title", title))
                .toList();
    }
}
