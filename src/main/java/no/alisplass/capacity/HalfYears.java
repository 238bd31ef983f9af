package no.alisplass.capacity;

import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;

/** A span of half-years. */
final class HalfYears {
    static final int MOST = 12;

    private HalfYears() {}

    /** From the first to the last, both inclusive; refused when the last comes first or the span is over six years. */
    static Result<List<HalfYear>> between(HalfYear from, HalfYear to) {
        int steps = from.until(to);
        if (steps < 0 || steps >= MOST) {
            return Result.invalid(Finding.of("to", to, "capacity.half-years", from, to, MOST));
        }
        return Result.done(IntStream.rangeClosed(0, steps).mapToObj(from::plus).toList());
    }
}
