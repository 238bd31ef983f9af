package no.alisplass.capacity;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;

/** What a vacancy is called where something asks for a round or a position: {@code vikariat--17}. No round and no position is called so. */
public final class VacancyIds {
    private static final String BEFORE = "vikariat--";
    private static final Pattern FORM = Pattern.compile(BEFORE + "([0-9]{1,12})");

    private VacancyIds() {}

    public static RoundId round(long vacancy) {
        return new RoundId(BEFORE + vacancy);
    }

    public static PositionId position(long vacancy) {
        return new PositionId(BEFORE + vacancy);
    }

    /** The vacancy; empty for a round there may be. */
    public static OptionalLong of(RoundId round) {
        return of(round.value());
    }

    /** The vacancy; empty for a position there may be. */
    public static OptionalLong of(PositionId position) {
        return of(position.value());
    }

    private static OptionalLong of(String id) {
        Matcher form = FORM.matcher(id);
        return form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
    }
}
