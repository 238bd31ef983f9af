package no.alisplass.register;

import static no.alisplass.register.Known.FROGN;
import static no.alisplass.register.Known.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.register.entry.WaitlistEntry;

/** What holds of a record whatever is done to it. */
class RegisterLawsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** @param days since the step before */
    record Step(WhatChanged what, int days, DoctorFacts facts, ClosingReason reason) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 12).map(each -> FIRST.plusDays(each * 100L));
        Arbitrary<String> kind = Arbitraries.of("\"PERMANENT\"", "\"OWN_LIST\"", "\"LOCUM\"", "null");
        Arbitrary<Integer> lasts = Arbitraries.of(0, 50, 400).injectNull(0.5);
        Arbitrary<String> stays = Arbitraries.of(
                "[]",
                "[{\"department\":\"vl-lunge\",\"months\":2.5,\"known\":\"STATED\"}]",
                "[{\"elsewhere\":\"Sted\",\"months\":2,\"known\":\"COMPLETED\"},{\"elsewhere\":\"Sted\",\"months\":1}]");
        Arbitrary<String> wishes = Arbitraries.of(
                "{\"ranked\":[],\"refused\":[],\"blocked\":[],\"weight\":\"START\"}",
                "{\"ranked\":[[\"vl-lunge\"]],\"onlyRanked\":true,\"refused\":[],\"blocked\":[\"2027-V\"],\"weight\":\"START\"}");
        Arbitrary<String> onCall = Arbitraries.of("\"NEVER\"", "\"DOES_NOT_MATTER\"", "null");
        Arbitrary<DoctorFacts> facts = Combinators.combine(
                        kind, day.injectNull(0.3), lasts, Arbitraries.of("30.5", "31"), stays, wishes, onCall)
                .as((of, from, length, months, done, wanted, calls) -> new Known()
                        .with("affiliation", of)
                        .with("affiliationFrom", json(from))
                        .with(
                                "affiliationTo",
                                json(length == null ? null : (from == null ? FIRST : from).plusDays(length)))
                        .with("statedService", months)
                        .with("stays", done)
                        .with("wishes", wanted)
                        .with("onCall", calls)
                        .facts());
        return Combinators.combine(
                        Arbitraries.of(
                                WhatChanged.CHANGED,
                                WhatChanged.CHANGED,
                                WhatChanged.CONFIRMED,
                                WhatChanged.CLOSED,
                                WhatChanged.REOPENED),
                        Arbitraries.of(0, 1, 90, 400),
                        facts,
                        Arbitraries.of(ClosingReason.class))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static String json(LocalDate day) {
        return day == null ? "null" : "\"" + day + "\"";
    }

    private static RegisteredDoctor after(RegisteredDoctor before, Step step, LocalDate today) {
        if (before == null) {
            return RegisteredDoctor.registered(FROGN, step.facts(), new RegisteredDoctor.Confirmed(today, "kari"));
        }
        return switch (step.what()) {
            case CONFIRMED -> before.confirmed(new RegisteredDoctor.Confirmed(today, "ola"));
            case CLOSED -> before.closed(new RegisteredDoctor.Closed(today, step.reason()));
            case REOPENED -> before.reopened(today);
            default -> before.changed(step.facts(), today);
        };
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void the_history_applied_from_the_first_change_on_is_the_record(@ForAll("steps") List<Step> steps) {
        Map<String, JsonNode> replayed = new TreeMap<>();
        RegisteredDoctor doctor = null;
        LocalDate today = TODAY;
        long changes = 0;
        for (Step step : steps) {
            today = today.plusDays(step.days());
            RegisteredDoctor next = after(doctor, step, today);
            for (Difference each : Difference.between(stored(doctor), stored(next))) {
                assertThat(replayed.get(each.field())).isEqualTo(each.before());
                if (each.after() == null) {
                    replayed.remove(each.field());
                } else {
                    replayed.put(each.field(), each.after());
                }
            }
            doctor = next;
            assertThat(doctor.version()).isEqualTo(++changes);
        }
        assertThat(replayed).isEqualTo(Difference.fields(stored(doctor)));
    }

    private static JsonNode stored(RegisteredDoctor doctor) {
        return doctor == null ? null : StoredDoctor.read(StoredDoctor.write(StoredDoctor.state(doctor)));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void what_is_stored_is_read_back(@ForAll("steps") List<Step> steps) {
        DoctorFacts facts = steps.get(0).facts();
        assertThat(StoredDoctor.facts(StoredDoctor.write(StoredDoctor.content(facts))))
                .isEqualTo(facts);
        RegisteredDoctor doctor = after(null, steps.get(0), TODAY);
        assertThat(StoredDoctor.affiliations(StoredDoctor.write(doctor.affiliations())))
                .isEqualTo(doctor.affiliations());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void links_are_in_order_do_not_overlap_and_end_with_what_the_facts_tell(@ForAll("steps") List<Step> steps) {
        RegisteredDoctor doctor = null;
        LocalDate today = TODAY;
        for (Step step : steps) {
            today = today.plusDays(step.days());
            doctor = after(doctor, step, today);
            List<AffiliationLink> links = doctor.affiliations();
            for (int at = 0; at < links.size(); at++) {
                AffiliationLink link = links.get(at);
                assertThat(link.from() == null
                                || link.to() == null
                                || !link.to().isBefore(link.from()))
                        .isTrue();
                if (at > 0) {
                    assertThat(links.get(at - 1).to()).isBefore(link.from());
                }
            }
            Employment facts = doctor.facts().entry().employment();
            if (doctor.isOpen() && facts.kind() != null) {
                AffiliationLink last = links.get(links.size() - 1);
                assertThat(last.kind()).isEqualTo(facts.kind());
                assertThat(last.to()).isEqualTo(facts.to());
                if (facts.from() != null) {
                    assertThat(last.from()).isEqualTo(facts.from());
                }
            }
            // Telling the same again changes nothing.
            if (doctor.isOpen()) {
                assertThat(doctor.changed(doctor.facts(), today.plusDays(3)).affiliations())
                        .isEqualTo(links);
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_list_that_is_read_twice_changes_nothing_the_second_time(@ForAll("steps") List<Step> steps) {
        DoctorFacts facts = steps.get(0).facts();
        for (Step step : steps) {
            WaitlistEntry listed = step.facts().entry().withPriority(3);
            facts = facts.listed(listed, TODAY);
            assertThat(facts.listed(listed, TODAY.plusDays(9))).isEqualTo(facts);
        }
    }
}
