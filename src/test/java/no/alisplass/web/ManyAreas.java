package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.SampleLists;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.sample.Generate;

/** A hospital with areas that each have as many doctors in their register, written there as lists write them: many at a time. */
final class ManyAreas {
    private static final List<String> DEPARTMENTS = List.of("geriatri", "lunge", "onh", "akuttpsykiatri");

    private final Capacity capacity;
    private final Catchment catchment;
    private final ListedDoctors register;

    ManyAreas(Capacity capacity, Catchment catchment, ListedDoctors register) {
        this.capacity = capacity;
        this.catchment = catchment;
        this.register = register;
    }

    /** @param first code of the first area; the others follow */
    void make(HospitalId hospital, String number, int first, int areas, int doctors, Path files) throws IOException {
        MunicipalityTown.done(capacity.put(
                new Hospital(
                        hospital,
                        number,
                        "Sykehus " + hospital,
                        List.of(new Division(
                                "Alle",
                                Service.SOMATIC,
                                DEPARTMENTS.stream()
                                        .map(each -> new Department(
                                                new DepartmentId(hospital + "-" + each), "Avdeling " + each, true))
                                        .toList()))),
                null));
        for (int at = 0; at < areas; at++) {
            AreaCode code = code(first, at);
            MunicipalityTown.done(
                    catchment.put(new Area(code, "Sted " + hospital + " " + at, AreaKind.MUNICIPALITY), null));
            MunicipalityTown.done(catchment.putMemberships(
                    code,
                    List.of(new Membership(hospital, null, LocalDate.of(2020, 1, 1), null)),
                    hospital::equals,
                    0L));
        }
        List<WaitlistEntry> entries = entries(hospital, doctors, files);
        // It asks for departments only where one of another hospital is named.
        HospitalView view = new HospitalView(new DepartmentNames(Map.of()), () -> new DepartmentNames(Map.of()));
        for (int at = 0; at < areas; at++) {
            AreaCode code = code(first, at);
            List<ListedDoctors.Row> rows = entries.subList(at * doctors / areas, (at + 1) * doctors / areas).stream()
                    .map(entry -> new ListedDoctors.Row(null, entry.withPriority(0)))
                    .toList();
            QuarkusTransaction.requiringNew().run(() -> assertThat(
                            register.written(code, view, rows, Map.of()).held())
                    .isEmpty());
        }
    }

    static AreaCode code(int first, int at) {
        return new AreaCode(Integer.toString(first + at));
    }

    private static List<WaitlistEntry> entries(HospitalId hospital, int doctors, Path files) throws IOException {
        int code = Generate.run(
                new PrintStream(OutputStream.nullOutputStream()),
                "--out",
                files.toString(),
                "--doctors",
                Integer.toString(doctors),
                "--seed",
                Integer.toString(2100 + doctors % 97),
                "--half-year",
                "2028-V",
                "--format",
                "json");
        assertThat(code).isZero();
        List<Path> lists;
        try (Stream<Path> found = Files.list(files.resolve("ventelister"))) {
            lists = found.sorted().toList();
        }
        List<WaitlistEntry> entries = new ArrayList<>();
        for (Path list : lists) {
            String text = Files.readString(list).replace("\"ahus-", "\"" + hospital + "-");
            entries.addAll(SampleLists.entries(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return entries;
    }
}
