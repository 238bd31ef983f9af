package no.alisplass.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.Months;
import no.alisplass.domain.WishWeight;

/** The columns of a waitlist file, in their order. */
final class Columns {
    /** How many wishes the sample has columns for; all departments ranked apart. */
    static final int WISHES = SampleDepartment.values().length;

    private final List<Column> columns = new ArrayList<>();

    private record Column(String header, boolean obligatory, Function<SampleDoctor, Object> cell) {}

    /**
     * @param area how its code is written
     */
    Columns(AreaStyle writing, Function<SampleDoctor, Object> area) {
        must("Prioritet", SampleDoctor::priority);
        must("Navn", SampleDoctor::name);
        must("HPR-nummer", doctor -> doctor.hpr().value());
        may("E-post", SampleDoctor::email);
        must("Kommunenummer", area);
        must("Tilknytning", doctor -> AreaStyle.word(Optional.ofNullable(doctor.affiliation())));
        may("Vikariat fra og med", SampleDoctor::affiliationFrom);
        may("Vikariat til og med", SampleDoctor::affiliationTo);
        must("Ordning", doctor -> AreaStyle.word(doctor.scheme()));
        may("Startdato spesialisering", SampleDoctor::specialisationStart);
        may("Tellende tjeneste (md)", doctor -> number(doctor.statedService()));
        may("Åpen uselektert praksis (md)", doctor -> number(doctor.statedOpenPractice()));
        may("Tellende tjeneste per", SampleDoctor::statedOn);
        may("Stilling videre i %", SampleDoctor::statedShare);
        may("Tjenesteperioder", doctor -> AreaStyle.periods(doctor.periods()));
        must("Fullførte læringsmål", SampleDoctor::objectives);
        must("Fullførte læringsaktiviteter", SampleDoctor::activities);
        must("Gruppeveiledning", doctor -> AreaStyle.word(doctor.supervision()));
        may("Godkjent institusjonstjeneste", doctor -> writing.approved(doctor.approved()));
        must("Gjenstående institusjonstjeneste (md)", doctor -> number(doctor.monthsLeft()));
        must("Tidligere avbrudd", doctor -> AreaStyle.yesNo(doctor.interrupted()));
        may("Ønsket oppstart", doctor -> writing.earliest(doctor.wishes().earliestStart()));
        for (int number = 1; number <= WISHES; number++) {
            int group = number - 1;
            may(
                    "Ønsket avdeling " + number,
                    doctor -> writing.wish(doctor.wishes().ranked(), group));
        }
        may("Uønskede avdelinger", doctor -> writing.departments(doctor.wishes().refused(), ", "));
        must(
                "Bare ønskede avdelinger",
                doctor -> AreaStyle.yesNo(doctor.wishes().onlyRanked()));
        must(
                "Tidligste start betyr mest",
                doctor -> AreaStyle.yesNo(doctor.wishes().weight() == WishWeight.START));
        may("Blokkerte halvår", doctor -> AreaStyle.blocked(doctor.wishes().blocked()));
        must("Permisjon innvilget", doctor -> AreaStyle.word(doctor.leave()));
        must("Vikar", doctor -> AreaStyle.word(doctor.locum()));
        may("Merknad", SampleDoctor::note);
    }

    private void must(String header, Function<SampleDoctor, Object> cell) {
        columns.add(new Column(header, true, cell));
    }

    private void may(String header, Function<SampleDoctor, Object> cell) {
        columns.add(new Column(header, false, cell));
    }

    private static Number number(Months months) {
        return months == null ? null : months.value();
    }

    /**
     * The names of the columns, then a row for each doctor: numbers, dates and texts, null for nothing.
     *
     * @param all whether columns that nobody has anything in are kept
     */
    List<List<Object>> rows(List<SampleDoctor> doctors, boolean all) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        doctors.forEach(doctor -> rows.add(new ArrayList<>()));
        for (Column column : columns) {
            List<Object> cells = new ArrayList<>();
            for (SampleDoctor doctor : doctors) {
                Object cell = column.cell().apply(doctor);
                cells.add("".equals(cell) ? null : cell);
            }
            if (all || column.obligatory() || cells.stream().anyMatch(cell -> cell != null)) {
                rows.get(0).add(column.header());
                for (int i = 0; i < cells.size(); i++) {
                    rows.get(i + 1).add(cells.get(i));
                }
            }
        }
        return rows;
    }
}
