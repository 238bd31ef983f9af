package no.alisplass.waitlist;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.register.entry.WaitlistEntry;

/** What is known of a doctor on a list, fact by fact; where the doctor stands in the municipality's order is none of them. */
public enum EntryFact {
    NAME(WaitlistEntry::name),
    HPR(WaitlistEntry::hpr),
    EMAIL(WaitlistEntry::email),
    AFFILIATION(WaitlistEntry::affiliation),
    AFFILIATION_FROM(WaitlistEntry::affiliationFrom),
    AFFILIATION_TO(WaitlistEntry::affiliationTo),
    SCHEME(WaitlistEntry::scheme),
    SPECIALISATION_START(WaitlistEntry::specialisationStart),
    PERIODS(WaitlistEntry::periods),
    STATED_SERVICE(WaitlistEntry::statedService),
    STATED_OPEN_PRACTICE(WaitlistEntry::statedOpenPractice),
    STATED_ON(WaitlistEntry::statedOn),
    STATED_SHARE(WaitlistEntry::statedShare),
    OBJECTIVES(WaitlistEntry::objectives),
    ACTIVITIES(WaitlistEntry::activities),
    SUPERVISION(WaitlistEntry::supervision),
    APPROVED(WaitlistEntry::approved),
    MONTHS_LEFT(WaitlistEntry::monthsLeft),
    INTERRUPTED(WaitlistEntry::interrupted),
    /** Which departments are wished for in which order, and which refused; told by {@link ListChanges.Changed#departments}. */
    DEPARTMENTS(entry -> List.of(entry.wishes().ranked(), entry.wishes().refused())),
    ONLY_RANKED(entry -> entry.wishes().onlyRanked()),
    WHOLE_ONLY(entry -> entry.wishes().bothOrNothing()),
    EARLIEST_START(entry -> entry.wishes().earliestStart()),
    BLOCKED(entry -> entry.wishes().blocked()),
    WEIGHT(entry -> entry.wishes().weight()),
    LEAVE(WaitlistEntry::leave),
    LOCUM(WaitlistEntry::locum),
    NOTE(WaitlistEntry::note);

    /** Told anew for each round: that they are others is no change of the doctor. */
    static final Set<EntryFact> ASKED_ANEW = EnumSet.of(LEAVE, LOCUM);

    private final Function<WaitlistEntry, Object> value;

    EntryFact(Function<WaitlistEntry, Object> value) {
        this.value = value;
    }

    boolean differs(WaitlistEntry one, WaitlistEntry other) {
        return !Objects.equals(value.apply(one), value.apply(other));
    }
}
