package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.api.http.EventStreams;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
    private final EventStreams streams = new EventStreams();

    private Cancellable open(String user) {
        return streams.open(user, () -> Multi.createFrom().<Integer>nothing())
                .subscribe()
                .with(item -> {});
    }

    @Test
    void one_user_has_four_and_gets_another_for_each_that_ends() {
        List<Cancellable> own = new ArrayList<>();
        for (int n = 0; n < EventStreams.MAX_OF_ONE; n++) {
            own.add(open("kari"));
        }
        assertThatThrownBy(() -> open("kari")).isInstanceOf(EventStreams.TooMany.class);
        Cancellable other = open("ola");
        own.get(0).cancel();
        own.get(0).cancel();
        own.set(0, open("kari"));
        assertThatThrownBy(() -> open("kari")).isInstanceOf(EventStreams.TooMany.class);
        own.forEach(Cancellable::cancel);
        other.cancel();
        assertThat(streams.open()).isZero();
    }

    @Test
    void all_together_have_a_hundred() {
        List<Cancellable> all = new ArrayList<>();
        for (int n = 0; n < EventStreams.MOST; n++) {
            all.add(open("bruker-" + n));
        }
        assertThatThrownBy(() -> open("en-til")).isInstanceOf(EventStreams.TooMany.class);
        all.forEach(Cancellable::cancel);
        assertThat(streams.open()).isZero();
    }

    @Test
    void one_that_ends_by_itself_or_cannot_begin_counts_no_more() {
        streams.open("kari", () -> Multi.createFrom().items(1, 2)).subscribe().with(item -> {});
        assertThat(streams.open()).isZero();
        assertThatThrownBy(() -> streams.open("kari", () -> {
                    throw new IllegalStateException("no run");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(streams.open()).isZero();
    }
}
