package no.alisplass.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.alisplass.offer.life.OfferState;
import org.junit.jupiter.api.Test;

class OfferProgressTest {
    @Test
    void a_contract_is_next_only_where_one_can_be_reported() {
        assertThat(OfferProgress.of(Map.of(OfferState.ACCEPTED, 1L, OfferState.ACCEPTED_UPGRADABLE, 2L)))
                .isEqualTo(OfferProgress.CONTRACT);
        assertThat(OfferProgress.of(Map.of(OfferState.ACCEPTED_UPGRADABLE, 2L, OfferState.CONFIRMED, 1L)))
                .isEqualTo(OfferProgress.HIGHER);
    }

    @Test
    void a_round_of_which_nothing_was_taken_has_nothing_that_stands() {
        assertThat(OfferProgress.of(Map.of(OfferState.VOID, 3L, OfferState.ACCEPTED, 0L)))
                .isEqualTo(OfferProgress.NOBODY);
        assertThat(OfferProgress.of(Map.of(OfferState.SENT, 0L))).isEqualTo(OfferProgress.NONE);
    }
}
