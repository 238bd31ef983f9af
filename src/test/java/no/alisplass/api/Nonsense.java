package no.alisplass.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what a caller may send: mostly fit for its place, and now and then nothing of the kind. */
final class Nonsense {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u00a0",
            "\u200b",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\u202edrawkcab",
            "\ufeffx",
            "\ud800",
            "x\udc00",
            "\uffff",
            "\ud83d\ude00",
            "Ŋuhkká",
            "e\u0301".repeat(60),
            "\u0301".repeat(2000),
            "x".repeat(5000),
            " ".repeat(5000),
            "1e-30000000",
            "1e999999999",
            "-0",
            "9".repeat(400),
            "0x1p-1074",
            "NaN",
            "26,5 md",
            "80 av 112",
            "31.02.2026",
            "mars 2023",
            "2027-02-28T23:00:00Z",
            "9999999-12-31",
            "-1",
            "99999999999999999999",
            "1.9",
            "'; DROP TABLE round; --",
            "<script>alert(1)</script>",
            "{x}",
            "${x}",
            "a\r\nSet-Cookie: x=y",
            "../../etc/passwd",
            "%00",
            "%",
            "null",
            "true");
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e-30000000",
            "1e999999999",
            "9".repeat(1200),
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[".repeat(1500) + "]".repeat(1500),
            "{\"a\":".repeat(1200) + "1" + "}".repeat(1200),
            "\"\"",
            "{\"x\":1,\"x\":2}",
            "NaN",
            "'a'",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"open",
            "0001",
            "+1",
            ",",
            "\u00e6");

    private final Random random;

    Nonsense(Random random) {
        this.random = random;
    }

    boolean now(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        return one(TEXTS);
    }

    /** JSON of that type, with something unfit in it now and then. */
    String json(Type type, String name) {
        if (now(0.06)) {
            return now(0.5) ? one(JSON) : quoted(text());
        }
        if (type instanceof ParameterizedType list) {
            int size = random.nextInt(4);
            return IntStream.range(0, size)
                    .mapToObj(each -> json(list.getActualTypeArguments()[0], name))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return Arrays.stream(raw.getRecordComponents())
                    .filter(each -> !now(0.08))
                    .map(this::member)
                    .collect(Collectors.joining(",", "{", now(0.02) ? "" : "}"));
        }
        return leaf(raw, name);
    }

    private String member(RecordComponent component) {
        String member = quoted(component.getName()) + ":" + json(component.getGenericType(), component.getName());
        return now(0.02) ? member + "," + member : member;
    }

    private String leaf(Class<?> raw, String name) {
        if (raw == String.class) {
            return quoted(known(name));
        }
        if (raw.isEnum()) {
            return quoted(one(Arrays.asList(raw.getEnumConstants())).toString());
        }
        if (raw == LocalDate.class) {
            return quoted(LocalDate.of(2069, 1, 1).plusDays(random.nextInt(900)).toString());
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return String.valueOf(random.nextBoolean());
        }
        return String.valueOf(now(0.1) ? random.nextInt() : random.nextInt(12));
    }

    /** What stands in a place of that name when nothing is wrong. */
    String known(String name) {
        return switch (name) {
            case "hospital" -> "fuzz";
            case "department", "refused", "ranked" -> "fuzz-geriatri";
            case "position", "positionId" -> "fuzz-geriatri-1";
            case "halfYear", "halfYears", "earliestStart", "blocked", "from", "to" -> "2070-V";
            case "area", "code" -> "9701";
            case "policyId" -> "ahus-2020";
            case "round" -> "fuzz-2070";
            case "organisationNumber" -> "971524960";
            case "hprNumber", "hpr" -> String.valueOf(990_000_000 + random.nextInt(500));
            case "roles" -> "planner";
            case "username" -> "fuzz-nobody-" + random.nextInt(1000);
            case "password" -> "et-langt-nok-passord";
            case "number", "version", "vacancyId", "first", "second", "page", "size" ->
                String.valueOf(random.nextInt(4));
            case "format" -> "csv";
            case "mode" -> "commit";
            case "email" -> "kari@kommune.no";
            default -> "Tekst " + random.nextInt(1000);
        };
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            json.append(
                    sign < 0x20 || sign == '"' || sign == '\\' || Character.isSurrogate(sign)
                            ? String.format("\\u%04x", (int) sign)
                            : String.valueOf(sign));
        }
        return json.append('"').toString();
    }
}
