package no.alisplass.offer.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;

/** The lives of offers and seats, step by step. */
class OfferTableTest {
    private static final Instant NOON = Instant.parse("2026-11-26T11:00:00Z");
    private static final List<Locale> LANGUAGES =
            List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.forLanguageTag("en-GB"));

    @Test
    void every_step_by_everyone_from_every_state_is_in_the_table_or_refused_by_name() {
        int refused = 0;
        for (OfferState state : OfferState.values()) {
            for (OfferStep step : OfferStep.values()) {
                for (Actor actor : Actor.values()) {
                    String which = step + " from " + state + " by " + actor;
                    boolean may = rows(row -> row.step() == step && row.from() == state)
                            .anyMatch(row -> row.who().contains(actor));
                    assertThat(OfferTable.row(step, state, actor).isPresent())
                            .as(which)
                            .isEqualTo(may);
                    if (!may) {
                        Finding finding = OfferTable.refuses(step, state, actor).orElseThrow();
                        boolean ever = rows(row -> row.step() == step)
                                .anyMatch(row -> row.who().contains(actor));
                        boolean here = rows(row -> row.step() == step).anyMatch(row -> row.from() == state);
                        assertThat(finding.message().code())
                                .as(which)
                                .isEqualTo(ever && !here ? "offer." + step.word() + "-when" : "offer.not-by");
                        assertThat(finding.value()).as(which).isEqualTo(ever && !here ? state.name() : actor.name());
                        LANGUAGES.forEach(language -> assertThat(Messages.text(finding.message(), language))
                                .as(which)
                                .isNotBlank()
                                .doesNotContain("{"));
                        refused++;
                    } else {
                        assertThat(OfferTable.refuses(step, state, actor))
                                .as(which)
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(2000);
    }

    @Test
    void a_refusal_says_what_stands_in_the_way() {
        assertThat(refusal(OfferStep.ACCEPT, OfferState.EXPIRED, Actor.DOCTOR))
                .isEqualTo("Du kan ikke takke ja: fristen gikk ut uten svar.");
        assertThat(refusal(OfferStep.DECLINE, OfferState.ACCEPTED, Actor.AREA))
                .isEqualTo("Du kan ikke takke nei: det er takket ja.");
        assertThat(refusal(OfferStep.RECALL, OfferState.SENT, Actor.COORDINATOR))
                .isEqualTo(
                        "Det er ikke koordinatoren som kan trekke tilbudet tilbake, men en annen koordinator enn den som ba om det.");
        assertThat(refusal(OfferStep.ACCEPT, OfferState.SENT, Actor.COORDINATOR))
                .isEqualTo("Det er ikke koordinatoren som kan takke ja, men kommunen eller bydelen eller legen.");
        assertThat(refusal(OfferStep.START, OfferState.CONFIRMED, Actor.DOCTOR))
                .isEqualTo("Det er ikke legen som kan melde at tjenesten er begynt, men avdelingen, koordinatoren"
                        + " eller tjenesten selv, når tiden er inne.");
        assertThat(refusal(OfferStep.DROP, OfferState.SENT, Actor.COORDINATOR))
                .isEqualTo("Tilbudet kan ikke tas tilbake før sending: tilbudet er sendt og ikke besvart.");
    }

    private static String refusal(OfferStep step, OfferState from, Actor by) {
        return Messages.text(OfferTable.refuses(step, from, by).orElseThrow().message(), Messages.BOKMAL);
    }

    @Test
    void two_rows_never_leave_a_choice_but_of_the_draft_that_settings_ask_for() {
        Set<String> seen = new HashSet<>();
        for (OfferRow row : OfferTable.rows()) {
            for (Actor actor : row.who()) {
                if (row.step() != OfferStep.PREPARE) {
                    assertThat(seen.add(row.step() + " " + row.from() + " " + actor))
                            .as(row.toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void what_an_offer_does_to_a_seat_is_a_step_of_the_seat_by_the_same_people() {
        for (OfferRow row : OfferTable.rows()) {
            SeatState before = row.from() == null ? SeatState.FREE : row.from().seat();
            SeatState after = row.to().seat();
            if (before == after) {
                assertThat(row.seat()).as(row.toString()).isNull();
            } else {
                SeatTable.Row seat = seatRow(before, after);
                assertThat(row.seat()).as(row.toString()).isEqualTo(seat.step());
                assertThat(seat.who()).as(row.toString()).containsAll(row.who());
            }
        }
    }

    @Test
    void a_seat_goes_no_way_but_with_an_offer_or_by_itself_when_it_is_free() {
        for (SeatTable.Row seat : SeatTable.rows()) {
            Set<Actor> led = OfferTable.rows().stream()
                    .filter(row ->
                            (row.from() == null ? SeatState.FREE : row.from().seat()) == seat.from()
                                    && row.to().seat() == seat.to())
                    .flatMap(row -> row.who().stream())
                    .collect(Collectors.toSet());
            if (led.isEmpty()) {
                assertThat(seat.from()).as(seat.toString()).isEqualTo(SeatState.FREE);
                assertThat(seat.to()).as(seat.toString()).isIn(SeatState.RELEASED, SeatState.WITHDRAWN);
            } else {
                assertThat(seat.who()).as(seat.toString()).isEqualTo(led);
            }
        }
    }

    private static SeatTable.Row seatRow(SeatState from, SeatState to) {
        return SeatTable.rows().stream()
                .filter(row -> row.from() == from && row.to() == to)
                .reduce((one, other) -> {
                    throw new AssertionError("Two rows from " + from + " to " + to);
                })
                .orElseThrow();
    }

    @Test
    void every_state_can_be_reached_and_only_what_holds_no_seat_or_is_done_is_the_end() {
        Set<OfferState> reached = EnumSet.noneOf(OfferState.class);
        for (int steps = 0; steps < OfferState.values().length; steps++) {
            rows(row -> row.from() == null || reached.contains(row.from())).forEach(row -> reached.add(row.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(OfferState.values());
        for (OfferState state : OfferState.values()) {
            if (state.isLast()) {
                assertThat(!state.isLive() || state == OfferState.COMPLETED)
                        .as(state.name())
                        .isTrue();
            }
        }
    }

    @Test
    void a_step_frees_its_seats_where_the_table_says_so() {
        for (OfferRow row : OfferTable.rows()) {
            boolean frees =
                    row.from() != null && row.from().isLive() && !row.to().isLive();
            assertThat(row.effects().contains(OfferEffect.FREES))
                    .as(row.toString())
                    .isEqualTo(frees);
            boolean takes =
                    row.from() != null && !row.from().isLive() && row.to().isLive();
            assertThat(row.effects().contains(OfferEffect.TAKES))
                    .as(row.toString())
                    .isEqualTo(takes);
        }
    }

    @Test
    void a_step_that_needs_a_reason_has_a_list_of_them_and_no_reason_speaks_of_health() {
        for (OfferRow row : OfferTable.rows()) {
            assertThat(row.step().needsReason())
                    .as(row.toString())
                    .isEqualTo(row.guards().contains(OfferGuard.REASON));
        }
        assertThat(OfferStep.DECLINE.reason("NO_LOCUM")).contains(DeclineReason.NO_LOCUM);
        assertThat(OfferStep.DECLINE.reason("ILLNESS")).isEmpty();
        assertThat(OfferStep.ACCEPT.reason("NO_LOCUM")).isEmpty();
        Stream.of(
                        DeclineReason.values(),
                        WithdrawalReason.values(),
                        RecallReason.values(),
                        VoidReason.values(),
                        TurnDownReason.values())
                .flatMap(Arrays::stream)
                .map(each -> Messages.text(Message.of("offer.this-or-that", each, each), LANGUAGES.get(2)))
                .forEach(words -> assertThat(words.toLowerCase(Locale.ROOT))
                        .doesNotContainPattern("health|sick|ill\\b|illness|disease|disab|pregnan|birth|child|diagnos"));
    }

    @Test
    void what_people_read_of_the_tables_has_words_in_every_language() {
        Stream.of(
                        OfferState.values(),
                        OfferStep.values(),
                        SeatState.values(),
                        Actor.values(),
                        Whom.values(),
                        DeclineReason.values(),
                        WithdrawalReason.values(),
                        RecallReason.values(),
                        VoidReason.values(),
                        TurnDownReason.values())
                .flatMap(Arrays::stream)
                .forEach(each -> LANGUAGES.forEach(language -> assertThat(
                                Messages.text(Message.of("offer.not-by", each, each, List.of(each)), language))
                        .doesNotContain(((Enum<?>) each).name())));
        OfferTable.rows().stream()
                .filter(row -> !row.tells().isEmpty())
                .forEach(row -> LANGUAGES.forEach(language -> assertThat(Messages.text(row.told(), language))
                        .isNotBlank()
                        .isNotEqualTo(row.told())));
    }

    @Test
    void whoever_is_not_the_one_who_acts_hears_what_becomes_of_the_offer() {
        for (OfferRow row : OfferTable.rows()) {
            boolean outside = row.who().contains(Actor.DOCTOR) || row.who().contains(Actor.AREA);
            if (outside && row.step() != OfferStep.TICK) {
                assertThat(row.tells()).as(row.toString()).contains(Whom.DOCTOR, Whom.AREA, Whom.COORDINATOR);
            }
            if (row.to().isAccepted() && row.to() != OfferState.STARTED && !row.stays()) {
                assertThat(row.tells())
                        .as("who comes, and for certain: %s", row)
                        .contains(Whom.DOCTOR, Whom.AREA, Whom.DEPARTMENT);
            }
        }
        assertThat(OfferTable.row(OfferStep.REFILL, null, Actor.REFILL)
                        .orElseThrow()
                        .told())
                .isEqualTo("offer.told-refill");
        assertThat(OfferTable.row(OfferStep.REFILL, OfferState.ACCEPTED_UPGRADABLE, Actor.REFILL)
                        .orElseThrow()
                        .told())
                .isEqualTo("offer.told-refill-left");
    }

    @Test
    void that_a_yes_is_to_be_taken_back_waits_for_its_decision_as_long_as_the_yes_stands() {
        OfferFacts asked = new OfferFacts(
                OfferState.ACCEPTED_UPGRADABLE,
                NOON,
                false,
                false,
                null,
                null,
                WithdrawalReason.NO_LOCUM,
                false,
                null,
                null,
                4);
        OfferFacts settled = asked.after(event(5, OfferStep.SETTLE, OfferState.ACCEPTED_UPGRADABLE, Actor.CLOCK));
        assertThat(settled.withdrawalAsked()).isEqualTo(WithdrawalReason.NO_LOCUM);
        OfferFacts confirmed = settled.after(event(6, OfferStep.CONFIRM, OfferState.ACCEPTED, Actor.DEPARTMENT));
        assertThat(confirmed.withdrawalAsked()).isEqualTo(WithdrawalReason.NO_LOCUM);
        assertThat(confirmed
                        .after(event(7, OfferStep.WITHDRAW, OfferState.CONFIRMED, Actor.COORDINATOR)
                                .because("NO_LOCUM", null))
                        .withdrawalAsked())
                .isNull();
        assertThat(confirmed
                        .after(event(7, OfferStep.REFUSE_WITHDRAWAL, OfferState.CONFIRMED, Actor.COORDINATOR))
                        .withdrawalAsked())
                .isNull();
    }

    @Test
    void a_stop_holds_up_what_is_sent_given_answered_or_due_and_lets_a_yes_be_lifted_and_a_service_go_on() {
        assertThat(rows(row -> row.guards().contains(OfferGuard.NOT_STOPPED))
                        .map(OfferRow::step)
                        .distinct())
                .containsExactlyInAnyOrder(
                        OfferStep.PREPARE,
                        OfferStep.REFILL,
                        OfferStep.ASSESS,
                        OfferStep.TURN_DOWN,
                        OfferStep.NEED_MORE,
                        OfferStep.DEVIATE,
                        OfferStep.LAPSE,
                        OfferStep.RELEASE,
                        OfferStep.ACCEPT,
                        OfferStep.ACCEPT_UPGRADABLE,
                        OfferStep.DECLINE,
                        OfferStep.ASK_TIME,
                        OfferStep.GRANT_TIME,
                        OfferStep.REFUSE_TIME,
                        OfferStep.EXPIRE,
                        OfferStep.REINSTATE,
                        OfferStep.SETTLE);
    }

    @Test
    void what_is_not_sent_can_always_end() {
        for (OfferState unsent : List.of(OfferState.DRAFT, OfferState.READY)) {
            assertThat(OfferTable.row(OfferStep.LAPSE, unsent, Actor.CLOCK))
                    .get()
                    .matches(row -> row.guards().equals(List.of(OfferGuard.AFTER_LATE_STOP, OfferGuard.NOT_STOPPED)));
            assertThat(OfferTable.row(OfferStep.DROP, unsent, Actor.COORDINATOR))
                    .isPresent();
        }
        assertThat(OfferState.told()).doesNotContain(OfferState.DROPPED, OfferState.TURNED_DOWN, OfferState.READY);
        assertThat(OfferTable.row(OfferStep.TURN_DOWN, OfferState.READY, Actor.DEPARTMENT)
                        .orElseThrow()
                        .guards())
                .contains(OfferGuard.DECISION_ASKED);
    }

    @Test
    void replaying_a_record_gives_the_facts_and_an_impossible_record_is_refused() {
        List<OfferEvent> life = new ArrayList<>();
        OfferFacts facts = OfferFacts.NONE;
        for (OfferEvent event : List.of(
                event(1, OfferStep.PREPARE, null, Actor.COORDINATOR),
                event(2, OfferStep.NEED_MORE, OfferState.DRAFT, Actor.DEPARTMENT)
                        .because(null, "Mangler attest."),
                event(3, OfferStep.ASSESS, OfferState.DRAFT, Actor.DEPARTMENT)
                        .because(null, "Godt kvalifisert.")
                        .referenced(true),
                event(4, OfferStep.RELEASE, OfferState.READY, Actor.COORDINATOR).until(NOON.plusSeconds(60)),
                event(5, OfferStep.ASK_TIME, OfferState.SENT, Actor.DOCTOR).until(NOON.plusSeconds(90)),
                event(6, OfferStep.TICK, OfferState.SENT, Actor.AREA).arranged(true, false),
                event(7, OfferStep.GRANT_TIME, OfferState.SENT, Actor.COORDINATOR)
                        .until(NOON.plusSeconds(90)),
                event(8, OfferStep.ASK_RECALL, OfferState.SENT, Actor.COORDINATOR)
                        .because(RecallReason.WRONG_RUN.name(), "Feil liste."),
                event(9, OfferStep.ACCEPT_UPGRADABLE, OfferState.SENT, Actor.DOCTOR),
                event(10, OfferStep.ASK_WITHDRAWAL, OfferState.ACCEPTED_UPGRADABLE, Actor.AREA)
                        .because(WithdrawalReason.NO_LOCUM.name(), null))) {
            life.add(event);
            facts = facts.after(event);
            assertThat(facts.needed()).isEqualTo(event.step() == OfferStep.NEED_MORE ? "Mangler attest." : null);
            assertThat(OfferReplay.replay(life)).isEqualTo(facts);
        }
        assertThat(facts)
                .isEqualTo(new OfferFacts(
                        OfferState.ACCEPTED_UPGRADABLE,
                        NOON.plusSeconds(90),
                        true,
                        false,
                        null,
                        null,
                        WithdrawalReason.NO_LOCUM,
                        false,
                        null,
                        null,
                        10));
        life.remove(5);
        assertThatThrownBy(() -> OfferReplay.replay(life))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot follow version 5 in SENT");
    }

    /** As the table leads; of a new offer as where the department is asked. */
    private static OfferEvent event(long number, OfferStep step, OfferState from, Actor actor) {
        return OfferEvent.plain(number, OfferTable.row(step, from, actor).orElseThrow(), actor, "test", NOON);
    }

    private static Stream<OfferRow> rows(Function<OfferRow, Boolean> which) {
        return OfferTable.rows().stream().filter(which::apply);
    }

    @Test
    void the_documentation_shows_the_tables_of_the_code() throws IOException {
        String told = Files.readString(Path.of("docs", "offers.md"));
        assertThat(told).contains(offers()).contains(seats());
    }

    private static String offers() {
        StringBuilder table = new StringBuilder(
                "| from | step | to | seat | who | if | then | told |\n|---|---|---|---|---|---|---|---|\n");
        for (OfferRow row : OfferTable.rows()) {
            table.append(line(
                    row.from() == null ? "–" : row.from().name(),
                    row.step().word(),
                    row.stays() ? "(stays)" : row.to().name(),
                    row.seat() == null ? "" : low(row.seat()),
                    words(row.who()),
                    row.guards().stream().map(OfferGuard::words).collect(Collectors.joining("; ")),
                    row.effects().stream().map(OfferEffect::words).collect(Collectors.joining("; ")),
                    words(row.tells())));
        }
        return table.toString();
    }

    private static String seats() {
        StringBuilder table = new StringBuilder("| from | step | to | who |\n|---|---|---|---|\n");
        for (SeatTable.Row row : SeatTable.rows()) {
            table.append(line(row.from().name(), low(row.step()), row.to().name(), words(row.who())));
        }
        return table.toString();
    }

    private static String line(String... cells) {
        return Arrays.stream(cells)
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replaceAll("\\|  (?=\\|)", "| ");
    }

    private static String words(Collection<? extends Enum<?>> all) {
        return all.stream()
                .sorted(java.util.Comparator.comparing(Enum::ordinal))
                .map(OfferTableTest::low)
                .collect(Collectors.joining(", "));
    }

    private static String low(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Prints the tables, for the documentation. */
    public static void main(String[] arguments) {
        System.out.print(offers() + "=====\n" + seats());
    }
}
