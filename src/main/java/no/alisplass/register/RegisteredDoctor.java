package no.alisplass.register;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/**
 * The record of a doctor. Each change makes the next version of it.
 *
 * @param area the municipality or district that holds it
 * @param version the number of its latest change, from 1
 * @param affiliations in order, to whatever areas; the facts tell the last
 * @param confirmed null when the area has never said that all of it is right
 * @param closed null while the doctor waits
 */
public record RegisteredDoctor(
        HprNumber hpr,
        AreaCode area,
        long version,
        DoctorFacts facts,
        List<AffiliationLink> affiliations,
        Confirmed confirmed,
        Closed closed) {

    /** @param by user name */
    public record Confirmed(LocalDate on, String by) {}

    public record Closed(LocalDate on, ClosingReason reason) {}

    public RegisteredDoctor {
        affiliations = List.copyOf(affiliations);
    }

    /** How the doctor has belonged to the area that holds the record, in order: how to others is not for it to know. */
    public List<AffiliationLink> ownAffiliations() {
        return AffiliationChain.shown(
                affiliations, area, facts.entry().employment().from());
    }

    /** The first version; whoever registers a doctor has just looked at all of it. */
    static RegisteredDoctor registered(AreaCode area, DoctorFacts facts, Confirmed confirmed) {
        return new RegisteredDoctor(
                facts.entry().hpr(),
                area,
                1,
                facts,
                AffiliationChain.told(List.of(), area, facts.entry(), confirmed.on()),
                confirmed,
                null);
    }

    /** This first version where another area had registered the number in error: the numbers of changes go on. @param error null for none */
    RegisteredDoctor after(RegisteredDoctor error) {
        return error == null
                ? this
                : new RegisteredDoctor(hpr, area, error.version() + 2, facts, affiliations, confirmed, closed);
    }

    RegisteredDoctor changed(DoctorFacts newFacts, LocalDate today) {
        return next(newFacts, AffiliationChain.told(affiliations, area, newFacts.entry(), today), confirmed, null);
    }

    /** As {@link #changed}, by who says as well that all of it is right. */
    RegisteredDoctor changed(DoctorFacts newFacts, LocalDate today, Confirmed now) {
        return next(newFacts, AffiliationChain.told(affiliations, area, newFacts.entry(), today), now, null);
    }

    /** As a hospital knows it: neither the affiliation nor whether the doctor waits is for it to say. */
    RegisteredDoctor served(DoctorFacts newFacts) {
        return next(newFacts, affiliations, confirmed, closed);
    }

    RegisteredDoctor confirmed(Confirmed now) {
        return next(facts, affiliations, now, closed);
    }

    RegisteredDoctor closed(Closed now) {
        return next(
                facts,
                now.reason().endsAffiliation()
                        ? AffiliationChain.endedBefore(affiliations, now.on().plusDays(1))
                        : affiliations,
                confirmed,
                now);
    }

    /** Open again, with the affiliation its facts tell. */
    RegisteredDoctor reopened(LocalDate today) {
        return changed(facts, today);
    }

    /**
     * Held by another area, which has to confirm what comes along.
     *
     * @param last day of the affiliation to the area that lets go
     */
    RegisteredDoctor takenOver(AreaCode by, LocalDate last) {
        return new RegisteredDoctor(
                hpr,
                by,
                version + 2,
                StoredDoctor.moved(facts),
                AffiliationChain.endedBefore(affiliations, last.plusDays(1)),
                null,
                null);
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** Whether the number is not this doctor's at all: nothing of the record goes anywhere, and another area may register the number. */
    public boolean isError() {
        return closed != null && closed.reason() == ClosingReason.ENTERED_IN_ERROR;
    }

    /** Whether the area may register the number as if nobody held it. */
    public boolean isFreeTo(AreaCode other) {
        return isError() && !area.equals(other);
    }

    /** Whether what is known may have grown old. @param since confirmed on this day or later is not old */
    boolean isOld(LocalDate since) {
        return confirmed == null || confirmed.on().isBefore(since);
    }

    private RegisteredDoctor next(
            DoctorFacts newFacts, List<AffiliationLink> newAffiliations, Confirmed newConfirmed, Closed newClosed) {
        return new RegisteredDoctor(hpr, area, version + 1, newFacts, newAffiliations, newConfirmed, newClosed);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "RegisteredDoctor[" + hpr + ", " + area + ", version " + version + "]";
    }
}
