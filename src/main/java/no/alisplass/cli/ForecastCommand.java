package no.alisplass.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.forecast.file.ForecastFolder;
import no.alisplass.forecast.file.ForecastText;

/** {@code forecast <folder>}: works out what the plan in a folder comes to, tells it and writes it. */
public final class ForecastCommand {
    static final String USAGE = """
            Works out what a plan of positions comes to over the years: queue, waiting, who begins when, how many positions it takes.

              ./alis forecast FOLDER [--out FOLDER/forecast] [--seed N] [--replications N] [--threads N]

            The folder holds plan.yaml, areas.yaml, register/ (a file for each area) and, if you will, assumptions.yaml and policies/:
            docs/forecast.md. The same folder and numbers give the same bytes, whatever the number of threads.
            """;

    private static final List<String> NAMES = List.of("--out", "--seed", "--replications", "--threads");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final PrintStream out;
    private final PrintStream err;

    private ForecastCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the process with 0 when the forecast is written, 1 when it could not be, 2 when the folder or an option is wrong. */
    public static void main(String... arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        return new ForecastCommand(out, err).run(arguments);
    }

    private int run(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            err.print(USAGE);
            return 2;
        }
        options(arguments);
        Long seed = number("--seed", 0, Integer.MAX_VALUE);
        Long replications = number("--replications", 1, Forecast.MOST_REPLICATIONS);
        Long threads = number("--threads", 1, Forecast.MOST_THREADS);
        Path folder = folder(arguments[0]);
        Path to = folder == null
                ? null
                : given.containsKey("--out") ? path(given.get("--out")) : folder.resolve("forecast");
        if (!faults.isEmpty()) {
            faults.forEach(err::println);
            return 2;
        }
        try {
            ForecastFolder read = ForecastFolder.read(folder);
            if (read.input() == null) {
                err.println("The folder cannot be used:");
                read.faults().forEach(fault -> err.println("  " + fault));
                return 2;
            }
            work(
                    read,
                    seed == null ? read.seed() : seed,
                    replications == null ? read.replications() : replications.intValue(),
                    threads == null ? processors() : threads.intValue(),
                    to);
            return 0;
        } catch (IOException failed) {
            err.println("A file could not be read or written: " + failed.getMessage());
            return 1;
        }
    }

    private static int processors() {
        return Math.min(Forecast.MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    private void work(ForecastFolder read, long seed, int replications, int threads, Path to) throws IOException {
        ForecastResult result = Forecast.of(read.input(), seed, replications, threads);
        BackwardsResult backwards = read.goal() == null
                ? null
                : Backwards.search(read.input(), read.goal(), seed, read.goalReplications(), threads);
        String summary = ForecastText.of(result, backwards, read.withoutNeed());
        Files.createDirectories(to);
        if (backwards == null) {
            // One of an earlier goal would look like part of this result.
            Files.deleteIfExists(to.resolve("backwards.csv"));
        }
        for (Map.Entry<String, byte[]> file :
                ForecastFiles.of(result, backwards, summary).entrySet()) {
            Files.write(to.resolve(file.getKey()), file.getValue());
        }
        out.print(summary);
        out.println();
        out.println("Written to " + to + ": forecast.json, forecast.txt and tables as CSV.");
    }

    private void options(String... arguments) {
        for (int i = 1; i < arguments.length; i += 2) {
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

    private Long number(String name, long least, long most) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            faults.add("The number after " + name + " (" + text + ") must be a whole number from " + least + " to "
                    + most + ".");
            return null;
        }
        return Long.parseLong(text);
    }

    private Path folder(String text) {
        Path folder = path(text);
        if (folder != null && !Files.isDirectory(folder)) {
            faults.add("The folder (" + text + ") does not exist. Name the one that plan.yaml is in.");
            return null;
        }
        return folder;
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            faults.add("The folder (" + text + ") cannot be used: " + wrong.getMessage());
            return null;
        }
    }
}
