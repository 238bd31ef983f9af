package no.alisplass.domain.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;

/**
 * Something to tell people, before it is known in which language.
 *
 * @param code room and message ({@code round.deadline-passed}); the text is in {@code messages/<room>.properties}
 * @param arguments what the text names, in its order: dates, half-years, months, numbers, states and ids as they are, so that
 *     each reader gets them in words ({@code platform.Told}); what identifies (a version, a row, an HPR number) and whatever
 *     someone typed as text, which is told as it stands
 */
public record Message(String code, List<Object> arguments) {
    private static final Set<Class<?>> NAMEABLE = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            LocalDate.class,
            LocalTime.class,
            YearMonth.class,
            HalfYear.class,
            Months.class,
            DoctorId.class,
            Message.class);

    /** @throws IllegalArgumentException when nobody could write one of the arguments for people */
    public Message {
        arguments = List.of(named(code, arguments.toArray()));
    }

    public static Message of(String code, Object... arguments) {
        return new Message(code, Arrays.asList(arguments));
    }

    private static Object[] named(String code, Object... arguments) {
        return Arrays.stream(arguments).map(each -> named(code, each)).toArray();
    }

    private static Object named(String code, Object argument) {
        if (argument == null) {
            return "–";
        }
        if (argument instanceof Collection<?> all) {
            return List.of(named(code, all.toArray()));
        }
        if (!NAMEABLE.contains(argument.getClass()) && !(argument instanceof Enum<?>) && !isId(argument)) {
            throw new IllegalArgumentException("The message " + code + " cannot name a "
                    + argument.getClass().getName() + ", for nobody can write it in words. Maybe name a part of it.");
        }
        return argument;
    }

    /** Whether people know the thing by another name than this. */
    public static boolean isId(Object argument) {
        return argument instanceof AreaCode
                || argument instanceof DepartmentId
                || argument instanceof HospitalId
                || argument instanceof PositionId
                || argument instanceof RoundId;
    }
}
