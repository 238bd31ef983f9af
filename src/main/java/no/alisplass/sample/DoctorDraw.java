package no.alisplass.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;

/** Draws the doctors of a round, before the areas have put their own in order. */
final class DoctorDraw {
    static final List<LeaveStatus> LEAVE = List.of(
            LeaveStatus.GRANTED,
            LeaveStatus.GRANTED,
            LeaveStatus.GRANTED,
            LeaveStatus.GRANTED,
            LeaveStatus.GRANTED,
            LeaveStatus.APPLIED,
            LeaveStatus.APPLIED,
            LeaveStatus.NOT_APPLIED,
            LeaveStatus.NOT_APPLIED,
            LeaveStatus.REFUSED);

    static final List<LocumStatus> LOCUM = List.of(
            LocumStatus.SECURED,
            LocumStatus.SECURED,
            LocumStatus.SECURED,
            LocumStatus.SOUGHT,
            LocumStatus.SOUGHT,
            LocumStatus.MISSING,
            LocumStatus.NOT_NEEDED);
    private static final List<String> NOTES = List.of(
            "Kan begynne på kort varsel.",
            "Ønsker helst å vite svaret før jul.",
            "Fagområdet mangler på legekontoret.",
            "Deler liste med kollega; begge kan ikke være borte samtidig.",
            "Har søkt før uten å få plass.");

    private static final List<Integer> SHARES = List.of(100, 80, 100, 60, 100);

    private final Parameters parameters;
    private final SeededDraw draw;
    private final WishDraw wishes;
    private final SampleRules rules;

    DoctorDraw(Parameters parameters, SeededDraw draw) {
        this.parameters = parameters;
        this.draw = draw;
        this.wishes = new WishDraw(parameters.first(), draw);
        this.rules = parameters.rules();
    }

    /**
     * One doctor for each area given, which may come more than once.
     *
     * @param taken names that others have
     */
    List<SampleDoctor> doctors(List<SampleArea> areas, Set<String> taken) {
        int count = areas.size();
        List<String> names = Names.draw(count + taken.size(), draw).stream()
                .filter(name -> !taken.contains(name))
                .toList();
        List<Shares.Course> courses = Shares.deal(Shares.Course.values(), course -> course.share(rules), count, draw);
        List<Shares.Standing> standings = Shares.deal(Shares.Standing.values(), count, draw);
        List<Shares.Service> services = Shares.deal(Shares.Service.values(), count, draw);
        settle(courses, services);
        List<Shares.Told> told = Shares.deal(Shares.Told.values(), count, draw);
        List<Shares.Wishing> wishings = Shares.deal(Shares.Wishing.values(), count, draw);
        List<Shares.Timing> timings = Shares.deal(Shares.Timing.values(), count, draw);
        List<SampleDoctor> doctors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SampleArea area = areas.get(i);
            Standing standing = standing(standings.get(i));
            Course course = course(courses.get(i));
            ServiceDraw served = ServiceDraw.of(
                    services.get(i), told.get(i), parameters.asOf(), rules.objectives(course.scheme()), draw);
            doctors.add(new SampleDoctor(
                    1,
                    names.get(i),
                    new HprNumber(parameters.firstHpr() + i),
                    email(names.get(i), area),
                    area.code(),
                    standing.affiliation(),
                    standing.from(),
                    standing.to(),
                    course.scheme(),
                    course.scheme() == Scheme.OLD || courses.get(i) == Shares.Course.CONVERTED
                            ? underOldRules(served.specialisationStart())
                            : served.specialisationStart(),
                    served.stated(),
                    served.statedOpen(),
                    served.stated() == null ? null : parameters.asOf(),
                    served.periods().isEmpty() ? share(i) : null,
                    served.periods(),
                    served.objectives(),
                    served.activities(),
                    served.supervision(),
                    course.approved(),
                    course.left(),
                    courses.get(i) == Shares.Course.NEW_INTERRUPTED,
                    wishes.wishes(wishings.get(i), timings.get(i)),
                    draw.of(LEAVE),
                    draw.of(LOCUM),
                    draw.percent(10) ? draw.of(NOTES) : null));
        }
        return doctors;
    }

    /** Nobody began under the old scheme, or was already in hospital, in the first two years: they change with someone else. */
    private static void settle(List<Shares.Course> courses, List<Shares.Service> services) {
        for (int i = 0; i < courses.size(); i++) {
            int other = i;
            while (isTooEarly(courses.get(i), services.get(other)) && other < courses.size() - 1) {
                other++;
            }
            if (other == courses.size() - 1 && isTooEarly(courses.get(i), services.get(other))) {
                services.set(other, Shares.Service.FOURTH_YEAR);
            }
            Collections.swap(services, i, other);
        }
    }

    private static boolean isTooEarly(Shares.Course course, Shares.Service service) {
        return course != Shares.Course.NEW && service == Shares.Service.TOO_EARLY;
    }

    /** Most go on in a whole position. */
    private static int share(int doctor) {
        return SHARES.get(doctor % SHARES.size());
    }

    private String email(String name, SampleArea area) {
        String local = Ascii.slug(name).replace('-', '.');
        return draw.percent(94) ? local + "@" + area.slug() + ".example" : null;
    }

    /** The new rules hold for who began on 1 March 2019 or later. */
    private LocalDate underOldRules(LocalDate start) {
        LocalDate latest = LocalDate.of(2019, 2, 1).minusMonths(draw.between(0, 18));
        return start.isBefore(latest) ? start : latest;
    }

    private record Standing(Affiliation affiliation, LocalDate from, LocalDate to) {}

    private Standing standing(Shares.Standing kind) {
        LocalDate start = parameters.first().start();
        LocalDate from = parameters.asOf().minusMonths(draw.between(2, 4));
        return switch (kind) {
            case PERMANENT -> new Standing(Affiliation.PERMANENT, null, null);
            case OWN_LIST -> new Standing(Affiliation.OWN_LIST, null, null);
            case LONG_LOCUM ->
                new Standing(
                        Affiliation.LOCUM,
                        from,
                        start.plusMonths(draw.between(13, 20)).minusDays(1));
            case SHORT_LOCUM ->
                new Standing(
                        Affiliation.LOCUM,
                        start.minusMonths(5),
                        start.plusMonths(draw.between(2, 5)).minusDays(1));
            case NONE -> new Standing(null, null, null);
            case ENDED ->
                new Standing(Affiliation.LOCUM, from, parameters.asOf().minusDays(1));
        };
    }

    private record Course(Scheme scheme, Months left, List<SampleApproved> approved) {}

    private Course course(Shares.Course kind) {
        SampleDepartment department = draw.of(List.of(SampleDepartment.values()));
        int served = draw.between(2, 4);
        return switch (kind) {
            case NEW -> new Course(Scheme.NEW, Months.of(6), List.of());
            case NEW_INTERRUPTED -> new Course(Scheme.NEW, Months.of(6 - served), List.of(elsewhere(served)));
            case OLD_WHOLE -> new Course(Scheme.OLD, Months.of(12), List.of());
            case OLD_SECOND_PART ->
                new Course(
                        Scheme.OLD,
                        Months.of(6),
                        List.of(
                                draw.percent(60)
                                        ? new SampleApproved(department.id(), null, Months.of(6))
                                        : elsewhere(6)));
            case CONVERTED ->
                draw.percent(50)
                        ? new Course(Scheme.NEW, Months.of(6), List.of())
                        : new Course(
                                Scheme.NEW,
                                Months.of(3),
                                List.of(
                                        draw.percent(60)
                                                ? new SampleApproved(department.id(), null, Months.of(3))
                                                : elsewhere(3)));
        };
    }

    private static SampleApproved elsewhere(int months) {
        return new SampleApproved(null, "Medisinsk avdeling, annet sykehus", Months.of(months));
    }
}
