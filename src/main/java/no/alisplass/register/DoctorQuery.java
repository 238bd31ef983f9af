package no.alisplass.register;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;

/** A filter as the database is asked by it: only what is asked for stands in the statement. */
final class DoctorQuery {
    private final StringBuilder where;
    private final Map<String, Object> values = new HashMap<>();

    private DoctorQuery(String where) {
        this.where = new StringBuilder(where);
    }

    static DoctorQuery of(Collection<AreaCode> areas, DoctorFilter filter, LocalDate since) {
        DoctorQuery query = new DoctorQuery(" WHERE d.area_code = ANY(string_to_array(:areas, ',')) AND d.closed_on IS"
                + (filter.closed() ? " NOT NULL" : " NULL"));
        query.values.put("areas", areas.stream().map(AreaCode::value).collect(Collectors.joining(",")));
        if (filter.text() != null) {
            query.and(
                    "(position(sorting_key(:text) IN d.sorted_by) > 0 OR CAST(d.hpr AS text) = :text)",
                    "text",
                    filter.text());
        }
        if (filter.neededIn() != null) {
            query.and(
                    "(d.needed_from IS NULL OR d.needed_from <= :needed)",
                    "needed",
                    filter.neededIn().start());
            query.and(
                    "NOT jsonb_exists(coalesce(d.content -> 'wishes' -> 'blocked', CAST('[]' AS jsonb)), :halfYear)",
                    "halfYear",
                    filter.neededIn().toString());
        }
        if (filter.scheme() != null) {
            query.and("d.scheme = :scheme", "scheme", filter.scheme().name());
        }
        if (filter.left() != null) {
            query.and(
                    "CAST(d.content ->> 'monthsLeft' AS numeric) > :over",
                    "over",
                    filter.left().over());
            query.and(
                    "CAST(d.content ->> 'monthsLeft' AS numeric) <= :most",
                    "most",
                    filter.left().most());
        }
        if (filter.interrupted() != null) {
            query.and("d.interrupted = :interrupted", "interrupted", filter.interrupted());
        }
        if (filter.old()) {
            query.and("(d.confirmed_on IS NULL OR d.confirmed_on < :old)", "old", since);
        }
        if (filter.neverListed()) {
            query.where.append(" AND d.first_listed IS NULL");
        }
        return query;
    }

    private void and(String condition, String parameter, Object value) {
        where.append(" AND ").append(condition);
        values.put(parameter, value);
    }

    String where() {
        return where.toString();
    }

    Query fill(Query query) {
        values.forEach(query::setParameter);
        return query;
    }
}
