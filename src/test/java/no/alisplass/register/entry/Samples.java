package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.platform.Messages;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;

/** A sound list in its simplest form, for tests to break in one place. */
public final class Samples {
    public static final AreaCode LILLESTROM = new AreaCode("3205");
    public static final DepartmentId GERIATRICS = new DepartmentId("ahus-geriatri");
    public static final DepartmentId LUNG = new DepartmentId("ahus-lunge");
    public static final DepartmentId ENT = new DepartmentId("ahus-onh");
    public static final DepartmentId PSYCHIATRY = new DepartmentId("ahus-akuttpsykiatri");
    /** Of a hospital that does not serve the area. */
    public static final DepartmentId OUTSIDE = new DepartmentId("ous-lunge");

    public static final DepartmentNames DEPARTMENTS = new DepartmentNames(
            new TreeMap<>(Map.of(
                    GERIATRICS, List.of("Geriatrisk avdeling", "Geriatri"),
                    LUNG, List.of("Lungemedisinsk avdeling", "Lunge"),
                    ENT, List.of("Øre-nese-hals", "ØNH"),
                    PSYCHIATRY, List.of("Akuttpsykiatrisk avdeling", "Akutt/psykiatri"))),
            Map.of(OUTSIDE, List.of("Lungeavdelingen")));
    public static final LocalDate TODAY = LocalDate.of(2026, 8, 15);
    static final HalfYear SPRING = HalfYear.parse("2027-V");
    static final HalfYear AUTUMN = HalfYear.parse("2027-H");
    public static final ListRules RULES =
            new ListRules(TODAY, List.of(SPRING, AUTUMN), DEPARTMENTS, new Counting(SPRING.start(), false));

    private Samples() {}

    /** A sound row by column name. */
    public static Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Prioritet", "1");
        row.put("Navn", "Kari Nordmann");
        row.put("HPR-nummer", "9144889");
        row.put("Kommunenummer", "3205");
        row.put("Tilknytning", "fast ansatt");
        row.put("Ordning", "ny");
        row.put("Tellende tjeneste (md)", "30,5");
        row.put("Åpen uselektert praksis (md)", "24");
        row.put("Fullførte læringsmål", "70");
        row.put("Fullførte læringsaktiviteter", "8");
        row.put("Gruppeveiledning", "påbegynt");
        row.put("Gjenstående institusjonstjeneste (md)", "6");
        return row;
    }

    public static Map<String, String> rowWith(String column, String value) {
        Map<String, String> row = row();
        row.put(column, value);
        return row;
    }

    /** CSV with semicolons: the names of the first row's columns, then the rows. */
    @SafeVarargs
    public static String csv(Map<String, String>... rows) {
        StringBuilder text = new StringBuilder(String.join(";", rows[0].keySet())).append("\r\n");
        for (Map<String, String> row : rows) {
            text.append(rows[0].keySet().stream()
                            .map(column -> "\"" + row.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(";")))
                    .append("\r\n");
        }
        return text.toString();
    }

    public static Result<Reading> read(byte[] file) {
        return WaitlistReader.read(file, LILLESTROM, RULES);
    }

    public static Reading reading(byte[] file) {
        Result<Reading> outcome = read(file);
        org.assertj.core.api.Assertions.assertThat(outcome).isInstanceOf(Result.Done.class);
        return ((Result.Done<Reading>) outcome).value();
    }

    public static Reading reading(String csv) {
        return reading(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The entry of a file that must be sound. */
    public static WaitlistEntry entry(Map<String, String> row) {
        Reading reading = reading(csv(row));
        org.assertj.core.api.Assertions.assertThat(codes(reading, Severity.ERROR))
                .isEmpty();
        return reading.rows().get(0).entry();
    }

    public static WaitlistEntry entry() {
        return entry(row());
    }

    public static List<String> codes(Reading reading, Severity severity) {
        return codes(reading.remarks(), severity);
    }

    public static List<String> codes(List<Remark> remarks, Severity severity) {
        return remarks.stream()
                .filter(remark -> remark.severity() == severity)
                .map(remark -> code(remark.finding()))
                .toList();
    }

    /** Of one of our own findings without the room; of the common readers' faults in full. */
    static String code(Finding finding) {
        return finding.code().replaceFirst("^waitlist\\.", "");
    }

    public static String refusal(byte[] file) {
        return code(((Result.Refused<Reading>) read(file)).findings().get(0));
    }

    /** Every error and warning with its place, as it is read in bokmål. */
    public static List<String> told(Reading reading) {
        return reading.remarks().stream()
                .filter(remark -> remark.severity() != Severity.INFORMATION)
                .map(remark -> remark.finding().field() + ": " + Messages.text(remark.finding(), Messages.BOKMAL))
                .toList();
    }

    /** What is said of entries, as a municipality's program sends them. */
    static List<Remark> check(WaitlistEntry... entries) {
        Remarks remarks = new Remarks(Remarks.OF_JSON);
        Map<Integer, WaitlistEntry> byRow = new TreeMap<>();
        for (WaitlistEntry entry : entries) {
            byRow.put(byRow.size() + 1, entry);
        }
        RULES.check(byRow, remarks);
        return remarks.inOrder();
    }

    static List<String> errors(UnaryOperator<EntryBuilder> change) {
        return codes(check(change.apply(new EntryBuilder(entry())).build()), Severity.ERROR);
    }

    static List<String> warnings(UnaryOperator<EntryBuilder> change) {
        return codes(check(change.apply(new EntryBuilder(entry())).build()), Severity.WARNING);
    }

    static Set<DepartmentId> set(DepartmentId... ids) {
        return Set.of(ids);
    }
}
