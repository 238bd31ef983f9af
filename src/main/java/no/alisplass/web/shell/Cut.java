package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number which, from 1
 * @param pages how many there are, at least one
 * @param total how many stand on all of them
 */
@TemplateData
public record Cut<T>(List<T> shown, int number, int pages, int total) {
    public static final int PAGE = 50;

    /** @param wanted from 1; one behind the last is the last */
    public static <T> Cut<T> of(List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int number = Math.max(1, Math.min(wanted, pages));
        return new Cut<>(
                all.subList((number - 1) * PAGE, Math.min(number * PAGE, all.size())), number, pages, all.size());
    }

    /** A page of {@link #PAGE} that was asked for alone. @param total of all pages */
    public static <T> Cut<T> at(List<T> shown, int number, long total) {
        return at(shown, number, PAGE, total);
    }

    /** As above, of pages of another size. */
    public static <T> Cut<T> at(List<T> shown, int number, int size, long total) {
        return new Cut<>(shown, number, last(size, total), Math.toIntExact(total));
    }

    /** The number of the last page. */
    public static int last(int size, long total) {
        return Math.toIntExact(Math.max(1, (total + size - 1) / size));
    }

    /** The same page with something made of what stands on it, and of that alone. */
    public <R> Cut<R> map(Function<T, R> each) {
        return new Cut<>(shown.stream().map(each).toList(), number, pages, total);
    }
}
