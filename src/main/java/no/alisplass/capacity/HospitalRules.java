package no.alisplass.capacity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;

/** What a hospital document must hold in itself. */
public final class HospitalRules {
    public static final int NAME_LENGTH = 200;
    public static final String ORGANISATION_NUMBER = "[0-9]{9}";
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private HospitalRules() {}

    static List<Finding> check(Hospital hospital) {
        List<Finding> findings = new ArrayList<>();
        String number = hospital.organisationNumber();
        if (!isOrganisationNumber(number)) {
            findings.add(Finding.of("organisationNumber", number, "capacity.organisation-number", number));
        }
        blank(findings, "name", hospital.name());
        if (hospital.divisions().isEmpty()) {
            findings.add(Finding.of("divisions", null, "capacity.no-divisions"));
        }
        Set<String> divisions = new HashSet<>();
        Set<DepartmentId> departments = new HashSet<>();
        for (int at = 0; at < hospital.divisions().size(); at++) {
            Division division = hospital.divisions().get(at);
            String place = "divisions[" + at + "]";
            blank(findings, place + ".name", division.name());
            if (!divisions.add(division.name())) {
                findings.add(Finding.of(place + ".name", division.name(), "capacity.division-twice", division.name()));
            }
            if (division.departments().isEmpty()) {
                findings.add(Finding.of(place + ".departments", null, "capacity.division-empty", division.name()));
            }
            for (int inner = 0; inner < division.departments().size(); inner++) {
                Department department = division.departments().get(inner);
                String field = place + ".departments[" + inner + "]";
                blank(findings, field + ".name", department.name());
                if (!departments.add(department.id())) {
                    findings.add(
                            Finding.of(field + ".id", department.id(), "capacity.department-twice", department.id()));
                }
            }
        }
        return findings;
    }

    /** The departments of a hospital, as a message names them. */
    static List<DepartmentId> known(Hospital hospital) {
        return hospital.departments().map(Department::id).toList();
    }

    /** Nine digits, the last a check digit modulo 11, as in the register of business enterprises. */
    static boolean isOrganisationNumber(String number) {
        if (number == null || !number.matches(ORGANISATION_NUMBER)) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (number.charAt(at) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == number.charAt(8) - '0';
    }

    private static void blank(List<Finding> findings, String field, String value) {
        findings.addAll(Text.faults(field, value, NAME_LENGTH, "capacity.name-missing"));
    }
}
