package no.alisplass.register.file;

import java.util.Objects;
import java.util.Set;
import no.alisplass.domain.Months;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A column that a file has not says nothing: what is known stays. A blank cell takes the value away.
 *
 * @param absent the columns that the file has not
 */
public record KeptColumns(Set<Column> absent) {
    public <T> T either(Column column, T inFile, T known) {
        return absent.contains(column) ? known : inFile;
    }

    /** What is known of a doctor when a row of the file tells of them. */
    public WaitlistEntry entry(WaitlistEntry file, WaitlistEntry known) {
        return new WaitlistEntry(
                file.priority(),
                new Person(
                        file.name(),
                        file.hpr(),
                        either(
                                Column.EMAIL,
                                file.person().email(),
                                known.person().email())),
                employment(file.employment(), known.employment()),
                new Training(
                        file.training().scheme(),
                        either(
                                Column.START,
                                file.training().start(),
                                known.training().start())),
                new ServiceRecord(
                        stated(file.service().stated(), known.service().stated()),
                        either(
                                Column.PERIODS,
                                file.service().periods(),
                                known.service().periods())),
                file.progress(),
                new InstitutionService(
                        either(
                                Column.APPROVED,
                                file.institution().approved(),
                                known.institution().approved()),
                        file.institution().monthsLeft(),
                        either(
                                Column.INTERRUPTED,
                                file.institution().interrupted(),
                                known.institution().interrupted())),
                wishes(file.wishes(), known.wishes()),
                new Readiness(
                        either(
                                Column.LEAVE,
                                file.readiness().leave(),
                                known.readiness().leave()),
                        either(
                                Column.LOCUM,
                                file.readiness().locum(),
                                known.readiness().locum())),
                either(Column.NOTE, file.note(), known.note()));
    }

    /** The days of another affiliation are not those of this one. */
    private Employment employment(Employment file, Employment known) {
        boolean same = file.kind() == known.kind();
        return new Employment(
                file.kind(),
                either(Column.AFFILIATION_FROM, file.from(), same ? known.from() : null),
                either(Column.AFFILIATION_TO, file.to(), same ? known.to() : null));
    }

    /** Months that are as they were hold on the day they did, where the file tells none. */
    private StatedService stated(StatedService file, StatedService known) {
        Months months = either(Column.SERVICE, file.months(), known.months());
        Months open = either(Column.OPEN_PRACTICE, file.openPractice(), known.openPractice());
        boolean same = Objects.equals(months, known.months()) && Objects.equals(open, known.openPractice());
        return new StatedService(
                months,
                open,
                file.on() == null && same ? known.on() : file.on(),
                either(Column.STATED_SHARE, file.share(), known.share()));
    }

    private Wishes wishes(Wishes file, Wishes known) {
        return new Wishes(
                either(Column.WISH, file.ranked(), known.ranked()),
                either(Column.ONLY_RANKED, file.onlyRanked(), known.onlyRanked()),
                either(Column.REFUSED, file.refused(), known.refused()),
                either(Column.EARLIEST, file.earliestStart(), known.earliestStart()),
                either(Column.BLOCKED, file.blocked(), known.blocked()),
                either(Column.WEIGHT, file.weight(), known.weight()),
                either(Column.WHOLE_ONLY, file.wholeOnly(), known.wholeOnly()));
    }
}
