package no.alisplass.forecast.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Membership;
import no.alisplass.catchment.Shortage;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.forecast.given.PlannedArea;

/** Reads {@code areas.yaml}, which may be the file of areas that the service takes in, with more said of some. */
final class AreasFile {
    private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);
    private static final int MOST = 100_000;

    private AreasFile() {}

    /** @param hospital whose catchment an area is in that says nothing of it */
    static List<PlannedArea> read(Section file, HospitalId hospital) {
        List<PlannedArea> areas = new ArrayList<>();
        Set<AreaCode> seen = new HashSet<>();
        for (Section each : file.sections("areas", true)) {
            PlannedArea area = area(each, hospital);
            if (area != null && !seen.add(area.code())) {
                each.fault("code", "is listed twice. Remove one of them.");
            } else if (area != null) {
                areas.add(area);
            }
        }
        file.end();
        return areas;
    }

    private static PlannedArea area(Section section, HospitalId hospital) {
        String text = section.text("code", true);
        AreaCode code = text == null
                ? null
                : AreaCode.read(text).map(AreaCode.Read::code).orElse(null);
        if (text != null && code == null) {
            section.fault(
                    "code", "must have four digits for a municipality or six for an Oslo district. Maybe write 3205.");
        }
        String name = section.text("name", true);
        AreaKind usual = code != null && code.value().length() == 6 ? AreaKind.DISTRICT : AreaKind.MUNICIPALITY;
        AreaKind kind = section.choice("kind", AreaKind.values(), usual);
        Integer spares = section.whole("spares", 0, MOST, false);
        int specialists = section.wholeOr("specialists", 0, MOST, 0);
        List<Membership> memberships = memberships(section, hospital);
        List<Shortage> shortages = new ArrayList<>();
        for (Section each : section.sections("shortages", false)) {
            LocalDate from = each.date("from", true);
            LocalDate to = each.date("to", false);
            String source = each.text("source", false);
            each.end();
            if (inOrder(each, from, to)) {
                shortages.add(new Shortage(from, to, source == null ? "" : source));
            }
        }
        Agreed agreed = agreed(section.section("agreement", false), hospital);
        section.end();
        return code == null || name == null
                ? null
                : new PlannedArea(
                        new AreaRecord(new Area(code, name, kind), memberships, shortages),
                        agreed,
                        spares,
                        specialists);
    }

    private static List<Membership> memberships(Section section, HospitalId hospital) {
        if (!section.has("memberships")) {
            return List.of(new Membership(hospital, null, ALWAYS, null));
        }
        List<Membership> memberships = new ArrayList<>();
        for (Section each : section.sections("memberships", false)) {
            String whose = each.text("hospital", true);
            boolean limited = each.has("service");
            Service service = limited ? each.choice("service", Service.values(), null) : null;
            LocalDate from = each.date("from", true);
            LocalDate to = each.date("to", false);
            each.end();
            if (whose != null && !HospitalId.fits(whose)) {
                each.fault("hospital", "must be 2 to 60 lower-case letters, digits or hyphens. Maybe write ahus.");
            } else if (whose != null && inOrder(each, from, to) && limited == (service != null)) {
                memberships.add(new Membership(new HospitalId(whose), service, from, to));
            }
        }
        return memberships;
    }

    private static Agreed agreed(Section section, HospitalId hospital) {
        if (section == null) {
            return null;
        }
        LocalDate from = section.date("from", false);
        LocalDate to = section.date("to", false);
        LocalDate registered = section.date("registered-since", false);
        section.end();
        return new Agreed(hospital, from, to, registered);
    }

    private static boolean inOrder(Section section, LocalDate from, LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            section.fault("to", "must not come before from. Correct one of them.");
            return false;
        }
        return from != null;
    }
}
