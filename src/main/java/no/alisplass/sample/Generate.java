package no.alisplass.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.alisplass.domain.HalfYear;

/** Makes a sample round and writes its files: what {@code ./alis generate} does. */
public final class Generate {
    static final String MIXED = "mixed";
    static final String USAGE = """
            Makes a round of invented waitlists and writes its files. The same numbers give the same bytes.

              ./alis generate --out FOLDER [--doctors 65] [--seed 2028] [--half-year 2028-V] [--half-years 2]
                              [--format mixed|xlsx|csv-1252|csv-utf8|json] [--earlier SEED]

            --earlier: the seed of a round a year before, as large, of whose doctors some come again.
            """;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final List<String> NAMES =
            List.of("--out", "--doctors", "--seed", "--half-year", "--half-years", "--format", "--earlier");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Generate() {}

    /** {@code ./alis generate}. */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * Does what the arguments say and tells it.
     *
     * @return 0 when the files are written, 1 when they could not be, 2 when an argument is wrong (all of them are told)
     */
    public static int run(PrintStream out, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        return new Generate().generate(out, arguments);
    }

    private int generate(PrintStream out, String... arguments) {
        read(arguments);
        int doctors = (int) number("--doctors", 65, 1, Parameters.MAX_DOCTORS);
        long seed = number("--seed", 2028, Long.MIN_VALUE, Long.MAX_VALUE);
        int halfYears = (int) number("--half-years", 2, 1, Parameters.MAX_HALF_YEARS);
        Long earlier = given.containsKey("--earlier") ? earlier(seed) : null;
        HalfYear first = halfYear();
        List<ListFormat> formats = formats();
        Path folder = folder();
        if (!faults.isEmpty()) {
            faults.forEach(out::println);
            out.print(USAGE);
            return 2;
        }
        Parameters alone = new Parameters(doctors, seed, first, halfYears, SampleArea.AHUS, formats, null);
        SampleRound round = SampleRound.generate(earlier == null ? alone : alone.after(earlier));
        try {
            write(folder, new RoundFiles(round).all());
        } catch (IOException failed) {
            out.println("The files could not be written to " + folder + ": " + failed.getMessage());
            return 1;
        }
        out.println(doctors + " doctors on " + round.lists().size() + " lists in " + folder + ", from " + first
                + ", seed " + seed + ".");
        return 0;
    }

    private void read(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!NAMES.contains(name)) {
                faults.add("The option (" + name + ") is unknown. Maybe one of " + String.join(", ", NAMES) + ".");
            } else if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
                faults.add("The option " + name + " has no value. Write it after a space.");
                i--;
            } else if (given.put(name, arguments[i + 1]) != null) {
                faults.add("The option " + name + " is given twice. Write it once.");
            }
        }
    }

    private long number(String name, long otherwise, long least, long most) {
        String text = given.getOrDefault(name, String.valueOf(otherwise));
        if (!NUMBER.matcher(text).matches()) {
            faults.add("The number after " + name + " (" + text + ") must be written with digits only, at most 18.");
            return otherwise;
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            faults.add("The number after " + name + " (" + text + ") must be from " + least + " to " + most + ".");
            return otherwise;
        }
        return number;
    }

    private long earlier(long seed) {
        long earlier = number("--earlier", 0, Long.MIN_VALUE, Long.MAX_VALUE);
        if (Parameters.firstHpr(earlier) == Parameters.firstHpr(seed)) {
            faults.add("The number after --earlier (" + earlier + ") gives doctors the HPR numbers of this round's ("
                    + seed + "). Take another.");
        }
        return earlier;
    }

    private HalfYear halfYear() {
        String text = given.getOrDefault("--half-year", "2028-V");
        try {
            HalfYear first = HalfYear.parse(text);
            if (first.year() >= 2000 && first.year() <= 2090) {
                return first;
            }
            faults.add("The half-year (" + text + ") must be from 2000 to 2090.");
        } catch (IllegalArgumentException wrong) {
            faults.add(wrong.getMessage());
        }
        return null;
    }

    private List<ListFormat> formats() {
        String word = given.getOrDefault("--format", MIXED);
        if (word.equals(MIXED)) {
            return List.of(ListFormat.values());
        }
        return ListFormat.ofWord(word).map(List::of).orElseGet(() -> {
            faults.add("The format (" + word + ") must be mixed, xlsx, csv-1252, csv-utf8 or json.");
            return List.of();
        });
    }

    private Path folder() {
        String text = given.get("--out");
        if (text == null || text.isBlank()) {
            faults.add("The folder to write to is missing. Maybe add --out my-round.");
            return null;
        }
        try {
            Path folder = Path.of(text);
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                faults.add("The folder (" + text + ") exists and is not an empty folder. Name a new one after --out.");
            }
            return folder;
        } catch (InvalidPathException | IOException wrong) {
            faults.add("The folder (" + text + ") cannot be used: " + wrong.getMessage());
            return null;
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        }
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
