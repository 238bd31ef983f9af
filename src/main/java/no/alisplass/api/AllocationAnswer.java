package no.alisplass.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Placed;
import no.alisplass.allocation.Run;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.Messages;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.snapshot.NotEligible;

/** A run's proposal for the coordinator: the report's table, every doctor in priority order, and who cannot take part. */
record AllocationAnswer(Run run, Table table, List<Line> doctors, List<Outside> notEligible) {

    /** Departments down, half-years across, names in the cells (003 §7.3.1.2). */
    record Table(List<HalfYear> halfYears, List<Row> rows) {}

    record Row(DepartmentId department, String name, List<List<String>> cells) {}

    /**
     * One doctor who took part.
     *
     * @param wish how high among the doctor's own wishes the outcome is, 1 the best; null for none
     * @param alsoProposed what the newest proposals of other closed rounds give the doctor, at whatever hospital
     * @param waiting why the doctor waits; null for a placed one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int position,
            DoctorId doctor,
            String name,
            HprNumber hprNumber,
            AreaCode area,
            List<Stay> stays,
            Integer wish,
            Placed.Waiting waiting,
            String waitingText,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherProposals.Elsewhere> alsoProposed) {}

    record Outside(String name, HprNumber hprNumber, AreaCode area, List<String> reasons) {}

    static AllocationAnswer of(
            Allocation allocation,
            Round round,
            Hospital hospital,
            Map<HprNumber, List<OtherProposals.Elsewhere>> others,
            Locale locale) {
        return new AllocationAnswer(
                allocation.run(),
                table(allocation, round, hospital),
                allocation.doctors().stream()
                        .map(placed -> line(
                                placed,
                                others.getOrDefault(placed.doctor().facts().hpr(), List.of()),
                                locale))
                        .toList(),
                allocation.notEligible().stream()
                        .map(outside -> outside(outside, locale))
                        .toList());
    }

    private static Table table(Allocation allocation, Round round, Hospital hospital) {
        List<Row> rows = hospital.departments()
                .map(department -> row(allocation, round, department))
                .toList();
        return new Table(round.halfYears(), rows);
    }

    private static Row row(Allocation allocation, Round round, Department department) {
        List<List<String>> cells = round.halfYears().stream()
                .map(halfYear -> allocation.in(department.id(), halfYear).stream()
                        .map(placed -> placed.doctor().name())
                        .toList())
                .toList();
        return new Row(department.id(), department.name(), cells);
    }

    static Line line(Placed placed, List<OtherProposals.Elsewhere> others, Locale locale) {
        Placed.Waiting waiting = placed.waiting();
        return new Line(
                placed.doctor().position(),
                placed.doctor().doctor(),
                placed.doctor().name(),
                placed.doctor().facts().hpr(),
                placed.doctor().facts().area(),
                placed.stays(),
                placed.wish(),
                waiting,
                waiting == null ? null : Messages.text(waiting.text(), locale),
                others);
    }

    static Outside outside(NotEligible one, Locale locale) {
        return new Outside(
                one.name(),
                one.facts().hpr(),
                one.facts().area(),
                one.reasons().stream()
                        .map(reason -> Messages.text(reason, locale))
                        .toList());
    }
}
