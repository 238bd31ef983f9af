package no.alisplass.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;

/**
 * How one area writes: words and numbers alike everywhere, departments and half-years each area in its own way.
 *
 * @param way which of the ways, from 0 to {@link SampleDepartment#WAYS} - 1
 */
record AreaStyle(int way) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    String departments(Set<DepartmentId> ids, String separator) {
        return new TreeSet<>(ids)
                .stream().map(id -> SampleDepartment.name(id, way)).collect(Collectors.joining(separator));
    }

    /** Equally good departments in one cell. */
    String wish(List<Set<DepartmentId>> ranked, int group) {
        return group < ranked.size() ? departments(ranked.get(group), way == 2 ? " / " : " = ") : null;
    }

    String earliest(HalfYear half) {
        if (half == null) {
            return null;
        }
        boolean spring = half.season() == HalfYear.Season.V;
        return switch (way) {
            case 0 -> half.toString();
            case 1 -> (spring ? "vår " : "høst ") + half.year();
            default -> (spring ? "mars " : "september ") + half.year();
        };
    }

    static String blocked(Set<HalfYear> blocked) {
        return blocked.stream().map(HalfYear::toString).collect(Collectors.joining(", "));
    }

    String approved(List<SampleApproved> approved) {
        return approved.stream()
                .map(stay ->
                        (stay.department() == null ? stay.elsewhere() : SampleDepartment.name(stay.department(), way))
                                + ": "
                                + months(stay.months()))
                .collect(Collectors.joining(" | "));
    }

    static String periods(List<SamplePeriod> periods) {
        return periods.stream()
                .map(period -> span(period.from(), period.to()) + " " + period.percentage() + " % "
                        + (period.openPractice() ? "åpen" : "tellende")
                        + (period.leaveFrom() == null
                                ? ""
                                : " (permisjon " + span(period.leaveFrom(), period.leaveTo()) + ")"))
                .collect(Collectors.joining(" | "));
    }

    private static String span(LocalDate from, LocalDate to) {
        return (date(from) + " - " + (to == null ? "" : date(to))).strip();
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** With a decimal comma. */
    static String months(Months months) {
        return months.toString().replace('.', ',');
    }

    static String yesNo(boolean yes) {
        return yes ? "ja" : "nei";
    }

    static String word(Optional<Affiliation> affiliation) {
        return affiliation
                .map(kind -> switch (kind) {
                    case PERMANENT -> "fast ansatt";
                    case OWN_LIST -> "egen hjemmel";
                    case LOCUM -> "vikariat";
                })
                .orElse("ingen");
    }

    static String word(Scheme scheme) {
        return scheme == Scheme.OLD ? "gammel" : "ny";
    }

    static String word(GroupSupervision supervision) {
        return switch (supervision) {
            case NOT_STARTED -> "ikke begynt";
            case BEGUN -> "påbegynt";
            case FINISHED -> "avsluttet";
        };
    }

    static String word(LeaveStatus leave) {
        return switch (leave) {
            case GRANTED -> "ja";
            case NOT_APPLIED -> "nei";
            case APPLIED -> "søkt";
            case REFUSED -> "avslått";
        };
    }

    static String word(LocumStatus locum) {
        return switch (locum) {
            case SECURED -> "sikret";
            case SOUGHT -> "søkes";
            case MISSING -> "mangler";
            case NOT_NEEDED -> "trengs ikke";
        };
    }
}
