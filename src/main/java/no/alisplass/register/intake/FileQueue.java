package no.alisplass.register.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;

/**
 * Where files are read, whatever they are for: outside any transaction and away from the request's own thread, two at a time, one for
 * each area.
 */
@ApplicationScoped
public class FileQueue {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 6;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ReadingPlaces places = new ReadingPlaces(AT_ONCE, WAITING, LONGEST);

    /** What the reading comes to; BUSY when it cannot have its turn in time. */
    public <T> Result<T> read(AreaCode area, Supplier<Result<T>> reading) {
        return places.read(area.value(), reading);
    }

    @PreDestroy
    void close() {
        places.close();
    }
}
