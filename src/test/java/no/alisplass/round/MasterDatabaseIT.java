package no.alisplass.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses by itself, each beside what it takes; every test is rolled back. */
@QuarkusTest
class MasterDatabaseIT {
    private static final String GROUND =
            "INSERT INTO hospital VALUES ('h-one', '900000001', 'En', 0), ('h-two', '900000002', 'To', 0);"
                    + "INSERT INTO hospital_division VALUES ('h-one', 'M', 'SOMATIC', 0), ('h-two', 'M', 'SOMATIC', 0);"
                    + "INSERT INTO department VALUES ('d-one', 'h-one', 'M', 'En', true, 0), ('d-two', 'h-one', 'M', 'To', true, 1),"
                    + " ('d-far', 'h-two', 'M', 'Fjern', true, 0);"
                    + "INSERT INTO earmarked_position VALUES ('p-one', 'h-one', 'd-one', 6, NULL, NULL, 0);"
                    + "INSERT INTO area VALUES ('9901', 'En', 'MUNICIPALITY', 0), ('9902', 'To', 'MUNICIPALITY', 0);"
                    + "INSERT INTO catchment_membership (area_code, hospital_id, service, first_day, last_day)"
                    + " VALUES ('9901', 'h-one', 'SOMATIC', '2020-01-01', '2025-12-31');"
                    + "INSERT INTO specialist_shortage (area_code, first_day, last_day, source)"
                    + " VALUES ('9901', '2020-01-01', '2025-12-31', 'Prøve');";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'d-one', 6, NULL, NULL",
                "'d-one', 3, 'd-two', 3",
            })
    void a_position_of_six_months_is_taken(String parts) {
        taken("INSERT INTO earmarked_position VALUES ('p-two', 'h-one', " + parts + ", 0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'d-one', 5, NULL, NULL | position_lasts_six_months",
                "'d-one', 6, 'd-two', 3 | position_lasts_six_months",
                "'d-one', 4, 'd-two', 2 | second_months",
                "'d-one', 2, 'd-two', 4 | first_months",
                "'d-one', 3, 'd-one', 3 | position_parts_differ",
                "'d-one', 3, NULL, 3 | position_parts_are_whole",
                "'d-far', 6, NULL, NULL | foreign key",
                "'d-one', 3, 'd-far', 3 | foreign key"
            })
    void any_other_position_is_refused(String parts, String constraint) {
        refused("INSERT INTO earmarked_position VALUES ('p-two', 'h-one', " + parts + ", 0)", constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INSERT INTO position_seats VALUES ('p-one', '2027-V', -1, 0) | seats",
                "INSERT INTO position_seats VALUES ('p-one', '2027-S', 1, 0) | half_year",
                "INSERT INTO position_seats VALUES ('p-no', '2027-V', 1, 0) | foreign key",
                "DELETE FROM department WHERE id = 'd-one' | foreign key",
                "INSERT INTO area VALUES ('990', 'Kort', 'MUNICIPALITY', 0) | area_code_fits_kind",
                "INSERT INTO area VALUES ('990301', 'Bydel', 'MUNICIPALITY', 0) | area_code_fits_kind",
                "INSERT INTO area VALUES ('9903', 'Bydel', 'DISTRICT', 0) | area_code_fits_kind"
            })
    void what_does_not_fit_is_refused(String statement, String constraint) {
        refused(statement, constraint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'9901', 'h-one', 'PSYCHIATRY', '2020-01-01', NULL",
                "'9901', 'h-one', NULL, '2026-01-01', NULL",
                "'9901', 'h-two', NULL, '2020-01-01', NULL",
                "'9902', 'h-one', 'SOMATIC', '2020-01-01', NULL"
            })
    void a_membership_beside_another_is_taken(String row) {
        taken("INSERT INTO catchment_membership (area_code, hospital_id, service, first_day, last_day) VALUES (" + row
                + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'9901', 'h-one', 'SOMATIC', '2025-12-31', NULL",
                "'9901', 'h-one', NULL, '2020-01-01', '2020-01-01'",
                "'9901', 'h-one', NULL, '2010-01-01', NULL"
            })
    void a_membership_told_twice_is_refused(String row) {
        refused(
                "INSERT INTO catchment_membership (area_code, hospital_id, service, first_day, last_day) VALUES (" + row
                        + ")",
                "membership_is_told_once");
    }

    @Test
    void shortages_of_one_area_are_kept_apart() {
        String insert = "INSERT INTO specialist_shortage (area_code, first_day, last_day, source) VALUES ";
        taken(insert + "('9901', '2026-01-01', NULL, 'Prøve')");
        taken(insert + "('9902', '2020-01-01', NULL, 'Prøve')");
        refused(insert + "('9901', '2025-12-31', NULL, 'Prøve')", "shortage_is_told_once");
        refused(insert + "('9901', '2026-02-01', '2026-01-31', 'Prøve')", "shortage_ends_after_it_begins");
        refused(insert + "('9901', '2026-02-01', NULL, '')", "source");
    }

    @Test
    void a_round_has_its_seed_before_it_opens_and_its_deadline_before_it_starts() {
        taken(round("r-one", "h-one", "2027-V", 2, null, "2027-02-28", "DRAFT"));
        refused(round("r-one", "h-one", "2027-V", 2, null, "2027-02-28", "OPEN"), "lottery_seed_is_set_once_open");
        refused(round("r-one", "h-one", "2027-V", 2, "abcd", "2027-03-01", "DRAFT"), "deadline_is_before_the_start");
        refused(round("r-one", "h-one", "2027-V", 5, "abcd", "2027-02-28", "DRAFT"), "half_years");
        refused(round("r-one", "h-one", "2027-V", 0, "abcd", "2027-02-28", "DRAFT"), "half_years");
        refused(round("r-one", "h-one", "2027-V", 1, "a b", "2027-02-28", "DRAFT"), "lottery_seed");
        refused(round("r-one", "h-one", "2027-V", 1, "abcd", "2027-02-28", "DONE"), "state");
    }

    @ParameterizedTest
    @CsvSource({
        "h-one, 2027-H, 2, OPEN, false",
        "h-one, 2026-H, 2, OPEN, false",
        "h-one, 2027-V, 4, OPEN, false",
        "h-one, 2028-V, 1, OPEN, true",
        "h-one, 2026-H, 1, OPEN, true",
        "h-two, 2027-V, 2, OPEN, true",
        "h-one, 2027-V, 2, DRAFT, true",
        "h-one, 2027-V, 2, CLOSED, true",
        "h-one, 2027-V, 2, APPROVED, true"
    })
    void two_open_rounds_of_a_hospital_do_not_share_a_half_year(
            String hospital, String first, int count, String state, boolean allowed) {
        String both = round("r-one", "h-one", "2027-V", 2, "abcd", "2026-08-01", "OPEN") + ";"
                + round("r-two", hospital, first, count, "abcd", "2026-08-01", state);
        if (allowed) {
            taken(both);
        } else {
            refused(both, "open_rounds_of_a_hospital_do_not_overlap");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DRAFT | lottery_seed = 'efgh' | true",
                "DRAFT | policy_id = 'other' | true",
                "OPEN | title = 'Ny' | true",
                "OPEN | state = 'CLOSED' | true",
                "CLOSED | state = 'OPEN' | true",
                "CLOSED | state = 'APPROVED' | true",
                "OPEN | lottery_seed = 'efgh' | false",
                "CLOSED | lottery_seed = 'efgh' | false",
                "APPROVED | lottery_seed = 'efgh' | false",
                "OPEN | policy_version = 2 | false",
                "OPEN | objective = 'PLACEMENTS_FIRST' | false",
                "OPEN | half_years = 1 | false",
                "OPEN | state = 'DRAFT' | false",
                "APPROVED | state = 'CLOSED' | false",
                "APPROVED | state = 'OPEN' | false"
            })
    void what_was_published_stands(String state, String change, boolean allowed) {
        String both = round("r-one", "h-one", "2027-V", 2, "abcd", "2026-08-01", state)
                + ";UPDATE allocation_round SET " + change + " WHERE id = 'r-one'";
        if (allowed) {
            taken(both);
        } else {
            refused(both, "has been opened");
        }
    }

    @Test
    void a_round_knows_its_first_day() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(GROUND + round("r-one", "h-one", "2027-H", 2, "abcd", "2026-08-01", "DRAFT"));
            var row = statement.executeQuery("SELECT first_day FROM allocation_round WHERE id = 'r-one'");
            row.next();
            assertThat(row.getString(1)).isEqualTo("2027-09-01");
            connection.rollback();
        }
    }

    private static String round(
            String id, String hospital, String first, int count, String seed, String deadline, String state) {
        return "INSERT INTO allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,"
                + " policy_version, objective, lottery_seed, deadline, state, version) VALUES ('" + id + "', '"
                + hospital
                + "', 'Tittel', '" + first + "', " + count + ", 'ahus-2020', 1, 'WISHES_FIRST', "
                + (seed == null ? "NULL" : "'" + seed + "'") + ", '" + deadline + "', '" + state + "', 0)";
    }

    private void taken(String statements) {
        assertThatCode(() -> run(statements)).doesNotThrowAnyException();
    }

    private void refused(String statements, String reason) {
        assertThatThrownBy(() -> run(statements))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
    }

    private void run(String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(GROUND);
                statement.execute(statements);
                statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            } finally {
                connection.rollback();
            }
        }
    }
}
