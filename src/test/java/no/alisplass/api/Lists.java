package no.alisplass.api;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paged lists of the API to their end, as their clients do. */
public final class Lists {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([a-z]+)\"");

    private Lists() {}

    /**
     * All that stands at a place of all the pages.
     *
     * @param client makes each request
     * @param place in the answer, as JsonPath writes it
     */
    public static <T> List<T> all(Supplier<RequestSpecification> client, String address, String place) {
        List<T> all = new ArrayList<>();
        Optional<String> next = Optional.of(address);
        while (next.isPresent()) {
            // The addresses are as they are to be sent.
            Response page = client.get().urlEncodingEnabled(false).get(next.get());
            page.then().statusCode(200);
            all.addAll(page.jsonPath().<T>getList(place));
            next = link(page, "next");
        }
        return all;
    }

    /** Where an answer says the next page ({@code next}) or the one before ({@code prev}) is. */
    static Optional<String> link(Response page, String relation) {
        return page.headers().getValues("Link").stream()
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .filter(link -> link.group(2).equals(relation))
                .map(link -> link.group(1))
                .findFirst();
    }
}
