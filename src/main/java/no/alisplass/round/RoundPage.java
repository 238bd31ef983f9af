package no.alisplass.round;

import java.util.List;

/**
 * Some of a list of rounds.
 *
 * @param page which page, from 0
 * @param size rounds on a full page
 * @param total rounds on all pages
 */
public record RoundPage(List<Round> rounds, int page, int size, long total) {
    public RoundPage {
        rounds = List.copyOf(rounds);
    }
}
