package no.alisplass.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** How a list differs from the one before, and when a doctor on it is another version. */
class ListChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WaitlistEntry ANNA = entry(1, 101, "");

    private static final GivenStay GIVEN = new GivenStay(
            new RoundId("foer"),
            "Før",
            new HprNumber(103),
            new AreaCode("3205"),
            new PositionId("ahus-a-1"),
            HalfYear.parse("2026-H"),
            List.of(new GivenStay.Part(new DepartmentId("ahus-a"), 6)),
            Months.of(6));

    private static WaitlistEntry entry(int priority, int hpr, String more) {
        try {
            ObjectNode entry = (ObjectNode) JSON.readTree("""
                    {"priority": %d, "name": "Lege %d", "hpr": %d, "scheme": "NEW", "objectives": 50, "activities": 5,
                     "supervision": "BEGUN", "monthsLeft": 6, "interrupted": false, "leave": "GRANTED", "locum": "SECURED",
                     "wishes": {"ranked": [["ahus-a"], ["ahus-b"]], "onlyRanked": false, "refused": ["ahus-c"],
                     "blocked": [], "weight": "DEPARTMENT"}}
                    """.formatted(priority, hpr, hpr));
            entry.setAll((ObjectNode) JSON.readTree("{" + more + "}"));
            return WaitlistContent.read("{\"schema\": 1, \"entries\": [" + entry + "]}")
                    .get(0);
        } catch (JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Submission list(WaitlistEntry... entries) {
        return new Submission(
                new RoundId("runde"), new AreaCode("3205"), 1, SubmissionState.DRAFT, null, List.of(entries), null);
    }

    private static ListChanges between(Submission before, Submission now) {
        return ListChanges.between(before, now, List.of(), List.of());
    }

    @Test
    void who_has_moved_or_is_asked_anew_is_the_same() {
        WaitlistEntry moved = entry(7, 101, "\"leave\": \"NOT_APPLIED\", \"locum\": \"MISSING\"");
        assertThat(between(list(ANNA), list(moved))).isEqualTo(new ListChanges(List.of(), List.of(), List.of(), 1));
    }

    @Test
    void what_is_changed_is_named_fact_by_fact() {
        WaitlistEntry now = entry(1, 101, """
                "note": "Ny", "objectives": 60, "wishes": {"ranked": [["ahus-b"], ["ahus-a"]], "onlyRanked": true, "refused": [],
                 "blocked": [], "weight": "DEPARTMENT"}""");
        ListChanges changes = between(list(ANNA), list(now));
        assertThat(changes.same()).isZero();
        assertThat(changes.changed())
                .singleElement()
                .satisfies(each -> assertThat(each.facts())
                        .containsExactly(
                                EntryFact.OBJECTIVES, EntryFact.DEPARTMENTS, EntryFact.ONLY_RANKED, EntryFact.NOTE))
                .satisfies(each -> assertThat(each.departments())
                        .containsExactlyInAnyOrder(
                                new DepartmentId("ahus-a"), new DepartmentId("ahus-b"), new DepartmentId("ahus-c")));
    }

    @Test
    void who_is_gone_can_be_taken_along_unless_something_keeps_the_doctor_out() {
        WaitlistEntry faulty = entry(2, 102, "");
        WaitlistEntry done = entry(3, 103, "");
        WaitlistEntry added = entry(1, 104, "");
        Finding fault = Finding.of("entries[1].objectives", 113, "waitlist.objectives");
        ListChanges changes = ListChanges.between(
                list(ANNA, faulty, done),
                list(added),
                List.of(
                        new Remark(Severity.ERROR, 2, fault),
                        new Remark(Severity.WARNING, 1, fault),
                        new Remark(Severity.ERROR, null, fault)),
                List.of(new ListChanges.SetApart(done, new ServiceToCome(List.of(GIVEN), Months.of(0)))));
        assertThat(changes.added()).containsExactly(added);
        assertThat(changes.gone()).extracting(ListChanges.Gone::entry).containsExactly(ANNA, faulty, done);
        assertThat(changes.gone().get(1).faults()).containsExactly(fault);
        assertThat(changes.gone()).extracting(ListChanges.Gone::canBeTakenAlong).containsExactly(true, false, false);
    }

    @Test
    void a_version_is_of_what_is_known_and_not_of_the_place() {
        EntryVersion seen = EntryVersion.of(ANNA);
        assertThat(EntryVersion.of(entry(9, 101, ""))).isEqualTo(seen);
        assertThat(EntryVersion.of(entry(1, 101, "\"note\": \"Ny\""))).isNotEqualTo(seen);
        assertThat(EntryVersion.of(entry(1, 101, "\"leave\": \"NOT_APPLIED\""))).isNotEqualTo(seen);
    }
}
