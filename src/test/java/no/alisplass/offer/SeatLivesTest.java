package no.alisplass.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatLivesTest {
    @Test
    void as_many_seats_are_free_as_are_left_of_the_count_whatever_numbers_the_others_have() {
        assertThat(SeatLives.unheld(3, Set.of())).containsExactly(1, 2, 3);
        assertThat(SeatLives.unheld(3, Set.of(2))).containsExactly(1, 3);
        assertThat(SeatLives.unheld(1, Set.of(3))).isEmpty();
        assertThat(SeatLives.unheld(2, Set.of(3))).containsExactly(1);
        assertThat(SeatLives.unheld(1, Set.of(1, 2, 3))).isEmpty();
        assertThat(SeatLives.unheld(0, Set.of())).isEmpty();
    }
}
