package no.alisplass.waitlist;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A municipality's list for a round.
 *
 * @param version of a draft the count of its changes (0 when never written), of a submitted list its number
 * @param awayLimit most doctors the area can spare at once; null for no limit
 * @param entries in the order they are shown; the municipality's priority is each entry's own
 * @param receipt null for a draft
 * @param records which version of each doctor's record in the register was sent; empty for a draft, and for what was sent before
 *     lists were drawn from the register
 */
public record Submission(
        RoundId round,
        AreaCode area,
        long version,
        SubmissionState state,
        Integer awayLimit,
        List<WaitlistEntry> entries,
        Receipt receipt,
        Map<HprNumber, Long> records) {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    public Submission {
        entries = List.copyOf(entries);
        records = Map.copyOf(records);
    }

    /** One that tells nothing of records. */
    public Submission(
            RoundId round,
            AreaCode area,
            long version,
            SubmissionState state,
            Integer awayLimit,
            List<WaitlistEntry> entries,
            Receipt receipt) {
        this(round, area, version, state, awayLimit, entries, receipt, Map.of());
    }

    /** The same with the day stated months hold on written in each entry, so that they can be compared with another day's. */
    public Submission dated() {
        return new Submission(
                round,
                area,
                version,
                state,
                awayLimit,
                entries.stream().map(entry -> entry.statedOn(day())).toList(),
                receipt,
                records);
    }

    /**
     * What an entry of the list comes to by the way its round counts.
     *
     * @param today the day figures of a draft hold on when they have none of their own
     */
    public CountedService counted(WaitlistEntry entry, Counting counting, LocalDate today) {
        return entry.service().counted(counting, receipt == null ? today : day());
    }

    /** Whether there is something in a draft that was not sent. @param sent the lists sent, the latest first */
    public boolean isUnsent(List<Submission> sent) {
        return sent.isEmpty()
                ? !entries.isEmpty()
                : !sent.get(0).dated().entries.equals(entries) || !Objects.equals(sent.get(0).awayLimit, awayLimit);
    }

    /** Of a list that was sent: whether this draft says something else of a doctor who is on both. */
    public boolean isChanged(HprNumber hpr, Submission sent) {
        return place(hpr).isPresent()
                && sent.place(hpr).isPresent()
                && !about(hpr).equals(sent.dated().about(hpr));
    }

    private WaitlistEntry about(HprNumber hpr) {
        return entries.get(place(hpr).orElseThrow() - 1).withPriority(0);
    }

    /** Where a doctor stands, from 1; empty for one who is not on the list. */
    public Optional<Integer> place(HprNumber hpr) {
        for (int at = 0; at < entries.size(); at++) {
            if (entries.get(at).hpr().equals(hpr)) {
                return Optional.of(at + 1);
            }
        }
        return Optional.empty();
    }

    /** The day it was sent, in Norway, which figures without a day of their own hold on; null for a draft. */
    public LocalDate day() {
        return receipt == null ? null : receipt.at().atZone(NORWAY).toLocalDate();
    }
}
