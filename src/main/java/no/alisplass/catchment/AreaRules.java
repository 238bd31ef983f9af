package no.alisplass.catchment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.text.Text;

/** What an area, its memberships and its shortages must be; {@code place} is put before every field. */
final class AreaRules {
    private static final String OSLO = "0301";
    private static final int NAME_LENGTH = 100;
    private static final int SOURCE_LENGTH = 300;

    private AreaRules() {}

    static List<Finding> check(String place, Area area) {
        List<Finding> findings = new ArrayList<>();
        String code = area.code().value();
        boolean municipality = code.length() == 4;
        if (municipality != (area.kind() == AreaKind.MUNICIPALITY)) {
            findings.add(Finding.of(place + "kind", area.kind(), "catchment.kind-misfits-code", area.kind(), code));
        }
        if (!municipality && !code.startsWith(OSLO)) {
            findings.add(Finding.of(place + "code", code, "catchment.district-outside-oslo", code));
        }
        findings.addAll(Text.faults(place + "name", area.name(), NAME_LENGTH, "catchment.name-missing", code));
        return findings;
    }

    static List<Finding> checkMemberships(
            String place, AreaCode code, List<Membership> memberships, Predicate<HospitalId> knownHospital) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < memberships.size(); at++) {
            Membership membership = memberships.get(at);
            String field = place + "memberships[" + at + "]";
            if (!knownHospital.test(membership.hospital())) {
                findings.add(Finding.of(
                        field + ".hospital",
                        membership.hospital(),
                        "catchment.hospital-unknown",
                        membership.hospital()));
            }
            boolean ordered = ordered(findings, field, membership.days());
            for (int before = 0; ordered && before < at; before++) {
                if (membership.overlaps(memberships.get(before))) {
                    findings.add(Finding.of(
                            field + ".from",
                            membership.from(),
                            "catchment.memberships-overlap",
                            code,
                            membership.hospital(),
                            before + 1,
                            at + 1));
                }
            }
        }
        return findings;
    }

    static List<Finding> checkShortages(String place, AreaCode code, List<Shortage> shortages) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < shortages.size(); at++) {
            Shortage shortage = shortages.get(at);
            String field = place + "shortages[" + at + "]";
            findings.addAll(Text.faults(
                    field + ".source", shortage.source(), SOURCE_LENGTH, "catchment.shortage-source-missing"));
            boolean ordered = ordered(findings, field, shortage.days());
            for (int before = 0; ordered && before < at; before++) {
                if (shortage.days().overlaps(shortages.get(before).days())) {
                    findings.add(Finding.of(
                            field + ".from", shortage.from(), "catchment.shortages-overlap", code, before + 1, at + 1));
                }
            }
        }
        return findings;
    }

    static List<Finding> checkAll(List<AreaRecord> areas, Predicate<HospitalId> knownHospital) {
        List<Finding> findings = new ArrayList<>();
        Set<AreaCode> seen = new HashSet<>();
        for (int at = 0; at < areas.size(); at++) {
            String place = "areas[" + at + "].";
            AreaRecord area = areas.get(at);
            AreaCode code = area.area().code();
            if (!seen.add(code)) {
                findings.add(Finding.of(place + "code", code, "catchment.area-twice", code));
            }
            findings.addAll(check(place, area.area()));
            findings.addAll(checkMemberships(place, code, area.memberships(), knownHospital));
            findings.addAll(checkShortages(place, code, area.shortages()));
        }
        return findings;
    }

    private static boolean ordered(List<Finding> findings, String field, DateRange days) {
        if (days.endsBeforeItBegins()) {
            findings.add(
                    Finding.of(field + ".to", days.to(), "catchment.ends-before-it-begins", days.from(), days.to()));
            return false;
        }
        return true;
    }
}
