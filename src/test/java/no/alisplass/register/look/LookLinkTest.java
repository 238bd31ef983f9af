package no.alisplass.register.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.look.LookLink.Ending;
import no.alisplass.register.look.LookLink.State;
import org.junit.jupiter.api.Test;

/** A link opens once, in time, on one device, and never after somebody or something ended it. */
class LookLinkTest {
    private static final Instant MADE = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration OPEN = Duration.ofHours(2);
    private static final String MINE = LookKey.hash(LookKey.draw());
    private static final String OTHER = LookKey.hash(LookKey.draw());

    private static LookLink made() {
        return new LookLink(
                17,
                new HprNumber(9144889),
                new AreaCode("3214"),
                MADE,
                "nora",
                MADE.plus(VALID),
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static LookLink parted(LookLink link) {
        return new LookLink(
                link.id(),
                link.hpr(),
                link.area(),
                link.madeAt(),
                link.madeBy(),
                link.opensUntil(),
                link.openedAt(),
                link.device(),
                link.openUntil(),
                link.endedAt(),
                link.ending(),
                true);
    }

    private static LookLink opened(Instant at) {
        return made().opened(MINE, at, at.plus(OPEN));
    }

    @Test
    void it_opens_for_as_long_as_it_is_valid_and_not_a_moment_longer() {
        assertThat(made().state(MADE)).isEqualTo(State.WAITS);
        assertThat(made().state(MADE.plus(VALID).minusMillis(1))).isEqualTo(State.WAITS);
        assertThat(made().state(MADE.plus(VALID))).isEqualTo(State.EXPIRED);
    }

    @Test
    void what_it_opened_is_seen_on_that_device_alone_for_a_while() {
        Instant at = MADE.plusSeconds(60);
        LookLink open = opened(at);
        assertThat(open.isOpenOn(MINE, at)).isTrue();
        assertThat(open.isOpenOn(OTHER, at)).isFalse();
        assertThat(open.isOpenOn(LookKey.hash(null), at)).isFalse();
        assertThat(open.isOpenOn(MINE, at.plus(OPEN).minusMillis(1))).isTrue();
        assertThat(open.isOpenOn(MINE, at.plus(OPEN))).isFalse();
        assertThat(open.state(at.plus(OPEN))).isEqualTo(State.OVER);
        // Opened at the last moment, it is seen as long as any other.
        assertThat(opened(MADE.plus(VALID).minusMillis(1)).isOpenOn(MINE, MADE.plus(VALID)))
                .isTrue();
    }

    @Test
    void it_opens_once() {
        LookLink open = opened(MADE);
        assertThatThrownBy(() -> open.opened(OTHER, MADE.plusSeconds(1), MADE.plusSeconds(2)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_somebody_ended_or_who_has_gone_opens_and_shows_nothing() {
        Instant now = MADE.plusSeconds(60);
        for (LookLink link : List.of(made(), opened(MADE))) {
            assertThat(link.ended(Ending.WITHDRAWN, now).state(now)).isEqualTo(State.WITHDRAWN);
            assertThat(link.ended(Ending.REPLACED, now).state(now)).isEqualTo(State.REPLACED);
            assertThat(parted(link).state(now)).isEqualTo(State.PARTED);
        }
        assertThat(opened(MADE).ended(Ending.CLOSED, now).state(now)).isEqualTo(State.OVER);
        assertThat(parted(opened(MADE)).isOpenOn(MINE, now)).isFalse();
    }

    @Test
    void what_time_had_ended_already_was_ended_by_time() {
        Instant late = MADE.plus(VALID).plusSeconds(1);
        assertThat(made().ended(Ending.REPLACED, late).state(late)).isEqualTo(State.EXPIRED);
        assertThat(opened(MADE).ended(Ending.REPLACED, late).state(late)).isEqualTo(State.OVER);
    }

    /** Whatever is tried, in whatever order: one device at most ever sees anything, and nothing comes back that was over. */
    @Property(tries = 300)
    void it_is_open_at_most_once_and_never_comes_back(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 4) Integer> acts,
            @ForAll @Size(value = 12) List<@IntRange(min = 0, max = 200_000) Integer> seconds) {
        LookLink link = made();
        Instant now = MADE;
        List<String> opened = new ArrayList<>();
        boolean dead = false;
        for (int at = 0; at < acts.size(); at++) {
            now = now.plusSeconds(seconds.get(at));
            State state = link.state(now);
            if (dead) {
                assertThat(state).isNotIn(State.WAITS, State.OPEN);
            }
            dead = state != State.WAITS && state != State.OPEN;
            String device = at % 2 == 0 ? MINE : OTHER;
            if (acts.get(at) < 2 && state == State.WAITS) {
                link = link.opened(device, now, now.plus(OPEN));
                opened.add(device);
            } else if (acts.get(at) == 3 && !dead) {
                link = link.ended(Ending.WITHDRAWN, now);
                dead = true;
            } else if (acts.get(at) == 4) {
                link = parted(link);
                dead = true;
            }
            assertThat(link.holds(now)).isEqualTo(!dead);
            assertThat(link.isOpenOn(MINE, now) && link.isOpenOn(OTHER, now)).isFalse();
        }
        assertThat(opened).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_key_is_long_and_drawn_and_known_by_its_hash_alone() {
        String key = LookKey.draw();
        assertThat(key).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(LookKey.draw());
        assertThat(LookKey.hash(key)).matches("[0-9a-f]{64}").isEqualTo(LookKey.hash(key));
        assertThat(LookKey.read(" https://alisplass.example.no/innsyn#" + key + "\n"))
                .isEqualTo(key);
        assertThat(LookKey.read(key)).isEqualTo(key);
        assertThat(LookKey.hash(LookKey.read(null))).isEqualTo(LookKey.hash("ikke en nøkkel"));
        assertThat(made().toString()).doesNotContain("9144889", "889");
        assertThat(new Looks.Made(made(), key).toString()).doesNotContain(key);
        assertThat(new LookDoor.Answer.Opened(key, OPEN).toString()).doesNotContain(key);
    }
}
