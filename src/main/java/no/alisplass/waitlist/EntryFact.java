package no.alisplass.waitlist;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.register.entry.WaitlistEntry;

/** What is known of a doctor on a list, fact by fact; where the doctor stands in the municipality's order is none of them. */
public enum EntryFact {
    NAME("name", WaitlistEntry::name),
    HPR("hprNumber", WaitlistEntry::hpr),
    EMAIL("email", entry -> entry.person().email()),
    AFFILIATION("affiliation", entry -> entry.employment().kind()),
    AFFILIATION_FROM("affiliationFrom", entry -> entry.employment().from()),
    AFFILIATION_TO("affiliationTo", entry -> entry.employment().to()),
    SCHEME("scheme", entry -> entry.training().scheme()),
    SPECIALISATION_START("specialisationStart", entry -> entry.training().start()),
    PERIODS("periods", entry -> entry.service().periods()),
    STATED_SERVICE("statedService", entry -> entry.service().stated().months()),
    STATED_OPEN_PRACTICE("statedOpenPractice", entry -> entry.service().stated().openPractice()),
    STATED_ON("statedOn", entry -> entry.service().stated().on()),
    STATED_SHARE("statedShare", entry -> entry.service().stated().share()),
    OBJECTIVES("objectives", entry -> entry.progress().objectives()),
    ACTIVITIES("activities", entry -> entry.progress().activities()),
    SUPERVISION("supervision", entry -> entry.progress().supervision()),
    APPROVED("approved", entry -> entry.institution().approved()),
    MONTHS_LEFT("monthsLeft", entry -> entry.institution().monthsLeft()),
    INTERRUPTED("interrupted", entry -> entry.institution().interrupted()),
    /** Which departments are wished for in which order, and which refused; told by {@link ListChanges.Changed#departments}. */
    DEPARTMENTS(
            "wishes.ranked",
            entry -> List.of(entry.wishes().ranked(), entry.wishes().refused())),
    ONLY_RANKED("wishes.onlyRanked", entry -> entry.wishes().onlyRanked()),
    WHOLE_ONLY("wishes.wholeOnly", entry -> entry.wishes().bothOrNothing()),
    EARLIEST_START("wishes.earliestStart", entry -> entry.wishes().earliestStart()),
    BLOCKED("wishes.blocked", entry -> entry.wishes().blocked()),
    WEIGHT("wishes.weight", entry -> entry.wishes().weight()),
    LEAVE("leave", entry -> entry.readiness().leave()),
    LOCUM("locum", entry -> entry.readiness().locum()),
    NOTE("note", WaitlistEntry::note);

    /** Told anew for each round: that they are others is no change of the doctor. */
    static final Set<EntryFact> ASKED_ANEW = EnumSet.of(LEAVE, LOCUM);

    private final String field;
    private final Function<WaitlistEntry, Object> value;

    EntryFact(String field, Function<WaitlistEntry, Object> value) {
        this.field = field;
        this.value = value;
    }

    /** What forms and bodies of requests call it. */
    public String field() {
        return field;
    }

    boolean differs(WaitlistEntry one, WaitlistEntry other) {
        return !Objects.equals(value.apply(one), value.apply(other));
    }
}
