package no.alisplass.offer;

import java.util.List;

/**
 * What one was to be told.
 *
 * @param waits whether it is still to be done what it asks for
 */
public record News(Told told, boolean waits) {

    /** @param total of all pages */
    public record Page(List<News> news, int page, int size, long total) {
        public Page {
            news = List.copyOf(news);
        }
    }
}
