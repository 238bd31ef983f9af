package no.alisplass.register.file;

import java.util.List;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A doctor as a row of a file tells of them.
 *
 * @param stays the institution service that the entry has as approved, each by itself
 * @param onCall the constant of the wish about on-call duty; null when not told
 */
public record ReadRow(WaitlistEntry entry, List<ReadStay> stays, String onCall) {
    public ReadRow {
        stays = List.copyOf(stays);
    }

    /** As a list has the doctor. */
    static ReadRow of(WaitlistEntry entry) {
        return new ReadRow(
                entry, entry.institution().approved().stream().map(ReadStay::of).toList(), null);
    }
}
