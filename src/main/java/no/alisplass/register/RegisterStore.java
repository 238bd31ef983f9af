package no.alisplass.register;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.Audit;

/**
 * Records in the database, read and written many at a time: as many statements for a whole list as for one doctor.
 */
@ApplicationScoped
class RegisterStore {
    private static final String READ =
            "SELECT d.hpr, d.area_code, d.version, CAST(d.content AS text), d.confirmed_on, d.confirmed_by,"
                    + " d.closed_on, d.closed_reason, (SELECT CAST(json_agg(json_build_object('area', a.area_code,"
                    + " 'kind', a.kind, 'from', a.first_day, 'to', a.last_day) ORDER BY a.first_day NULLS FIRST)"
                    + " AS text) FROM registered_affiliation a WHERE a.hpr = d.hpr) FROM registered_doctor d";

    private static final String THESE = " hpr = ANY(CAST(string_to_array(:numbers, ',') AS integer[]))";

    private static final String WRITE =
            "INSERT INTO registered_doctor (hpr, area_code, version, content, confirmed_on, confirmed_by, closed_on,"
                    + " closed_reason) SELECT hpr, area_code, version, content, confirmed_on, confirmed_by, closed_on,"
                    + " closed_reason FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (hpr integer, area_code text,"
                    + " version bigint, content jsonb, confirmed_on date, confirmed_by text, closed_on date,"
                    + " closed_reason text) ON CONFLICT (hpr) DO UPDATE SET area_code = excluded.area_code,"
                    + " version = excluded.version, content = excluded.content, confirmed_on = excluded.confirmed_on,"
                    + " confirmed_by = excluded.confirmed_by, closed_on = excluded.closed_on,"
                    + " closed_reason = excluded.closed_reason,"
                    // Who was listed under a number that was registered in error was another doctor.
                    + " first_listed = CASE WHEN registered_doctor.closed_reason = 'ENTERED_IN_ERROR'"
                    + " AND registered_doctor.area_code <> excluded.area_code THEN NULL"
                    + " ELSE registered_doctor.first_listed END";

    private static final String AFFILIATE =
            "INSERT INTO registered_affiliation (hpr, area_code, kind, first_day, last_day)"
                    + " SELECT hpr, area_code, kind, first_day, last_day FROM jsonb_to_recordset(CAST(:rows AS jsonb))"
                    + " AS r (hpr integer, area_code text, kind text, first_day date, last_day date)";

    private static final String TELL =
            "INSERT INTO registered_change (hpr, number, at, changed_by, area_code, what, before, after)"
                    + " SELECT hpr, number, :at, coalesce(changed_by, :by), area_code, what, before, after"
                    + " FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (hpr integer, number bigint, changed_by text,"
                    + " area_code text, what text, before jsonb, after jsonb)";

    private final EntityManager database;

    @Inject
    RegisterStore(EntityManager database) {
        this.database = database;
    }

    /**
     * A change to write.
     *
     * @param before null where the doctor had no record
     * @param asked who asked for a doctor that is taken over: the new area is not told who of the other let go
     */
    record Change(RegisteredDoctor before, RegisteredDoctor after, WhatChanged what, String asked) {
        Change(RegisteredDoctor before, RegisteredDoctor after, WhatChanged what) {
            this(before, after, what, null);
        }

        /** An area registers a doctor. @param found what there is of the number, a record in error; null for nothing */
        static Change registered(
                RegisteredDoctor found, AreaCode area, DoctorFacts facts, RegisteredDoctor.Confirmed confirmed) {
            return new Change(
                    found, RegisteredDoctor.registered(area, facts, confirmed).after(found), WhatChanged.REGISTERED);
        }

        /**
         * The rows of the history: where the record passes from one area to another one for each, neither with what the other had.
         * That a number registered in error was registered by another is nobody's doing to the area that erred.
         */
        List<Map<String, Object>> told() {
            if (before == null || before.area().equals(after.area())) {
                return List.of(row(after.area(), after.version(), what, before, after, null));
            }
            String releasing = what == WhatChanged.TAKEN_OVER ? null : Audit.SYSTEM;
            return List.of(
                    row(before.area(), after.version() - 1, WhatChanged.RELEASED, before, null, releasing),
                    row(after.area(), after.version(), what, null, after, asked));
        }

        private Map<String, Object> row(
                AreaCode area, long number, WhatChanged told, RegisteredDoctor was, RegisteredDoctor is, String by) {
            Map<String, Object> row = new HashMap<>();
            row.put("changed_by", by);
            row.put("hpr", after.hpr());
            row.put("number", number);
            row.put("area_code", area);
            row.put("what", told);
            row.put("before", StoredDoctor.state(was));
            row.put("after", StoredDoctor.state(is));
            return row;
        }
    }

    /** @param area only of those it has now; null for all */
    Map<HprNumber, String> names(Collection<HprNumber> doctors, AreaCode area) {
        List<?> rows = database.createNativeQuery("SELECT hpr, content ->> 'name' FROM registered_doctor WHERE" + THESE
                        + " AND closed_reason IS DISTINCT FROM 'ENTERED_IN_ERROR'"
                        + " AND (:area = '' OR area_code = :area)")
                .setParameter("numbers", numbers(doctors))
                .setParameter("area", area == null ? "" : area.value())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> new HprNumber((Integer) row[0]), row -> (String) row[1]));
    }

    Optional<RegisteredDoctor> find(HprNumber hpr) {
        return read(List.of(hpr)).stream().findFirst();
    }

    /**
     * The records there are of the doctors, each held against other writers until the transaction ends; and no other transaction
     * registers any of those of whom there is none.
     */
    Map<HprNumber, RegisteredDoctor> lock(Collection<HprNumber> doctors) {
        if (doctors.isEmpty()) {
            return Map.of();
        }
        String numbers = numbers(doctors);
        long known = ((Number) database.createNativeQuery("SELECT count(*) FROM registered_doctor WHERE" + THESE)
                        .setParameter("numbers", numbers)
                        .getSingleResult())
                .longValue();
        if (known < doctors.stream().distinct().count()) {
            // Before any record is held, so that those who register do not wait for each other in a ring.
            database.createNativeQuery(
                            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('registered_doctor', 0))) held")
                    .getResultList();
        }
        database.createNativeQuery("SELECT hpr FROM registered_doctor WHERE" + THESE + " ORDER BY hpr FOR UPDATE")
                .setParameter("numbers", numbers)
                .getResultList();
        return read(doctors).stream().collect(Collectors.toMap(RegisteredDoctor::hpr, each -> each));
    }

    List<RegisteredDoctor> read(Collection<HprNumber> doctors) {
        if (doctors.isEmpty()) {
            return List.of();
        }
        return rows(database.createNativeQuery(READ + " WHERE" + THESE).setParameter("numbers", numbers(doctors)))
                .map(RegisterStore::doctor)
                .toList();
    }

    long lastChanges(AreaCode area, Collection<HprNumber> doctors) {
        Number sum =
                (Number) database.createNativeQuery("SELECT coalesce(sum(number), 0) FROM (SELECT max(number) AS number"
                                + " FROM registered_change WHERE" + THESE + " AND area_code = :area GROUP BY hpr) last")
                        .setParameter("numbers", numbers(doctors))
                        .setParameter("area", area.value())
                        .getSingleResult();
        return sum.longValue();
    }

    String stamp(Collection<AreaCode> areas) {
        return (String) database.createNativeQuery("SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ',"
                        + " hpr, area_code, version, closed_on), ',' ORDER BY hpr), ''), 'UTF8')), 'hex')"
                        + " FROM registered_doctor WHERE area_code = ANY(string_to_array(:areas, ','))")
                .setParameter("areas", areas.stream().map(AreaCode::value).collect(Collectors.joining(",")))
                .getSingleResult();
    }

    /** But those whose records were errors, which anyone may register. */
    Set<HprNumber> heldBesides(AreaCode area) {
        return ((List<?>) database.createNativeQuery("SELECT hpr FROM registered_doctor WHERE area_code <> :area"
                                + " AND closed_reason IS DISTINCT FROM 'ENTERED_IN_ERROR'")
                        .setParameter("area", area.value())
                        .getResultList())
                .stream().map(hpr -> new HprNumber(((Number) hpr).intValue())).collect(Collectors.toSet());
    }

    /** Writes changes of records that are locked, and tells of them in the history. */
    void write(List<Change> changes, Instant at, String by) {
        if (changes.isEmpty()) {
            return;
        }
        List<Map<String, Object>> doctors = new ArrayList<>();
        List<Map<String, Object>> links = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        for (Change change : changes) {
            doctors.add(row(change.after()));
            change.after().affiliations().forEach(link -> links.add(row(change.after(), link)));
            told.addAll(change.told());
        }
        run(WRITE, doctors).executeUpdate();
        database.createNativeQuery("DELETE FROM registered_affiliation WHERE" + THESE)
                .setParameter(
                        "numbers",
                        numbers(changes.stream()
                                .map(change -> change.after().hpr())
                                .toList()))
                .executeUpdate();
        run(AFFILIATE, links).executeUpdate();
        run(TELL, told).setParameter("at", at).setParameter("by", by).executeUpdate();
    }

    /** That doctors stand on a list that is sent; of who has before, that day stays. */
    void listed(Collection<HprNumber> doctors, LocalDate on) {
        database.createNativeQuery(
                        "UPDATE registered_doctor SET first_listed = :on WHERE first_listed IS NULL AND" + THESE)
                .setParameter("on", on)
                .setParameter("numbers", numbers(doctors))
                .executeUpdate();
    }

    private Query run(String sql, List<Map<String, Object>> rows) {
        return database.createNativeQuery(sql).setParameter("rows", StoredDoctor.write(rows));
    }

    private static Map<String, Object> row(RegisteredDoctor doctor) {
        Map<String, Object> row = new TreeMap<>();
        row.put("hpr", doctor.hpr());
        row.put("area_code", doctor.area());
        row.put("version", doctor.version());
        row.put("content", StoredDoctor.content(doctor.facts()));
        if (doctor.confirmed() != null) {
            row.put("confirmed_on", doctor.confirmed().on());
            row.put("confirmed_by", doctor.confirmed().by());
        }
        if (doctor.closed() != null) {
            row.put("closed_on", doctor.closed().on());
            row.put("closed_reason", doctor.closed().reason());
        }
        return row;
    }

    private static Map<String, Object> row(RegisteredDoctor doctor, AffiliationLink link) {
        Map<String, Object> row = new HashMap<>();
        row.put("hpr", doctor.hpr());
        row.put("area_code", link.area());
        row.put("kind", link.kind());
        row.put("first_day", link.from());
        row.put("last_day", link.to());
        return row;
    }

    /** What was done to an area's record of a doctor, the latest first. */
    DoctorPage.History history(HprNumber hpr, AreaCode area, int page, int size) {
        String of = " FROM registered_change WHERE hpr = :hpr AND area_code = :area";
        List<DoctorChange> changes = rows(database.createNativeQuery(
                                "SELECT number, at, changed_by, what, CAST(before AS text), CAST(after AS text)" + of
                                        + " ORDER BY number DESC")
                        .setParameter("hpr", hpr.value())
                        .setParameter("area", area.value())
                        .setFirstResult(Math.multiplyExact(page, size))
                        .setMaxResults(size))
                .map(row -> change(area, row))
                .toList();
        Number total = (Number) database.createNativeQuery("SELECT count(*)" + of)
                .setParameter("hpr", hpr.value())
                .setParameter("area", area.value())
                .getSingleResult();
        return new DoctorPage.History(changes, total.longValue());
    }

    private static DoctorChange change(AreaCode area, Object[] row) {
        JsonNode before = StoredDoctor.read((String) row[4], area);
        JsonNode after = StoredDoctor.read((String) row[5], area);
        return new DoctorChange(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                (String) row[2],
                area,
                WhatChanged.valueOf((String) row[3]),
                Difference.between(before, after));
    }

    /** Records of areas. @param since of those who have not been confirmed lately: a confirmation that is no older is new */
    Found list(Collection<AreaCode> areas, DoctorFilter filter, LocalDate since, int page, int size) {
        DoctorQuery asked = DoctorQuery.of(areas, filter, since);
        List<RegisteredDoctor> doctors = rows(asked.fill(
                                database.createNativeQuery(READ + asked.where() + " ORDER BY d.sorted_by, d.hpr"))
                        .setFirstResult(Math.multiplyExact(page, size))
                        .setMaxResults(size))
                .map(RegisterStore::doctor)
                .toList();
        Number total = (Number)
                asked.fill(database.createNativeQuery("SELECT count(*) FROM registered_doctor d" + asked.where()))
                        .getSingleResult();
        return new Found(doctors, total.longValue());
    }

    record Found(List<RegisteredDoctor> doctors, long total) {}

    /** Everyone who waits in the areas, by name. */
    List<RegisterLists.Named> waiting(Collection<AreaCode> areas) {
        DoctorQuery asked = DoctorQuery.of(areas, DoctorFilter.WAITING, LocalDate.EPOCH);
        return rows(asked.fill(database.createNativeQuery(
                        "SELECT d.hpr, d.area_code, d.content ->> 'name' FROM registered_doctor d" + asked.where()
                                + " ORDER BY d.sorted_by, d.hpr")))
                .map(row -> new RegisterLists.Named(
                        new HprNumber(((Number) row[0]).intValue()), new AreaCode((String) row[1]), (String) row[2]))
                .toList();
    }

    /** Of each of the areas where somebody waits: how many, in the new and the old scheme, interrupted, not confirmed lately, never listed. */
    Map<AreaCode, long[]> counts(Collection<AreaCode> areas, LocalDate since) {
        DoctorQuery asked = DoctorQuery.of(areas, DoctorFilter.WAITING, since);
        Map<AreaCode, long[]> counts = new TreeMap<>();
        rows(asked.fill(database.createNativeQuery(
                                "SELECT d.area_code, count(*), count(*) FILTER (WHERE d.scheme = 'NEW'),"
                                        + " count(*) FILTER (WHERE d.scheme = 'OLD'), count(*) FILTER (WHERE d.interrupted),"
                                        + " count(*) FILTER (WHERE d.confirmed_on IS NULL OR d.confirmed_on < :since),"
                                        + " count(*) FILTER (WHERE d.first_listed IS NULL)"
                                        + " FROM registered_doctor d" + asked.where() + " GROUP BY d.area_code")
                        .setParameter("since", since)))
                .forEach(row -> {
                    long[] numbers = new long[row.length - 1];
                    for (int at = 0; at < numbers.length; at++) {
                        numbers[at] = ((Number) row[at + 1]).longValue();
                    }
                    counts.put(new AreaCode((String) row[0]), numbers);
                });
        return counts;
    }

    /** How many wait in an area and want to serve from that day. @param from null for as soon as may be */
    record Need(AreaCode area, LocalDate from, long doctors, long interrupted) {}

    List<Need> needs(Collection<AreaCode> areas) {
        DoctorQuery asked = DoctorQuery.of(areas, DoctorFilter.WAITING, LocalDate.EPOCH);
        return rows(asked.fill(database.createNativeQuery(
                        "SELECT d.area_code, d.needed_from, count(*), count(*) FILTER (WHERE d.interrupted)"
                                + " FROM registered_doctor d" + asked.where()
                                + " GROUP BY d.area_code, d.needed_from ORDER BY d.area_code, d.needed_from")))
                .map(row -> new Need(
                        new AreaCode((String) row[0]),
                        row[1] == null ? null : day(row[1]),
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    private static Stream<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
    }

    private static RegisteredDoctor doctor(Object[] row) {
        return new RegisteredDoctor(
                new HprNumber(((Number) row[0]).intValue()),
                new AreaCode((String) row[1]),
                ((Number) row[2]).longValue(),
                StoredDoctor.facts((String) row[3]),
                StoredDoctor.affiliations((String) row[8]),
                row[4] == null ? null : new RegisteredDoctor.Confirmed(day(row[4]), (String) row[5]),
                row[6] == null
                        ? null
                        : new RegisteredDoctor.Closed(day(row[6]), ClosingReason.valueOf((String) row[7])));
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static String numbers(Collection<HprNumber> doctors) {
        return doctors.stream().map(HprNumber::digits).collect(Collectors.joining(","));
    }
}
