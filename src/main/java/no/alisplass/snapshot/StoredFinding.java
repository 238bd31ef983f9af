package no.alisplass.snapshot;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Slug;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;

/**
 * A finding as it is kept with a frozen round. Days have been written in this form since the first round, and are read in
 * that of every language of machines as well, since some were kept so.
 */
record StoredFinding(String field, String value, String code, List<Object> arguments) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    /** What names an area first, and a hospital next: they are kept by their ids, and read as such, so that they get their names. */
    private static final Pattern OF_AREA =
            Pattern.compile("policy\\.(?:area-not-covered|agreement-.+|registration-.+)");

    private static final Pattern OF_HOSPITAL = Pattern.compile("policy\\.agreement-.+");
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4}");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern HALF_YEAR = Pattern.compile("20\\d{2}-[VH]");

    static final class Writer extends StdConverter<Finding, StoredFinding> {
        @Override
        public StoredFinding convert(Finding finding) {
            return new StoredFinding(
                    finding.field(),
                    finding.value(),
                    finding.code(),
                    finding.message().arguments().stream()
                            .map(each -> each instanceof LocalDate day ? DAY.format(day) : each)
                            .toList());
        }
    }

    static final class Reader extends StdConverter<StoredFinding, Finding> {
        @Override
        public Finding convert(StoredFinding stored) {
            Object[] arguments =
                    stored.arguments.stream().map(StoredFinding::typed).toArray();
            if (OF_AREA.matcher(stored.code).matches()
                    && String.valueOf(arguments[0]).matches(AreaCode.FORM)) {
                arguments[0] = new AreaCode(String.valueOf(arguments[0]));
            }
            if (OF_HOSPITAL.matcher(stored.code).matches()
                    && String.valueOf(arguments[1]).matches(Slug.FORM)) {
                arguments[1] = new HospitalId(String.valueOf(arguments[1]));
            }
            return Finding.of(Place.of(stored.field), stored.value, Message.of(stored.code, arguments));
        }
    }

    private static Object typed(Object argument) {
        if (!(argument instanceof String text)) {
            return argument;
        }
        try {
            return WRITTEN_DAY.matcher(text).matches()
                    ? LocalDate.parse(text, DAY)
                    : ISO_DAY.matcher(text).matches()
                            ? LocalDate.parse(text)
                            : HALF_YEAR.matcher(text).matches() ? HalfYear.parse(text) : text;
        } catch (DateTimeException noDay) {
            return text;
        }
    }
}
