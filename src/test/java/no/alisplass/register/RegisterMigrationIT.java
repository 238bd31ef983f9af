package no.alisplass.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.BesideTheService;
import no.alisplass.database.EmbeddedDatabase;
import no.alisplass.domain.AreaCode;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.waitlist.WaitlistContent;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that knew lists of rounds alone gets its register from them, and they stay as they were. */
@BesideTheService
class RegisterMigrationIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private static final AreaCode TO = new AreaCode("9902");

    private static final String ROUND =
            "INSERT INTO allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,"
                    + " policy_version, objective, lottery_seed, deadline, state, version) VALUES ('%s', 'h-one', 'T', '%s', 1,"
                    + " 'ahus-2020', 1, 'WISHES_FIRST', 'abcd', '2020-01-01', '%s', 0);";

    private static final String FULL = """
            {"priority": 3, "name": "Åse Øy", "hpr": 101, "email": "a@b.no", "affiliation": "LOCUM",
             "affiliationFrom": "2025-01-01", "affiliationTo": "2027-12-31", "scheme": "OLD",
             "specialisationStart": "2020-05-01", "statedService": 30.5, "statedOpenPractice": 24,
             "periods": [{"from": "2022-01-01", "percentage": 80, "kind": "COUNTED",
                          "leaves": [{"from": "2022-02-01", "to": "2022-03-01"}]}],
             "objectives": 70, "activities": 8, "supervision": "BEGUN",
             "approved": [{"department": "d-one", "months": 2.5}, {"elsewhere": "Sykehjemmet", "months": 1}],
             "monthsLeft": 8.5, "interrupted": true,
             "wishes": {"ranked": [["d-one"]], "onlyRanked": true, "refused": ["d-two"], "earliestStart": "2027-H",
                        "blocked": ["2028-V"], "weight": "START", "wholeOnly": true},
             "leave": "GRANTED", "locum": "SOUGHT", "note": "Merknad"}""";

    private static final String PLAIN = """
            {"priority": 1, "name": "%s", "hpr": %d, "scheme": "NEW", "statedService": 12, "statedOpenPractice": 6,
             "statedOn": "2025-01-01", "periods": [], "objectives": 1, "activities": 1, "supervision": "NOT_STARTED",
             "approved": [], "monthsLeft": 6, "interrupted": false, "wishes": {"ranked": [], "onlyRanked": false,
             "refused": [], "blocked": [], "weight": "DEPARTMENT"}, "leave": "NOT_APPLIED", "locum": "MISSING"}""";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static List<String> listsBefore;

    @BeforeAll
    static void a_database_of_the_version_before() throws IOException, SQLException {
        Files.createDirectories(PROGRAMS);
        database = EmbeddedDatabase.start(folder, PROGRAMS);
        flyway("27").migrate();
        run("INSERT INTO hospital VALUES ('h-one', '900000001', 'En', 0);"
                + "INSERT INTO area VALUES ('9901', 'En', 'MUNICIPALITY', 0), ('9902', 'To', 'MUNICIPALITY', 0);"
                + ROUND.formatted("r-old", "2025-V", "APPROVED")
                + ROUND.formatted("r-closed", "2026-V", "CLOSED")
                + ROUND.formatted("r-open", "2027-V", "OPEN"));
        // Sent twice, and written anew since in the round that is open.
        sent("r-old", "9901", 1, "2025-06-01T10:00:00Z", plain("Navn En", 101), plain("Fra første", 102));
        sent("r-old", "9901", 2, "2025-06-30T22:30:00Z", plain("Navn To", 101), plain("Fra andre", 102));
        draft("r-open", "9901", 4, FULL);
        // Full, and sent; of the same doctor there is an older list.
        sent("r-closed", "9902", 1, "2025-12-31T23:30:00Z", FULL.replace("\"hpr\": 101", "\"hpr\": 103"));
        sent("r-old", "9902", 1, "2025-05-01T10:00:00Z", plain("Eldre", 103), plain("Hos to", 104));
        // A number that was wrong, and sent again as it should be.
        sent(
                "r-closed",
                "9902",
                3,
                "2025-12-31T23:50:00Z",
                FULL.replace("\"hpr\": 101", "\"hpr\": 103"),
                plain("Hos to", 105));
        // Two areas: 9902 sent last; but whom 9901 is writing of now, is theirs.
        sent("r-closed", "9901", 1, "2025-11-01T10:00:00Z", plain("Hos en", 104), plain("Hos en", 105));
        sent(
                "r-closed",
                "9902",
                2,
                "2025-12-31T23:45:00Z",
                FULL.replace("\"hpr\": 101", "\"hpr\": 103"),
                plain("Hos to", 105),
                plain("Feil nummer", 109));
        // Never sent: before the round was closed, and in a list that nobody has begun.
        draft("r-closed", "9901", 2, plain("Aldri sendt", 106));
        draft("r-closed", "9902", 0, plain("Ikke begynt", 107));
        listsBefore = lists();
        flyway("31").migrate();
        // With the register there, another area writes of a doctor it does not have: the list has it, the register does
        // not.
        run(ROUND.formatted("r-other", "2027-H", "OPEN"));
        draft("r-other", "9902", 1, plain("Skrevet hos to", 101));
        flyway("latest").migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void each_doctor_is_registered_once_from_the_newest_list() throws SQLException {
        assertThat(ask("SELECT hpr, area_code, version, content ->> 'name', confirmed_on, confirmed_by, closed_reason"
                        + " FROM registered_doctor ORDER BY hpr"))
                .containsExactly(
                        "101 9901 2 Åse Øy null null null",
                        "102 9901 1 Fra andre 2025-07-01 ola LEFT_LIST",
                        "103 9902 1 Åse Øy 2026-01-01 ola null",
                        "104 9901 2 Hos en 2025-11-01 ola LEFT_LIST",
                        "105 9902 2 Hos to 2026-01-01 ola null",
                        "106 9901 1 Aldri sendt null null LEFT_LIST");
    }

    @Test
    void who_has_been_on_a_list_that_was_sent_is_known_by_the_first_whichever_area_sent_it() throws SQLException {
        assertThat(ask("SELECT hpr, first_listed FROM registered_doctor ORDER BY hpr"))
                .containsExactly(
                        "101 2025-06-01",
                        "102 2025-06-01",
                        "103 2025-05-01",
                        "104 2025-05-01",
                        "105 2025-11-01",
                        "106 null");
    }

    @Test
    void nothing_of_what_stood_on_a_list_is_lost() throws SQLException {
        WaitlistEntry full = entry(FULL.replace("\"hpr\": 101", "\"hpr\": 103"));
        DoctorFacts registered = StoredDoctor.facts(
                ask("SELECT content FROM registered_doctor WHERE hpr = 103").get(0));
        assertThat(registered).isEqualTo(DoctorFacts.of(full, LocalDate.of(2026, 1, 1)));
        assertThat(registered.entry().withPriority(3)).isEqualTo(full.statedOn(LocalDate.of(2026, 1, 1)));
        assertThat(registered.stays()).extracting(InstitutionStay::known).containsOnly(InstitutionStay.Known.STATED);
        assertThat(StoredDoctor.facts(ask("SELECT content FROM registered_doctor WHERE hpr = 106")
                        .get(0)))
                .isEqualTo(DoctorFacts.of(entry(plain("Aldri sendt", 106)), null));
        assertThat(ask("SELECT hpr, area_code, kind, first_day, last_day FROM registered_affiliation ORDER BY hpr"))
                .containsExactly("101 9901 LOCUM 2025-01-01 2027-12-31", "103 9902 LOCUM 2025-01-01 2027-12-31");
    }

    @Test
    void the_history_begins_there_and_keeps_what_another_area_had() throws SQLException {
        assertThat(ask("SELECT hpr, number, area_code, what, changed_by, after ->> 'name', after ->> 'confirmedOn',"
                        + " before FROM registered_change ORDER BY hpr, number"))
                .containsExactly(
                        "101 1 9901 MIGRATED system Åse Øy null null",
                        "101 2 9902 MIGRATED system Skrevet hos to null null",
                        "102 1 9901 MIGRATED system Fra andre 2025-07-01 null",
                        "103 1 9902 MIGRATED system Åse Øy 2026-01-01 null",
                        "104 1 9902 MIGRATED system Hos to 2025-05-01 null",
                        "104 2 9901 MIGRATED system Hos en 2025-11-01 null",
                        "105 1 9901 MIGRATED system Hos en 2025-11-01 null",
                        "105 2 9902 MIGRATED system Hos to 2026-01-01 null",
                        "106 1 9901 MIGRATED system Aldri sendt null null");
        String state =
                ask("SELECT after FROM registered_change WHERE hpr = 103").get(0);
        DoctorFacts facts = StoredDoctor.facts(state);
        assertThat(StoredDoctor.read(state))
                .isEqualTo(StoredDoctor.read(StoredDoctor.write(StoredDoctor.state(new RegisteredDoctor(
                        facts.entry().hpr(),
                        TO,
                        1,
                        facts,
                        AffiliationChain.told(List.of(), TO, facts.entry(), LocalDate.of(2026, 1, 1)),
                        new RegisteredDoctor.Confirmed(LocalDate.of(2026, 1, 1), "ola"),
                        null)))));
    }

    @Test
    void what_was_sent_stays_as_it_was() throws SQLException {
        assertThat(lists()).isEqualTo(listsBefore).hasSize(7);
    }

    @Test
    void a_draft_is_a_choice_of_the_doctors_its_area_has_and_keeps_its_version() throws SQLException {
        assertThat(ask("SELECT d.round_id, d.area_code, d.chosen, d.version + coalesce((SELECT sum(r.version)"
                        + " FROM jsonb_array_elements(d.chosen) c JOIN registered_doctor r"
                        + " ON r.hpr = (c.value ->> 'hpr')::integer), 0) FROM waitlist_draft d ORDER BY 1, 2"))
                .containsExactly(
                        "r-closed 9901 [{\"hpr\": 106, \"priority\": 1}] 2",
                        "r-closed 9902 [] 0",
                        "r-open 9901 [{\"hpr\": 101, \"priority\": 3}] 4",
                        "r-other 9902 [{\"hpr\": 101, \"priority\": 1}] 1");
        // What the other area was writing of 101 since stands in the history of that area; the register has the
        // holder's.
        assertThat(ask("SELECT number, what, changed_by, after ->> 'name', after -> 'stays' FROM registered_change"
                        + " WHERE hpr = 101 AND area_code = '9902'"))
                .containsExactly("2 MIGRATED system Skrevet hos to []");
        assertThat(ask("SELECT area_code, version, content ->> 'name' FROM registered_doctor WHERE hpr = 101"))
                .containsExactly("9901 2 Åse Øy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registered_change SET changed_by = 'en annen'",
                "DELETE FROM registered_change",
                "TRUNCATE registered_change"
            })
    void what_was_done_to_a_record_stands(String change) {
        assertThatThrownBy(() -> run(change)).hasMessageContaining("registered_change is append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INSERT INTO registered_affiliation (hpr, area_code, kind, first_day) VALUES (101, '9902', 'PERMANENT', '2027-12-31')"
                        + " | a_doctor_belongs_to_one_at_a_time",
                "INSERT INTO registered_affiliation (hpr, area_code, kind, first_day, last_day)"
                        + " VALUES (102, '9902', 'PERMANENT', '2027-12-31', '2027-12-30') | affiliation_ends_after_it_begins",
                "UPDATE registered_doctor SET closed_on = '2026-01-01' | what_is_closed_has_a_reason",
                "UPDATE registered_doctor SET closed_reason = 'SICK' | closed_reason",
                "UPDATE registered_doctor SET confirmed_by = NULL WHERE hpr = 103 | somebody_confirms",
                "UPDATE registered_doctor SET area_code = '9903' | foreign key"
            })
    void what_does_not_fit_is_refused(String statement, String constraint) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint);
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static String plain(String name, int hpr) {
        return PLAIN.formatted(name, hpr);
    }

    private static WaitlistEntry entry(String json) {
        return WaitlistContent.read(content(json)).get(0);
    }

    private static String content(String... entries) {
        return "{\"schema\": 1, \"entries\": [" + String.join(",", entries) + "]}";
    }

    private static void draft(String round, String area, int version, String... entries) throws SQLException {
        run("INSERT INTO waitlist_draft VALUES ('%s', '%s', NULL, '%s', %d)"
                .formatted(round, area, content(entries), version));
    }

    private static void sent(String round, String area, int number, String at, String... entries) throws SQLException {
        run("INSERT INTO waitlist_submission VALUES ('%s', '%s', %d, NULL, '%s', '%s', '%s', 'ola', NULL)"
                .formatted(round, area, number, content(entries), "0".repeat(64), at));
    }

    private static List<String> lists() throws SQLException {
        return ask("SELECT round_id, area_code, number, away_limit, content, sha256, submitted_at, submitted_by"
                + " FROM waitlist_submission ORDER BY 1, 2, 3");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(String.join(" ", row));
            }
            return found;
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
