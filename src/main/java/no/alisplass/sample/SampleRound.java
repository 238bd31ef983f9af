package no.alisplass.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Months;

/**
 * An invented round: the lists that areas would send. All names are made up, the HPR numbers are above those ever given, and
 * the e-mail addresses are under a domain that cannot exist. The same parameters give the same round.
 */
public record SampleRound(Parameters parameters, List<SampleList> lists) {
    /** One doctor in so many follows another exactly in counted service, so that later criteria decide. */
    private static final int DOCTORS_PER_TWIN = 12;

    /** As many doctors wait for each position in a year (003 §7.1). */
    private static final int DOCTORS_PER_SEAT = 65;

    public SampleRound {
        lists = List.copyOf(lists);
    }

    /** Draws a round. */
    public static SampleRound generate(Parameters parameters) {
        SeededDraw draw = new SeededDraw(parameters.seed());
        List<SampleArea> areas = areasOf(parameters, draw);
        List<SampleDoctor> again = parameters.earlier() == null ? List.of() : new Returning(parameters, draw).doctors();
        again.forEach(doctor -> areas.remove(areaOf(doctor, parameters)));
        Set<String> names = again.stream().map(SampleDoctor::name).collect(Collectors.toSet());
        List<SampleDoctor> doctors = new DoctorDraw(parameters, draw).doctors(areas, names);
        twins(doctors);
        doctors.addAll(again);
        Map<AreaCode, List<SampleDoctor>> byArea = new HashMap<>();
        doctors.forEach(doctor ->
                byArea.computeIfAbsent(doctor.area(), none -> new ArrayList<>()).add(doctor));
        List<SampleList> lists = new ArrayList<>();
        for (SampleArea area : parameters.areas()) {
            List<SampleDoctor> own = byArea.getOrDefault(area.code(), List.of());
            if (!own.isEmpty()) {
                ListFormat format = parameters
                        .formats()
                        .get(lists.size() % parameters.formats().size());
                lists.add(new SampleList(area, awayLimit(own.size(), draw), format, ordered(own, parameters, draw)));
            }
        }
        return new SampleRound(parameters, lists);
    }

    /** Everyone, list by list. */
    public List<SampleDoctor> doctors() {
        return lists.stream().flatMap(list -> list.doctors().stream()).toList();
    }

    /** Seats of each position in each half-year: one, as in the report, and more in proportion for larger rounds. */
    public int seatsPerPosition() {
        return Math.max(1, Math.round((float) parameters.doctors() / DOCTORS_PER_SEAT));
    }

    private static SampleArea areaOf(SampleDoctor doctor, Parameters parameters) {
        return parameters.areas().stream()
                .filter(area -> area.code().equals(doctor.area()))
                .findFirst()
                .orElseThrow();
    }

    /** The area of each doctor: every area has one if there are enough, the others follow the population. */
    private static List<SampleArea> areasOf(Parameters parameters, SeededDraw draw) {
        List<SampleArea> areas = parameters.areas();
        int each = parameters.doctors() >= areas.size() ? 1 : 0;
        int[] shares = SeededDraw.shares(
                parameters.doctors() - each * areas.size(),
                areas.stream().mapToInt(SampleArea::population).toArray());
        List<SampleArea> dealt = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            for (int k = 0; k < shares[i] + each; k++) {
                dealt.add(areas.get(i));
            }
        }
        draw.shuffle(dealt);
        return dealt;
    }

    /** Makes some permanently employed doctors equal to another one in counted service, and in more and more beside it. */
    private static void twins(List<SampleDoctor> doctors) {
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < doctors.size(); i++) {
            SampleDoctor doctor = doctors.get(i);
            if (doctor.affiliation() == Affiliation.PERMANENT
                    && doctor.periods().isEmpty()
                    && !doctor.interrupted()
                    && doctor.statedService().compareTo(Months.of(24)) >= 0) {
                alike.add(i);
            }
        }
        int pairs = Math.min(alike.size() / 2, doctors.size() / DOCTORS_PER_TWIN);
        for (int pair = 0; pair < pairs; pair++) {
            int twin = alike.get(2 * pair + 1);
            doctors.set(twin, doctors.get(twin).asFarAs(doctors.get(alike.get(2 * pair)), pair % 4));
        }
    }

    /** Small areas can often spare one doctor only. */
    private static Integer awayLimit(int doctors, SeededDraw draw) {
        if (doctors == 1) {
            return null;
        }
        return draw.percent(doctors < 4 ? 60 : 50) ? Integer.valueOf(doctors < 4 ? 1 : 2) : null;
    }

    /** By counted service as a rule; in some areas one doctor stands where no criterion would have put them. */
    private static List<SampleDoctor> ordered(List<SampleDoctor> own, Parameters parameters, SeededDraw draw) {
        List<SampleDoctor> order = new ArrayList<>(own);
        order.sort(Comparator.comparing((SampleDoctor doctor) -> doctor.countedService(parameters.asOf()))
                .reversed()
                .thenComparing(SampleDoctor::hpr));
        if (order.size() > 2 && draw.percent(45)) {
            int from = draw.between(order.size() / 2, order.size() - 1);
            order.add(draw.between(0, from - 1), order.remove(from));
        }
        List<SampleDoctor> numbered = new ArrayList<>();
        for (SampleDoctor doctor : order) {
            numbered.add(doctor.withPriority(numbered.size() + 1));
        }
        return numbered;
    }
}
