package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Finding;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/**
 * What a proposal gives one doctor.
 *
 * @param option what is proposed; null for none
 * @param tiers how many tiers the doctor has; none when nothing could be offered
 */
public record Placed(RosterEntry doctor, Option option, int tiers, boolean pinned) {

    /** What a proposal gives each doctor of the problem it is for, in priority order. */
    public static List<Placed> all(Snapshot snapshot, Proposal proposal) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < proposal.placements().size(); i++) {
            Doctor doctor = snapshot.problem().doctors().get(i);
            Integer option = proposal.placements().get(i).option();
            all.add(new Placed(
                    snapshot.roster().entries().get(i),
                    option == null ? null : doctor.options().get(option),
                    doctor.tiers(),
                    doctor.pinned()));
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

    /** How high among the doctor's own wishes the outcome is, 1 the best; null for none. */
    public Integer wish() {
        return option == null ? null : option.tier() + 1;
    }

    /** Why a doctor who can take part waits. */
    public enum Waiting {
        /** Nothing the hospital has could be offered to the doctor. */
        NOTHING_TO_OFFER,
        /** A coordinator has excluded the doctor by hand. */
        EXCLUDED,
        /** All that could be offered went to doctors ahead. */
        ALL_TAKEN;

        public Finding text() {
            return Finding.of(
                    null, null, "allocation." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** Why the doctor waits; null for a placed one. */
    public Waiting waiting() {
        if (placed()) {
            return null;
        }
        if (pinned) {
            return Waiting.EXCLUDED;
        }
        return tiers == 0 ? Waiting.NOTHING_TO_OFFER : Waiting.ALL_TAKEN;
    }
}
