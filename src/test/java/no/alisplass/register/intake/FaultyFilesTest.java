package no.alisplass.register.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.ReadRows;
import no.alisplass.register.file.Reading;
import no.alisplass.register.file.WaitlistReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file is the same whether it is for a list or for the register. */
class FaultyFilesTest {
    static Stream<Path> files() throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (Path folder : List.of(Path.of("sample-data", "feil"), Path.of("src/test/resources/waitlist"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> !file.toString().endsWith(".md")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_fault_is_told_in_both_places(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        Set<String> ofList =
                told(WaitlistReader.read(file, ListArea.of(Samples.LILLESTROM), Samples.RULES, ColumnAnswers.NONE));
        Result<ReadRows> rows = WaitlistReader.rows(
                file, FileKind.REGISTER, ListArea.of(Samples.LILLESTROM), Samples.DEPARTMENTS, ColumnAnswers.NONE);
        Set<String> ofRegister = told(rows.map(
                read -> new Comparison(Samples.LILLESTROM, java.util.Map.of(), read, Samples.DEPARTMENTS, Samples.TODAY)
                        .reading()));
        assertThat(ofRegister).isEqualTo(ofList);
        if (path.startsWith("sample-data")) {
            assertThat(ofRegister).isNotEmpty();
        }
    }

    private static Set<String> told(Result<Reading> read) {
        Stream<Finding> faults = read instanceof Result.Done<Reading> done
                ? done.value().remarks().stream().filter(Remark::isError).map(Remark::finding)
                : ((Result.Refused<Reading>) read).findings().stream();
        return faults.map(finding -> finding.field() + " " + finding.code() + " " + finding.value())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
