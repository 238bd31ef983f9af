package no.alisplass.waitlist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.Reading;

/**
 * A file as someone sees it before it is taken in.
 *
 * @param key what to take in
 * @param name of the file
 * @param list the draft it would replace
 */
public record LookedAt(String key, String name, Reading reading, Submission list) {
    /** The doctors on the list who are not in the file: they would go. */
    public List<WaitlistEntry> gone() {
        Set<HprNumber> inFile = new HashSet<>();
        reading.entries().forEach(entry -> inFile.add(entry.hpr()));
        return list.entries().stream()
                .filter(entry -> !inFile.contains(entry.hpr()))
                .toList();
    }

    /** Whether questions about columns can be answered: a file with an identity number is not kept to be read again. */
    public boolean canBeAnswered() {
        return !reading.asked().isEmpty() && !reading.hasIdentityNumber();
    }
}
