package no.alisplass.register.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.register.ClosingReason;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.DoctorRules;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.ReadRows;
import no.alisplass.register.file.WaitlistReader;
import no.alisplass.register.file.WaitlistWriter;

/** Files beside registers, without a database. */
final class Registers {
    static final LocalDate TODAY = Samples.TODAY;
    static final String SOUND = """
            {"schema": 1, "name": "Kari Nordmann", "hpr": 9144889, "email": "kari@kommune.no", "affiliation": "PERMANENT",
             "affiliationFrom": "2023-09-01", "scheme": "NEW", "statedService": 30.5, "statedOpenPractice": 24,
             "statedOn": "2026-01-01", "statedShare": 100, "periods": [], "objectives": 70, "activities": 8,
             "supervision": "BEGUN", "monthsLeft": 3, "interrupted": true,
             "wishes": {"ranked": [["ahus-geriatri"], ["ahus-lunge"]], "onlyRanked": true, "refused": ["ahus-onh"],
                        "earliestStart": "2027-H", "blocked": ["2028-V"], "weight": "START"},
             "leave": "GRANTED", "locum": "SECURED", "note": "Ringer selv.",
             "stays": [{"department": "ahus-lunge", "from": "2024-03-01", "to": "2024-05-31", "months": 2,
                        "known": "COMPLETED"},
                       {"elsewhere": "Sykehuset i Molde", "from": "2025-01-01", "months": 1}],
             "onCall": "NEVER"}
            """;

    private Registers() {}

    /** @param facts pairs of a field and its value as JSON */
    static DoctorFacts facts(String... facts) {
        ObjectNode stored = (ObjectNode) DoctorFacts.of(SOUND).stored();
        for (int at = 0; at < facts.length; at += 2) {
            stored.set(facts[at], json(facts[at + 1]));
        }
        return DoctorFacts.of(stored.toString());
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new IllegalArgumentException(fault);
        }
    }

    static RegisteredDoctor own(DoctorFacts facts) {
        return new RegisteredDoctor(facts.entry().hpr(), Samples.LILLESTROM, 4, facts, List.of(), null, null);
    }

    static RegisteredDoctor closed(DoctorFacts facts) {
        return new RegisteredDoctor(
                facts.entry().hpr(),
                Samples.LILLESTROM,
                4,
                facts,
                List.of(),
                null,
                new RegisteredDoctor.Closed(TODAY, ClosingReason.FINISHED));
    }

    static RegisteredDoctor elsewhere(DoctorFacts facts) {
        return new RegisteredDoctor(
                facts.entry().hpr(), new no.alisplass.domain.AreaCode("3214"), 4, facts, List.of(), null, null);
    }

    /** A number that another area has registered in error. */
    static RegisteredDoctor error(DoctorFacts facts) {
        RegisteredDoctor other = elsewhere(facts);
        return new RegisteredDoctor(
                other.hpr(),
                other.area(),
                other.version(),
                facts,
                List.of(),
                null,
                new RegisteredDoctor.Closed(TODAY, ClosingReason.ENTERED_IN_ERROR));
    }

    static byte[] export(FileFormat format, List<DoctorFacts> doctors) {
        return WaitlistWriter.register(
                format, doctors.stream().map(RegisterExport::row).toList(), Samples.LILLESTROM, Samples.DEPARTMENTS);
    }

    /** The exported register with only some of its columns, each changed as told. */
    static byte[] csv(List<DoctorFacts> doctors, List<String> without, Function<String, String> change) {
        List<List<String>> rows = new String(export(FileFormat.CSV, doctors), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> Arrays.asList(line.split(";", -1)))
                .toList();
        List<String> names =
                rows.get(0).stream().map(name -> name.replace("\"", "")).toList();
        return rows.stream()
                .map(row -> java.util.stream.IntStream.range(0, names.size())
                        .filter(column -> !without.contains(names.get(column)))
                        .mapToObj(row::get)
                        .collect(Collectors.joining(";")))
                .map(change)
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Comparison compared(byte[] file, RegisteredDoctor... known) {
        return compared(file, List.of(known));
    }

    static Comparison compared(byte[] file, List<RegisteredDoctor> known) {
        Result<ReadRows> read = WaitlistReader.rows(
                file, FileKind.REGISTER, ListArea.of(Samples.LILLESTROM), Samples.DEPARTMENTS, ColumnAnswers.NONE);
        assertThat(read).isInstanceOf(Result.Done.class);
        Map<HprNumber, RegisteredDoctor> byNumber =
                known.stream().collect(Collectors.toMap(RegisteredDoctor::hpr, each -> each));
        return new Comparison(
                Samples.LILLESTROM, byNumber, ((Result.Done<ReadRows>) read).value(), Samples.DEPARTMENTS, TODAY);
    }

    static boolean isSound(DoctorFacts facts) {
        Remarks remarks = new Remarks(Remarks.OF_FILE);
        DoctorRules.check(Map.of(1, facts), Samples.DEPARTMENTS, TODAY, remarks);
        return !remarks.haveError();
    }
}
