package no.alisplass.register;

import static no.alisplass.register.Known.FROGN;
import static no.alisplass.register.Known.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorRulesTest {
    private static final DepartmentId LUNG = new DepartmentId("vl-lunge");
    private static final DepartmentNames DEPARTMENTS = new DepartmentNames(
            Map.of(new DepartmentId("vl-geriatri"), List.of("Geriatrisk avdeling"), LUNG, List.of("Lungeavdelingen")));

    private static List<Remark> check(Known known) {
        return DoctorRules.check(known.facts(), DEPARTMENTS, TODAY);
    }

    /** An area can be served by others than those whom its doctors have worked for. */
    @Test
    void service_may_be_done_at_a_department_of_any_hospital_and_wishes_are_for_those_that_serve_the_area() {
        DepartmentId outside = new DepartmentId("us-hud");
        DepartmentNames all = new DepartmentNames(
                Map.of(LUNG, List.of("Lungeavdelingen")), Map.of(outside, List.of("Hudavdelingen")));
        Known served = new Known().with("stays", "[{\"department\":\"us-hud\",\"months\":3,\"known\":\"COMPLETED\"}]");
        assertThat(DoctorRules.errors(DoctorRules.check(served.facts(), all, TODAY)).stream()
                        .filter(each -> each.field().startsWith("stays")))
                .isEmpty();
        String wish = "{\"ranked\":[[\"us-hud\"]],\"refused\":[],\"blocked\":[],\"weight\":\"START\"}";
        assertThat(DoctorRules.errors(
                        DoctorRules.check(new Known().with("wishes", wish).facts(), all, TODAY)))
                .anyMatch(each -> each.code().equals("waitlist.department-unknown"));
    }

    @Test
    void of_sound_facts_nothing_is_said_and_no_priority_is_asked_for() {
        assertThat(check(new Known())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | ` ` | name | waitlist.missing",
                "email | `kari` | email | waitlist.email-form",
                "objectives | 113 | objectives | waitlist.number-out-of-bounds",
                "affiliation | `LOCUM` | affiliationTo | waitlist.locum-without-end",
                "monthsLeft | 7 | monthsLeft | waitlist.months-left-too-many",
                "note | `f. 01019012345` | note | waitlist.identity-number",
                "wishes | {\"ranked\":[[\"vl-hud\"]],\"refused\":[],\"blocked\":[],\"weight\":\"START\"} | wishes.ranked[0] | waitlist.department-unknown",
                "stays | [{\"department\":\"vl-hud\",\"months\":3}] | stays | waitlist.department-unknown",
                "stays | [{\"months\":3}] | stays[0] | waitlist.approved-without-place",
                "stays | [{\"elsewhere\":\"Legevakt\",\"months\":0}] | stays[0].months | waitlist.approved-months",
                "stays | [{\"elsewhere\":\"A\",\"months\":61}] | stays[0].months | waitlist.approved-months",
                "stays | [{\"elsewhere\":\"A\",\"from\":\"2024-06-01\",\"to\":\"2024-05-31\",\"months\":1}]"
                        + " | stays[0].to | waitlist.dates-reversed",
                "stays | [{\"elsewhere\":\"A\",\"from\":\"1959-06-01\",\"months\":1}] | stays[0].from | waitlist.date-out-of-bounds"
            })
    void what_is_wrong_is_said_at_its_field(String fact, String json, String field, String code) {
        String value =
                json.startsWith("[") || json.startsWith("{") || json.matches("[0-9]+") ? json : "\"" + json + "\"";
        assertThat(check(new Known().with(fact, value)).stream()
                        .filter(Remark::isError)
                        .map(each -> each.finding().field() + " "
                                + each.finding().code().replace("-near", "")))
                .contains(field + " " + code);
    }

    @Test
    void twenty_stays_are_the_most() {
        String stay = "{\"elsewhere\":\"Sted\",\"months\":1}";
        String twenty = String.join(",", java.util.Collections.nCopies(20, stay));
        assertThat(DoctorRules.errors(check(new Known().with("stays", "[" + twenty + "]"))))
                .isEmpty();
        assertThat(DoctorRules.errors(check(new Known().with("stays", "[" + twenty + "," + stay + "]"))))
                .extracting(each -> each.field() + " " + each.code())
                .containsExactly("stays waitlist.too-many");
    }

    @Test
    void months_may_be_stated_for_a_day_to_come() {
        assertThat(DoctorRules.errors(check(new Known().with("statedOn", "\"2027-03-01\""))))
                .isEmpty();
    }

    @Test
    void nothing_is_old_until_the_day_it_is_and_then_until_it_is_confirmed() {
        RegisteredDoctor doctor =
                RegisteredDoctor.registered(FROGN, Known.sound(), new RegisteredDoctor.Confirmed(TODAY, "kari"));
        assertThat(DoctorRules.withAge(List.of(), doctor, TODAY)).isEmpty();
        assertThat(DoctorRules.withAge(List.of(), doctor, TODAY.plusDays(1)))
                .extracting(each -> each.finding().code())
                .containsExactly("register.old-information");
        assertThat(DoctorRules.withAge(
                        List.of(),
                        doctor.confirmed(new RegisteredDoctor.Confirmed(TODAY.plusDays(1), "ola")),
                        TODAY.plusDays(1)))
                .isEmpty();
        RegisteredDoctor never =
                new RegisteredDoctor(doctor.hpr(), FROGN, 1, doctor.facts(), doctor.affiliations(), null, null);
        assertThat(DoctorRules.withAge(List.of(), never, TODAY))
                .extracting(each -> each.finding().code())
                .containsExactly("register.never-confirmed");
        assertThat(DoctorRules.withAge(
                        List.of(),
                        doctor.closed(new RegisteredDoctor.Closed(TODAY, ClosingReason.FINISHED)),
                        TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void a_list_changes_what_it_says_and_leaves_what_it_cannot_hold() {
        DoctorFacts known = Known.sound();
        WaitlistEntry listed = known.entry().withPriority(4);
        assertThat(known.listed(listed, TODAY)).isEqualTo(known);
        DoctorFacts more = known.listed(
                approved(
                        listed,
                        List.of(
                                new ApprovedMonths(LUNG, null, Months.of(4)),
                                new ApprovedMonths(null, "Sykehjemmet", Months.of(2)))),
                TODAY);
        assertThat(more.stays())
                .extracting(stay -> stay.months().wholeMonths() + " " + stay.known() + " " + stay.from())
                .containsExactly("3 COMPLETED 2024-03-01", "1 STATED null", "2 STATED null");
        assertThat(more.onCall()).isEqualTo(OnCallWish.NEVER);
        assertThat(more.listed(approved(listed, List.of()), TODAY).stays()).isEqualTo(known.stays());
    }

    private static WaitlistEntry approved(WaitlistEntry listed, List<ApprovedMonths> approved) {
        return listed.with(
                listed.institution().with(approved, listed.institution().monthsLeft()));
    }

    @Test
    void stated_months_keep_their_day_as_long_as_they_are_as_they_were() {
        DoctorFacts known = Known.sound();
        WaitlistEntry undated = new Known().with("statedOn", "null").facts().entry();
        assertThat(known.listed(undated, TODAY)).isEqualTo(known);
        WaitlistEntry others = new Known()
                .with("statedOn", "null")
                .with("statedService", "31")
                .facts()
                .entry();
        assertThat(known.listed(others, TODAY).entry().service().stated().on()).isEqualTo(TODAY);
    }
}
