package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;
import no.alisplass.register.file.WaitlistWriter;
import no.alisplass.register.grid.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

public class WaitlistRoundTripTest {
    @Property(tries = 300)
    void what_is_exported_reads_back_the_same(
            @ForAll FileFormat format,
            @ForAll @IntRange(min = 1, max = 8) int doctors,
            @ForAll long seed,
            @ForAll("texts") String text) {
        List<WaitlistEntry> entries = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < doctors; i++) {
            entries.add(entry(i + 1, random, text));
        }
        byte[] file = WaitlistWriter.write(format, entries, Samples.LILLESTROM, Samples.DEPARTMENTS);
        Result<Reading> outcome = WaitlistReader.read(file, Samples.LILLESTROM, Samples.RULES);
        assertThat(outcome).isInstanceOf(Result.Done.class);
        Reading reading = ((Result.Done<Reading>) outcome).value();
        assertThat(Samples.codes(reading, Severity.ERROR)).isEmpty();
        // Compared fact by fact: the entry's own text says nothing of the person.
        assertThat(reading.entries()).isEqualTo(entries);
    }

    @ParameterizedTest
    @EnumSource
    void the_template_reads_as_a_list_without_doctors(FileFormat format) {
        Reading reading = Samples.reading(WaitlistWriter.template(format, Samples.DEPARTMENTS));
        assertThat(Samples.codes(reading, Severity.ERROR)).containsExactly("file-without-rows");
        assertThat(Samples.codes(reading, Severity.INFORMATION)).containsExactly("example-skipped");
        assertThat(Samples.codes(reading, Severity.WARNING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_looks_like_something_else_stays_that_text(FileFormat format) {
        for (String text : List.of(
                "_x0041_ og _x000D_",
                "linje én\nlinje to",
                "👩‍⚕ på øya",
                "0301",
                "1e5",
                "01.02.2023",
                "12,50",
                "ja; nei, \"kanskje\"",
                "<b>&amp;</b>")) {
            WaitlistEntry entry =
                    new EntryBuilder(Samples.entry()).with(b -> b.note = text).build();
            byte[] file = WaitlistWriter.write(format, List.of(entry), Samples.LILLESTROM, Samples.DEPARTMENTS);
            assertThat(Samples.reading(file).entries()).as(text).containsExactly(entry);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_a_spreadsheet_would_run_is_harmless(FileFormat format) {
        for (String text : List.of("=1+1", "+47 22", "-x", "@SUM(A1)", "'=x", "''")) {
            WaitlistEntry entry =
                    new EntryBuilder(Samples.entry()).with(b -> b.note = text).build();
            byte[] file = WaitlistWriter.write(format, List.of(entry), Samples.LILLESTROM, Samples.DEPARTMENTS);
            assertThat(Samples.reading(file).entries()).containsExactly(entry);
            if (format == FileFormat.CSV) {
                assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8))
                        .contains("'" + text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Geriatrisk avdeling",
                "geriatri",
                "ØNH",
                "Geriatrisk avdeling (annet sykehus)",
                "ahus-geriatri",
                "Psykiatri",
                "-",
                "ingen",
                "Diakonhjemmet: geriatri"
            })
    void service_at_another_hospital_stays_there_whatever_the_department_is_called(String place) {
        WaitlistEntry entry = new EntryBuilder(Samples.entry())
                .with(b -> {
                    b.approved = List.of(new ApprovedMonths(null, place, Months.of(3)));
                    b.monthsLeft = Months.of(3);
                })
                .build();
        assertThat(roundTrips(entry)).containsOnly(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-V", "1990-H", "2099-H", "2100-V"})
    void half_years_at_the_edges_come_back(String half) {
        WaitlistEntry entry = new EntryBuilder(Samples.entry())
                .with(b -> {
                    b.blocked = Set.of(HalfYear.parse(half));
                    b.earliest = HalfYear.parse(half);
                })
                .build();
        assertThat(roundTrips(entry)).containsOnly(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "–", "ingen", "n/a", "ja?", "linje 1\nlinje 2", "Sum", "Eksempel", "0"})
    void notes_come_back_as_they_are(String note) {
        WaitlistEntry entry =
                new EntryBuilder(Samples.entry()).with(b -> b.note = note).build();
        assertThat(roundTrips(entry)).containsOnly(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sum", "Totalt: 3", "Eksempel", "Navn", "ingen", "Oppdatert av Kari", "李 明", "O'Brien", "'Anne"})
    void names_come_back_as_they_are(String name) {
        WaitlistEntry entry =
                new EntryBuilder(Samples.entry()).with(b -> b.name = name).build();
        assertThat(roundTrips(entry)).containsOnly(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "#N/A,text-is-error",
        "#I/T,text-is-error",
        "########,text-is-error",
        "-,name-form",
        "12,name-form",
        "?,name-form"
    })
    void a_name_that_would_not_come_back_is_refused_at_entry(String name, String code) {
        assertThat(Samples.errors(b -> b.with(each -> each.name = name))).containsExactly(code);
    }

    private static List<WaitlistEntry> roundTrips(WaitlistEntry entry) {
        assertThat(Samples.codes(Samples.check(entry), Severity.ERROR)).isEmpty();
        List<WaitlistEntry> read = new ArrayList<>();
        for (FileFormat format : FileFormat.values()) {
            Reading reading = Samples.reading(
                    WaitlistWriter.write(format, List.of(entry), Samples.LILLESTROM, Samples.DEPARTMENTS));
            assertThat(reading.entries())
                    .as(format + " " + Samples.told(reading))
                    .hasSize(1);
            read.addAll(reading.entries());
        }
        return read;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aåøæ ,;\"'=+-@|/\n\t\r&<>#\u00a0€😀")
                .ofMaxLength(60)
                .injectNull(0.1)
                .filter(text -> text == null || !Grid.isFormulaError(text.strip()));
    }

    public static WaitlistEntry entry(int number, Random random, String text) {
        return new EntryBuilder(Samples.entry())
                .with(b -> {
                    b.priority = number;
                    b.hpr = new HprNumber(number * 1_000_000 + random.nextInt(1_000_000));
                    b.name = "Lege " + (text == null ? "" : text) + number;
                    b.note = text;
                    b.email = random.nextBoolean() ? "lege" + number + "@kommune.no" : null;
                    b.affiliation = random.nextInt(4) == 0 ? null : pick(random, Affiliation.values());
                    b.affiliationFrom = random.nextBoolean() ? day(random) : null;
                    b.affiliationTo = LocalDate.of(2028, 1, 1 + random.nextInt(28));
                    b.scheme = pick(random, Scheme.values());
                    b.start = random.nextBoolean() ? day(random) : null;
                    b.service = new Months(random.nextInt(6001));
                    b.openPractice = new Months(random.nextInt(6001));
                    b.objectives = random.nextInt(113);
                    b.activities = random.nextInt(100);
                    b.supervision = pick(random, GroupSupervision.values());
                    b.monthsLeft = new Months(random.nextInt(61));
                    b.interrupted = random.nextBoolean();
                    b.leave = pick(random, LeaveStatus.values());
                    b.locum = pick(random, LocumStatus.values());
                    b.weight = pick(random, WishWeight.values());
                    b.wholeOnly = random.nextBoolean();
                    b.earliest = random.nextBoolean() ? HalfYear.parse("2027-H") : null;
                    b.blocked = random.nextBoolean()
                            ? Set.of(HalfYear.parse("2028-V"), HalfYear.parse("2027-V"))
                            : Set.of();
                    wishes(b, random);
                    service(b, random);
                })
                .build();
    }

    private static void wishes(EntryBuilder b, Random random) {
        List<DepartmentId> ids =
                new ArrayList<>(List.of(Samples.GERIATRICS, Samples.LUNG, Samples.ENT, Samples.PSYCHIATRY));
        Collections.shuffle(ids, random);
        List<Set<DepartmentId>> ranked = new ArrayList<>();
        int wished = random.nextInt(5);
        for (DepartmentId id : ids.subList(0, wished)) {
            if (!ranked.isEmpty() && random.nextBoolean()) {
                ranked.get(ranked.size() - 1).add(id);
            } else {
                ranked.add(new TreeSet<>(Set.of(id)));
            }
        }
        b.ranked = ranked;
        b.refused = random.nextBoolean() ? new HashSet<>(ids.subList(wished, ids.size())) : Set.of();
        b.onlyRanked = wished > 0 && random.nextBoolean();
    }

    private static void service(EntryBuilder b, Random random) {
        List<ServicePeriod> periods = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate from = day(random);
            LocalDate to = random.nextBoolean() ? from.plusDays(100 + random.nextInt(400)) : null;
            List<DateRange> leaves = random.nextBoolean()
                    ? List.of(
                            new DateRange(from, from.plusDays(3)),
                            new DateRange(from.plusDays(9), to == null ? null : to))
                    : List.of();
            periods.add(new ServicePeriod(
                    new DateRange(from, to),
                    1 + random.nextInt(100),
                    pick(random, ServicePeriod.Kind.values()),
                    leaves));
        }
        b.periods = periods;
        if (!periods.isEmpty() && random.nextBoolean()) {
            b.service = null;
            b.openPractice = null;
        }
        b.approved = random.nextBoolean()
                ? List.of(
                        new ApprovedMonths(Samples.LUNG, null, new Months(1 + random.nextInt(60))),
                        new ApprovedMonths(null, "Lovisenberg: post 2; annet", Months.of(3)))
                : List.of();
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3000));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
