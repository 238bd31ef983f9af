package no.alisplass.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.ReadRow;
import no.alisplass.register.file.WaitlistWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a register exports is read as what it holds. */
class RegisterFolderTest {
    private static final AreaCode AREA = new AreaCode("3205");

    @TempDir
    Path folder;

    private final List<InputFault> faults = new ArrayList<>();

    private static DepartmentNames departments() {
        Map<DepartmentId, List<String>> names = new TreeMap<>();
        names.put(new DepartmentId("ahus-geriatri"), List.of("Geriatrisk avdeling", "ahus-geriatri"));
        names.put(new DepartmentId("ahus-lunge"), List.of("Lungemedisinsk avdeling", "ahus-lunge"));
        names.put(new DepartmentId("ahus-onh"), List.of("Øre-nese-hals-avdelingen", "ahus-onh"));
        names.put(new DepartmentId("ahus-akuttpsykiatri"), List.of("Akuttpsykiatrisk avdeling", "ahus-akuttpsykiatri"));
        return new DepartmentNames(names);
    }

    private RegisterFolder reader() throws IOException {
        Section areas =
                Section.read("areas.yaml", Files.readString(Path.of("sample-data", "prognose", "areas.yaml")), faults);
        return new RegisterFolder(
                AreasFile.read(areas, new HospitalId("ahus")), departments(), LocalDate.of(2027, 6, 1), faults);
    }

    private static List<WaitlistEntry> ofArea(List<QueuedDoctor> queue) {
        return queue.stream()
                .filter(doctor -> doctor.area().equals(AREA))
                .map(doctor -> doctor.entry().withPriority(1))
                .toList();
    }

    private static ReadRow row(WaitlistEntry entry) {
        return new ReadRow(entry, List.of(), null);
    }

    @ParameterizedTest
    @EnumSource
    void an_exported_register_is_read_as_a_sent_list_is(FileFormat format) throws IOException {
        List<WaitlistEntry> sent = ofArea(reader().read(Path.of("sample-data", "prognose", "register")));
        byte[] export = WaitlistWriter.register(
                format, sent.stream().map(RegisterFolderTest::row).toList(), AREA, departments());
        Files.write(folder.resolve("3205." + format.extension()), export);

        List<WaitlistEntry> exported = ofArea(reader().read(folder));

        assertThat(faults).isEmpty();
        assertThat(sent).hasSize(7);
        assertThat(exported).isEqualTo(sent);
    }

    @Test
    void a_register_with_nobody_in_it_is_nobody() throws IOException {
        Files.write(
                folder.resolve("3205-lillestrom.csv"),
                WaitlistWriter.register(FileFormat.CSV, List.of(), AREA, departments()));

        assertThat(reader().read(folder)).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void who_needs_no_more_service_does_not_wait() throws IOException {
        List<WaitlistEntry> sent = ofArea(reader().read(Path.of("sample-data", "prognose", "register")));
        WaitlistEntry done = sent.get(0).with(sent.get(0).institution().with(List.of(), Months.ZERO));
        Files.write(
                folder.resolve("3205-lillestrom.csv"),
                WaitlistWriter.register(FileFormat.CSV, List.of(row(done)), AREA, departments()));
        RegisterFolder reader = reader();

        assertThat(reader.read(folder)).isEmpty();
        assertThat(faults).isEmpty();
        assertThat(reader.withoutNeed()).isEqualTo(1);
    }
}
