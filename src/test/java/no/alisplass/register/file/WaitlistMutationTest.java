package no.alisplass.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.CsvWriter;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.entry.WaitlistRoundTripTest;
import no.alisplass.waitlist.WaitlistContent;

/**
 * Good files with something done to them, as people, programs and the post do: each doctor is read to the same entry, or
 * there is a remark at the doctor's row or about the whole; never another entry without a remark. What is done never makes
 * another true value of a cell ("30" of "31"), for no reader could see that.
 */
class WaitlistMutationTest {
    private static final List<String> BEHIND = List.of(
            "?",
            " ?",
            "!",
            " *",
            " (usikker)",
            " (kun høst)",
            " ca",
            " evt. mer",
            ", men ikke sikkert",
            " fra 2025",
            " + 3",
            " / nei",
            " 50 %",
            "\nandre linje",
            "; 7",
            " og noe til",
            " = 4",
            " | x",
            "…",
            " - ",
            " t.o.m.");
    private static final List<String> BEFORE =
            List.of("ca. ", "~", "minst ", "kanskje ", "> ", "se: ", "?", "trolig ", "0 ");
    private static final List<String> INSTEAD = List.of(
            "se merknad", "?", "ukjent", "#REF!", "#VERDI!", "#I/T", "x y z", "vet ikke", "snart", "*", "########");
    private static final List<String> UNSEEN =
            List.of("\u00a0", "\u200b", "\u200e", "\u202f", "\ufeff", "\u00ad", "\u2009", "\u2007", "\u2060", " ");
    private static final List<String> DASHES = List.of("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212");

    /** Any text is a name or a note, and an address may begin with anything and be in capitals. */
    private static final Set<String> FREE = Set.of("Navn", "Merknad");

    /** A file as rows of cells, and on which row each doctor stands. */
    private static final class Table {
        final List<List<String>> rows = new ArrayList<>();
        final List<List<String>> doctors = new ArrayList<>();

        int row(List<String> doctor) {
            return IntStream.range(0, rows.size())
                            .filter(i -> rows.get(i) == doctor)
                            .findFirst()
                            .orElseThrow()
                    + 1;
        }

        List<String> names() {
            return rows.stream()
                    .filter(row -> row.contains("HPR-nummer"))
                    .findFirst()
                    .orElse(rows.get(0));
        }
    }

    private record Mutation(String name, BiConsumer<Table, Random> change) {}

    private static final List<Mutation> CELLS = List.of(
            cell("behind", (text, random) -> text + pick(BEHIND, random)),
            cell("before", (text, random) -> pick(BEFORE, random) + text),
            cell("instead", (text, random) -> pick(INSTEAD, random)),
            cell("unseen", (text, random) -> within(text, pick(UNSEEN, random), random)),
            cell("case", (text, random) -> random.nextBoolean() ? text.toUpperCase() : text.toLowerCase()),
            cell("dashes", (text, random) -> text.replace("-", pick(DASHES, random))),
            cell("around", (text, random) -> pick(UNSEEN, random) + text + pick(UNSEEN, random)),
            cell("twice", (text, random) -> text.isBlank() ? text : text + " " + text),
            cell(
                    "cut",
                    (text, random) -> text.chars().anyMatch(Character::isDigit) || text.length() < 4
                            ? text
                            : text.substring(0, text.length() - 1 - random.nextInt(2))));

    private static final List<Mutation> STRUCTURE = List.of(
            new Mutation("blank row", (table, random) -> table.rows.add(at(table, random), blank(table))),
            new Mutation("row of odd spaces", (table, random) -> {
                List<String> row = blank(table);
                row.replaceAll(cell -> pick(UNSEEN, random));
                table.rows.add(at(table, random), row);
            }),
            new Mutation("footnote", (table, random) -> table.rows.add(with(table, 0, "Oppdatert av Kari 1.3.2027"))),
            new Mutation("total", (table, random) -> {
                List<String> row = with(table, 0, "Sum");
                row.set(table.names().indexOf("Tellende tjeneste (md)"), "123,5");
                table.rows.add(row);
            }),
            new Mutation("total under the names", (table, random) -> table.rows.add(with(table, 1, "Totalt: 4 leger"))),
            new Mutation(
                    "names again",
                    (table, random) -> table.rows.add(at(table, random), new ArrayList<>(table.names()))),
            new Mutation(
                    "title",
                    (table, random) -> table.rows.add(0, with(table, 0, "ALIS-oversikt – oppdatert 1.3.2027"))),
            new Mutation("groups above", (table, random) -> {
                List<String> row = blank(table);
                row.set(0, "Lege");
                row.set(4, "Kommune");
                row.set(12, "Tjeneste");
                table.rows.add(0, row);
            }),
            new Mutation("rows in another order", (table, random) -> {
                List<String> names = table.rows.remove(0);
                Collections.shuffle(table.rows, random);
                table.rows.add(0, names);
            }),
            new Mutation("columns in another order", (table, random) -> {
                List<Integer> order = new ArrayList<>(
                        IntStream.range(0, table.names().size()).boxed().toList());
                Collections.shuffle(order, random);
                for (List<String> row : table.rows) {
                    List<String> before = List.copyOf(row);
                    for (int i = 0; i < order.size(); i++) {
                        row.set(i, before.get(order.get(i)));
                    }
                }
            }),
            new Mutation("a column twice", (table, random) -> {
                int column = random.nextInt(table.names().size());
                table.rows.forEach(row -> row.add(row.get(column)));
            }),
            new Mutation("an own column", (table, random) -> {
                table.rows.forEach(row -> row.add("noe"));
                table.rows
                        .get(0)
                        .set(table.rows.get(0).size() - 1, pick(List.of("Telefon", "Kontor", "", "Annet"), random));
            }),
            new Mutation("a name of a column longer", (table, random) -> {
                int column = random.nextInt(table.names().size());
                table.names()
                        .set(
                                column,
                                table.names().get(column) + pick(List.of(" og annet", " 2027", " ?", " (ca)"), random));
            }),
            new Mutation("a name of a column misspelt", (table, random) -> {
                int column = random.nextInt(table.names().size());
                String name = table.names().get(column);
                int place = random.nextInt(name.length());
                table.names().set(column, name.substring(0, place) + name.substring(place + 1));
            }),
            new Mutation("a name of a column gone", (table, random) -> table.names()
                    .set(random.nextInt(table.names().size()), "")),
            new Mutation("an obligatory column gone", (table, random) -> {
                int column = table.names()
                        .indexOf(pick(List.of("HPR-nummer", "Ordning", "Tilknytning", "Gruppeveiledning"), random));
                table.rows.forEach(row -> row.remove(column));
            }),
            new Mutation("a doctor without name and number", (table, random) -> {
                List<String> doctor = table.doctors.get(random.nextInt(table.doctors.size()));
                doctor.set(table.names().indexOf("Navn"), "");
                doctor.set(table.names().indexOf("HPR-nummer"), "");
            }),
            new Mutation(
                    "a doctor twice",
                    (table, random) ->
                            table.rows.add(new ArrayList<>(table.doctors.get(random.nextInt(table.doctors.size()))))),
            new Mutation("cells moved on", (table, random) -> {
                List<String> doctor = table.doctors.get(random.nextInt(table.doctors.size()));
                doctor.add(random.nextInt(5), "");
            }));

    @Property(tries = 500, seed = "2027", shrinking = ShrinkingMode.OFF)
    void a_file_with_something_done_to_it_is_read_the_same_or_remarked(
            @ForAll FileFormat format,
            @ForAll @IntRange(min = 1, max = 5) int doctors,
            @ForAll @IntRange(max = 99) int kind,
            @ForAll long seed) {
        Random random = new Random(seed);
        Table table = new Table();
        Map<HprNumber, WaitlistEntry> entries = new HashMap<>();
        Map<HprNumber, List<String>> rows = new HashMap<>();
        RowWriter writer = new RowWriter(FileKind.LIST, Samples.LILLESTROM, Samples.DEPARTMENTS);
        table.rows.add(new ArrayList<>(RowWriter.headers(FileKind.LIST)));
        for (int i = 0; i < doctors; i++) {
            WaitlistEntry entry = WaitlistRoundTripTest.entry(i + 1, random, "merk " + i);
            List<String> row = writer.cells(ReadRow.of(entry)).stream()
                    .map(WaitlistMutationTest::text)
                    .collect(Collectors.toCollection(ArrayList::new));
            entries.put(entry.hpr(), entry);
            rows.put(entry.hpr(), row);
            table.doctors.add(row);
            table.rows.add(row);
        }
        Set<String> before = new HashSet<>();
        Samples.reading(file(table, FileFormat.XLSX, random)).remarks().forEach(remark -> before.add(told(remark)));
        List<Mutation> mutations = kind < 60 ? CELLS : STRUCTURE;
        Mutation mutation = mutations.get(random.nextInt(mutations.size()));
        mutation.change().accept(table, random);
        Result<Reading> outcome = WaitlistReader.read(file(table, format, random), Samples.LILLESTROM, Samples.RULES);
        if (outcome instanceof Result.Refused<Reading> refused) {
            assertThat(refused.findings()).isNotEmpty();
            return;
        }
        Reading reading = ((Result.Done<Reading>) outcome).value();
        List<Remark> remarks = reading.remarks().stream()
                .filter(remark -> !before.contains(told(remark)))
                .toList();
        Map<HprNumber, WaitlistEntry> read = new HashMap<>();
        reading.rows().forEach(row -> read.put(row.entry().hpr(), row.entry()));
        entries.forEach((hpr, entry) -> {
            int row = table.row(rows.get(hpr));
            boolean remarked = remarks.stream().anyMatch(remark -> remark.row() == null || remark.row() == row);
            assertThat(entry.equals(read.get(hpr)) || remarked)
                    .as(
                            "%s, row %d of %s%nbefore %s%nafter %s",
                            mutation.name(), row, table.rows, show(entry), show(read.get(hpr)))
                    .isTrue();
        });
        assertThat(entries.keySet())
                .as("%s makes no doctor of %s", mutation.name(), table.rows)
                .containsAll(read.keySet().stream()
                        .filter(hpr -> remarks.stream().noneMatch(remark -> remark.row() == null))
                        .filter(hpr -> reading.rows().stream()
                                .filter(row -> row.entry().hpr().equals(hpr))
                                .noneMatch(row -> remarks.stream().anyMatch(remark -> Integer.valueOf(row.number())
                                        .equals(remark.row()))))
                        .toList());
    }

    @Property(tries = 60, seed = "2028", shrinking = ShrinkingMode.OFF)
    void a_file_in_another_encoding_is_read_the_same_or_remarked(
            @ForAll @IntRange(min = 1, max = 3) int doctors,
            @ForAll @IntRange(max = 8) int charset,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<WaitlistEntry> entries = new ArrayList<>();
        for (int i = 0; i < doctors; i++) {
            entries.add(WaitlistRoundTripTest.entry(i + 1, random, "Bjørg Ærlig på Årnes"));
        }
        String text = new String(
                WaitlistWriter.write(FileFormat.CSV, entries, Samples.LILLESTROM, Samples.DEPARTMENTS),
                StandardCharsets.UTF_8);
        String bare = text.substring(1);
        String name = List.of(
                        "UTF-8",
                        "UTF-16LE",
                        "UTF-16BE",
                        "windows-1252",
                        "IBM850",
                        "IBM865",
                        "x-MacRoman",
                        "ISO-8859-1",
                        "ISO-8859-15")
                .get(charset);
        String sent = name.startsWith("UTF") && random.nextBoolean() ? text : bare;
        Result<Reading> outcome = Samples.read(sent.getBytes(Charset.forName(name)));
        if (outcome instanceof Result.Done<Reading> done) {
            Reading reading = done.value();
            boolean remarked = reading.remarks().stream().anyMatch(remark -> remark.row() == null);
            assertThat(remarked || reading.entries().equals(entries))
                    .as(name + " "
                            + reading.entries().stream()
                                    .map(WaitlistEntry::name)
                                    .toList())
                    .isTrue();
        }
    }

    /** What is said and of which cell, in whatever row: rows may have moved. */
    private static String told(Remark remark) {
        return remark.finding().field().replaceFirst("^rad [0-9]+", "")
                + remark.finding().code()
                + remark.finding().message().arguments();
    }

    private static Mutation cell(String name, java.util.function.BiFunction<String, Random, String> change) {
        return new Mutation(name, (table, random) -> {
            List<String> doctor = table.doctors.get(random.nextInt(table.doctors.size()));
            int column = random.nextInt(doctor.size());
            while (FREE.contains(table.names().get(column))
                    || table.names().get(column).equals("E-post") && (name.equals("before") || name.equals("case"))) {
                column = random.nextInt(doctor.size());
            }
            doctor.set(column, change.apply(doctor.get(column), random));
        });
    }

    private static byte[] file(Table table, FileFormat format, Random random) {
        List<List<Object>> rows =
                table.rows.stream().map(row -> List.<Object>copyOf(row)).toList();
        byte[] file =
                format == FileFormat.CSV ? CsvWriter.write(rows) : XlsxWriter.write(FileKind.LIST, rows, List.of());
        if (format == FileFormat.XLSX || random.nextInt(3) > 0) {
            return file;
        }
        String text = new String(file, StandardCharsets.UTF_8);
        return switch (random.nextInt(3)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 1 -> text.substring(1).getBytes(StandardCharsets.UTF_8);
            default -> text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String text(Object cell) {
        if (cell instanceof LocalDate date) {
            return CellValues.write(date);
        }
        return cell instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : String.valueOf(cell);
    }

    private static int at(Table table, Random random) {
        return 1 + random.nextInt(table.rows.size());
    }

    private static List<String> blank(Table table) {
        return new ArrayList<>(Collections.nCopies(table.names().size(), ""));
    }

    private static List<String> with(Table table, int column, String text) {
        List<String> row = blank(table);
        row.set(column, text);
        return row;
    }

    private static String within(String text, String sign, Random random) {
        int place = random.nextInt(text.length() + 1);
        return text.substring(0, place) + sign + text.substring(place);
    }

    private static String show(WaitlistEntry entry) {
        return entry == null ? "nothing" : WaitlistContent.write(List.of(entry));
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
