package no.alisplass.register.file;

import static no.alisplass.register.entry.Samples.GERIATRICS;
import static no.alisplass.register.entry.Samples.LUNG;
import static no.alisplass.register.entry.Samples.PSYCHIATRY;
import static no.alisplass.register.entry.Samples.codes;
import static no.alisplass.register.entry.Samples.csv;
import static no.alisplass.register.entry.Samples.entry;
import static no.alisplass.register.entry.Samples.reading;
import static no.alisplass.register.entry.Samples.row;
import static no.alisplass.register.entry.Samples.rowWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitlistReaderTest {
    @Nested
    class Encoding {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
        void norwegian_letters_survive(String charset) {
            String text = csv(rowWith("Navn", "Åse Sørbø Ærlig – “x”"));
            String marked = charset.startsWith("UTF-16") ? "\ufeff" + text : text;
            assertThat(reading(marked.getBytes(Charset.forName(charset)))
                            .rows()
                            .get(0)
                            .entry()
                            .name())
                    .isEqualTo("Åse Sørbø Ærlig – “x”");
        }

        @Test
        void a_byte_order_mark_is_no_part_of_the_first_column() {
            assertThat(codes(reading("\ufeff" + csv(row())), Severity.ERROR)).isEmpty();
        }
    }

    @Nested
    class Delimiter {
        @ParameterizedTest
        @ValueSource(strings = {";", ",", "\t"})
        void is_recognised_also_with_quoted_fields_that_hold_it(String delimiter) {
            String text = csv(rowWith("Merknad", "a, b; c\td \"e\"")).replace("\";\"", "\"" + delimiter + "\"");
            String header = text.lines().findFirst().orElseThrow();
            String changed = text.replace(header, header.replace(";", delimiter));
            assertThat(reading(changed).rows().get(0).entry().note()).isEqualTo("a, b; c d \"e\"");
        }

        @Test
        void may_be_told_on_a_first_line() {
            assertThat(reading("sep=;\r\n" + csv(row())).rows()).hasSize(1);
        }
    }

    @Nested
    class HeaderRow {
        @Test
        void is_found_below_titles_in_any_order_and_case_and_with_blank_rows_between() {
            String text = "Venteliste for Lillestrøm;;\r\n;;\r\n"
                    + csv(row())
                            .replace("Prioritet;Navn", "Navn ; PRIORITET")
                            .replace("\"1\";\"Kari Nordmann\"", "Kari Nordmann;1")
                            .replace("HPR-nummer", "hpr  nummer");
            Reading reading = reading(text.replace("\r\n\"", "\r\n;;;\r\n\""));
            assertThat(codes(reading, Severity.ERROR)).isEmpty();
            assertThat(reading.rows()).extracting(Reading.Row::number).containsExactly(4);
            assertThat(reading.rows().get(0).entry().name()).isEqualTo("Kari Nordmann");
        }

        @Test
        void small_misspellings_are_read_and_said() {
            Reading reading = reading(csv(row()).replace("Gruppeveiledning", "Grupeveiledning"));
            assertThat(codes(reading, Severity.ERROR)).isEmpty();
            assertThat(codes(reading, Severity.INFORMATION)).containsExactly("column-misspelt");
        }

        @Test
        void an_unknown_column_with_something_in_it_must_be_answered() {
            Reading reading = reading(csv(rowWith("Ønskede avdelinger", "Lunge")));
            assertThat(codes(reading, Severity.ERROR)).containsExactly("column-unknown-near");
            assertThat(reading.rows()).isEmpty();
            assertThat(reading.asked())
                    .containsExactly(new Reading.Asked("Ønskede avdelinger", List.of("Lunge"), "Uønskede avdelinger"));
        }

        @Test
        void an_unknown_column_with_nothing_in_it_is_told() {
            Reading reading = reading(csv(rowWith("Telefon", "–")));
            assertThat(codes(reading, Severity.ERROR)).isEmpty();
            assertThat(codes(reading, Severity.INFORMATION)).containsExactly("column-empty");
            assertThat(reading.rows()).hasSize(1);
        }

        @Test
        void missing_obligatory_columns_are_all_named_once_beside_the_cells_faults() {
            Map<String, String> row = rowWith("Ordning", "ukjent");
            row.remove("HPR-nummer");
            row.remove("Gruppeveiledning");
            Reading reading = reading(csv(row, row));
            assertThat(codes(reading, Severity.ERROR))
                    .containsExactly("column-missing", "column-missing", "word-unknown", "word-unknown");
            assertThat(reading.rows()).isEmpty();
        }

        @Test
        void a_column_twice_is_an_error() {
            assertThat(codes(
                            reading(csv(row())
                                    .replace("Navn;HPR", "Navn;Navn;HPR")
                                    .replace("\"Kari", "\"x\";\"Kari")),
                            Severity.ERROR))
                    .containsExactly("column-twice");
        }
    }

    @Nested
    class Cells {
        @ParameterizedTest
        @CsvSource({
            "01.09.2023,2023-09-01",
            "1.9.23,2023-09-01",
            "1.9.89,1989-09-01",
            "2023-09-01,2023-09-01",
            "01/09/2023,2023-09-01",
            "45170,2023-09-01",
            "2023-09-01T00:00:00,2023-09-01",
            "01.09.2023 00:00,2023-09-01"
        })
        void dates(String text, LocalDate date) {
            assertThat(entry(rowWith("Startdato spesialisering", text))
                            .training()
                            .start())
                    .isEqualTo(date);
        }

        @ParameterizedTest
        @CsvSource({
            "31.02.2023,date-no-day-2",
            "2023-13-01,date-no-month",
            "i fjor,date-form",
            "1.9,date-form",
            "00.00.0000,date-year",
            "september 2023,date-day-missing"
        })
        void what_is_no_date_is_refused_with_its_place_and_value(String text, String code) {
            Remark remark = only(rowWith("Startdato spesialisering", text));
            assertThat(remark.finding().field()).isEqualTo("rad 2, Startdato spesialisering");
            assertThat(remark.finding().value()).isEqualTo(text);
            assertThat(remark.finding().code()).isEqualTo("text." + code);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"30,5|305", "30.5|305", "30|300", "30,25|302", "0|0", "12 mnd|120"})
        void months_with_comma_or_point(String text, int tenths) {
            assertThat(entry(rowWith("Tellende tjeneste (md)", text))
                            .service()
                            .stated()
                            .months())
                    .isEqualTo(new Months(tenths));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "601", "to år", "1e9", "30,5,1"})
        void what_is_no_length_of_service_is_refused(String text) {
            assertThat(only(rowWith("Tellende tjeneste (md)", text)).finding().code())
                    .startsWith("text.months-");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9144889",
                    "9 144 889",
                    "9144889.0",
                    "9144889,0",
                    "HPR 9144889",
                    "009144889",
                    "9\u00a0144\u00a0889"
                })
        void hpr_numbers_as_people_and_spreadsheets_write_them(String text) {
            assertThat(entry(rowWith("HPR-nummer", text)).hpr()).isEqualTo(new HprNumber(9144889));
        }

        @ParameterizedTest
        @ValueSource(strings = {"91448X9", "0", "1234567890", "-5", "9144889,5"})
        void what_is_no_hpr_number_is_refused(String text) {
            assertThat(only(rowWith("HPR-nummer", text)).finding().code()).isEqualTo("waitlist.hpr-number-form");
        }

        @Test
        void words_of_each_fact() {
            Map<String, String> row = row();
            row.putAll(Map.of(
                    "Tilknytning", "Vikar",
                    "Vikariat til og med", "31.12.2027",
                    "Ordning", "GAMMEL ORDNING",
                    "Gruppeveiledning", "Ferdig",
                    "Tidligere avbrudd", "X",
                    "Permisjon innvilget", "søkt",
                    "Vikar", "ikke nødvendig",
                    "Tidligste start betyr mest", "ja",
                    "Bare ønskede avdelinger", "nei"));
            WaitlistEntry entry = entry(row);
            assertThat(entry.employment().kind()).isEqualTo(Affiliation.LOCUM);
            assertThat(entry.employment().to()).isEqualTo("2027-12-31");
            assertThat(entry.training().scheme()).isEqualTo(Scheme.OLD);
            assertThat(entry.progress().supervision()).isEqualTo(GroupSupervision.FINISHED);
            assertThat(entry.institution().interrupted()).isTrue();
            assertThat(entry.readiness().leave()).isEqualTo(LeaveStatus.APPLIED);
            assertThat(entry.readiness().locum()).isEqualTo(LocumStatus.NOT_NEEDED);
            assertThat(entry.wishes().weight()).isEqualTo(WishWeight.START);
        }

        @Test
        void a_word_that_is_none_is_refused_with_the_words_there_are() {
            Remark remark = only(rowWith("Tilknytning", "kanskje"));
            assertThat(remark.finding().code()).isEqualTo("waitlist.word-unknown");
            assertThat(Messages.text(remark.finding(), Messages.BOKMAL)).contains("«egen hjemmel»");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "vår 2027",
                    "Våren 2027",
                    "2027-V",
                    "2027V",
                    "V2027",
                    "v-2027",
                    "mars 2027",
                    "03.2027",
                    "01.03.2027",
                    "2027-03-01",
                    "2027 vår"
                })
        void half_years(String text) {
            assertThat(entry(rowWith("Ønsket oppstart", text)).wishes().earliestStart())
                    .isEqualTo(HalfYear.parse("2027-V"));
        }

        @Test
        void a_start_within_a_half_year_means_the_next_and_is_said() {
            Reading reading = reading(csv(rowWith("Ønsket oppstart", "april 2027")));
            assertThat(reading.rows().get(0).entry().wishes().earliestStart()).isEqualTo(HalfYear.parse("2027-H"));
            assertThat(codes(reading, Severity.INFORMATION)).containsExactly("half-year-after");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sommeren 2027", "2027", "vår", "V27", "40.03.2027"})
        void what_is_no_half_year_is_refused(String text) {
            assertThat(only(rowWith("Ønsket oppstart", text)).finding().code()).isEqualTo("waitlist.half-year-form");
        }

        @Test
        void wishes_in_numbered_columns_with_ties_and_refusals() {
            Map<String, String> row = row();
            row.put("Ønsket avdeling 2", "Geriatri = lungemedisinsk avd");
            row.put("Ønsket avdeling 1", "Akutt/psykiatri");
            row.put("Uønskede avdelinger", "ØNH");
            row.put("Blokkerte halvår", "høst 2027, 2028-V");
            WaitlistEntry entry = entry(row);
            assertThat(entry.wishes().ranked()).containsExactly(Set.of(PSYCHIATRY), Set.of(GERIATRICS, LUNG));
            assertThat(entry.wishes().refused()).containsExactly(Samples.ENT);
            assertThat(entry.wishes().blocked()).containsExactly(HalfYear.parse("2027-H"), HalfYear.parse("2028-V"));
        }

        @Test
        void an_unknown_department_is_refused_with_the_nearest() {
            Remark remark = only(rowWith("Ønsket avdeling 1", "Geriatrik"));
            assertThat(remark.finding().field()).isEqualTo("rad 2, Ønsket avdeling 1");
            assertThat(remark.finding().message().arguments()).containsExactly("Geriatrik", "Geriatrisk avdeling");
        }

        @Test
        void service_periods_and_approved_service() {
            Map<String, String> row = rowWith(
                    "Tjenesteperioder",
                    "01.09.2022 - 31.08.2024 80 % åpen (permisjon 01.02.2023 - 31.03.2023) | 1.9.24 – 50% ");
            row.put("Godkjent institusjonstjeneste", "Geriatri: 1,5 | Diakonhjemmet: 2");
            row.put("Gjenstående institusjonstjeneste (md)", "2,5");
            WaitlistEntry entry = entry(row);
            assertThat(entry.service().periods()).hasSize(2);
            assertThat(entry.service().periods().get(0).leaves()).hasSize(1);
            assertThat(entry.service().periods().get(1).days().to()).isNull();
            assertThat(entry.institution().departments()).containsExactly(GERIATRICS);
            assertThat(entry.institution().approved().get(1).elsewhere()).isEqualTo("Diakonhjemmet");
        }

        private static Remark only(Map<String, String> row) {
            Reading reading = reading(csv(row));
            assertThat(reading.rows()).isEmpty();
            assertThat(codes(reading, Severity.ERROR)).hasSize(1);
            return reading.remarks().stream()
                    .filter(Remark::isError)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class Area {
        @Test
        void a_lost_zero_is_put_back_and_said() {
            var oslo = new no.alisplass.domain.AreaCode("030110");
            var outcome = WaitlistReader.read(
                    csv(rowWith("Kommunenummer", "30110")).getBytes(StandardCharsets.UTF_8), oslo, Samples.RULES);
            Reading reading = ((no.alisplass.domain.Result.Done<Reading>) outcome).value();
            assertThat(reading.rows()).hasSize(1);
            assertThat(codes(reading, Severity.INFORMATION)).containsExactly("area-repaired");
        }

        @ParameterizedTest
        @CsvSource({"3207,area-of-another", "301,area-of-another", "Lillestrøm,area-form", "'',missing"})
        void a_row_of_another_area_or_none_is_refused(String area, String code) {
            assertThat(codes(reading(csv(rowWith("Kommunenummer", area))), Severity.ERROR))
                    .containsExactly(code);
        }
    }

    @Nested
    class Rows {
        @Test
        void good_rows_are_kept_beside_bad_ones_and_all_faults_are_told_with_their_row() {
            Map<String, String> bad = rowWith("HPR-nummer", "abc");
            bad.put("Ordning", "");
            bad.put("Fullførte læringsmål", "113");
            bad.put("Prioritet", "");
            Map<String, String> good = rowWith("HPR-nummer", "77");
            good.put("Prioritet", "2");
            Reading reading = reading(csv(row(), bad, good));
            assertThat(reading.rows()).extracting(Reading.Row::number).containsExactly(2, 4);
            assertThat(reading.rowsInFile()).isEqualTo(3);
            assertThat(reading.remarks()).allMatch(remark -> remark.row() == 3);
            assertThat(codes(reading, Severity.ERROR))
                    .containsExactlyInAnyOrder("hpr-number-form", "missing", "missing", "number-out-of-bounds");
        }

        @Test
        void an_identity_number_in_any_cell_is_refused_and_never_repeated() {
            for (String column :
                    new String[] {"Navn", "HPR-nummer", "Kommunenummer", "Merknad", "Eget felt", "Prioritet"}) {
                Reading reading = reading(csv(rowWith(column, "010190 12345")));
                assertThat(codes(reading, Severity.ERROR)).as(column).contains("identity-number");
                assertThat(reading.rows()).as(column).isEmpty();
                assertThat(reading.toString()).as(column).doesNotContain("12345");
            }
        }

        @Test
        void an_identity_number_above_the_rows_refuses_the_whole() {
            Reading reading = reading("Eier 01019012345;;;\r\n" + csv(row()));
            assertThat(reading.rows()).isEmpty();
            assertThat(reading.toString()).doesNotContain("12345");
        }

        @Test
        void a_list_without_doctors_is_an_error() {
            assertThat(codes(reading(csv(row()).lines().findFirst().orElseThrow()), Severity.ERROR))
                    .containsExactly("file-without-rows");
        }
    }
}
