package no.alisplass.waitlist;

import java.util.List;
import no.alisplass.domain.text.Sha256;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * Which version of what is known of a doctor somebody has seen. Where the doctor stands in the municipality's order is no part of it,
 * so that others may move and change other doctors meanwhile without being in the way.
 */
public record EntryVersion(String value) {
    public static EntryVersion of(WaitlistEntry entry) {
        return new EntryVersion(Sha256.hex(WaitlistContent.write(List.of(entry.withPriority(0)))));
    }
}
