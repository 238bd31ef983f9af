package no.alisplass.api.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Which page of a list is asked for, and the answer that says where the others are: {@code X-Total-Count} counts all that is listed,
 * {@code Link} has the addresses of the next page and the one before, where there are such. Without parameters it is the first page.
 */
public class Paging {
    static final String TOTAL = "X-Total-Count";
    private static final String USUAL = "100";
    private static final int MOST = 500;
    private static final int LAST = 1_000_000;

    @Parameter(description = "Side, fra 0")
    @QueryParam("page")
    @DefaultValue("0")
    @Min(0) @Max(LAST) int page;

    @Parameter(description = "Mest på én side")
    @QueryParam("size")
    @DefaultValue(USUAL)
    @Min(1) @Max(MOST) int size;

    @Context
    UriInfo address;

    public int page() {
        return page;
    }

    public int size() {
        return size;
    }

    /** The page of a list. */
    public <T> RestResponse<List<T>> of(List<T> all) {
        return answer(window().take(all), all.size());
    }

    /** What has been cut already. @param total how many there are on all pages */
    public <T> RestResponse<T> answer(T page, long total) {
        return headed(RestResponse.ResponseBuilder.ok(page), total).build();
    }

    /** For what is listed in several lists of one answer, one after the other. */
    public Window window() {
        return new Window((long) page * size, size);
    }

    private <T> RestResponse.ResponseBuilder<T> headed(RestResponse.ResponseBuilder<T> answer, long total) {
        answer.header(TOTAL, total);
        if ((page + 1L) * size < total) {
            answer.header(HttpHeaders.LINK, link(page + 1L, "next"));
        }
        if (page > 0) {
            long last = Math.max(0, (total - 1) / size);
            answer.header(HttpHeaders.LINK, link(Math.min(page - 1L, last), "prev"));
        }
        return answer;
    }

    /** Without scheme and host, which a proxy may have made others of. */
    private String link(long to, String relation) {
        java.net.URI there = address.getRequestUriBuilder()
                .replaceQueryParam("page", to)
                .replaceQueryParam("size", size)
                .build();
        return "<%s?%s>; rel=\"%s\"".formatted(there.getRawPath(), there.getRawQuery(), relation);
    }

    /** A page that is laid over several lists: what the first leaves of it is the next one's. */
    public static final class Window {
        private final long from;
        private final long to;
        private long passed;

        private Window(long from, int size) {
            this.from = from;
            this.to = from + size;
        }

        /** What of the list is on the page. */
        public <T> List<T> take(List<T> list) {
            long begins = passed;
            passed += list.size();
            int first = (int) Math.max(0, Math.min(list.size(), from - begins));
            int last = (int) Math.max(first, Math.min(list.size(), to - begins));
            return list.subList(first, last);
        }

        /** How many there were in all lists. */
        public long total() {
            return passed;
        }
    }
}
