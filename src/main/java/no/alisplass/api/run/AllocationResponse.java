package no.alisplass.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.OtherProposals;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.Verdict;
import no.alisplass.api.http.Paging;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.Waiting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run's proposal for the coordinator: the report's table, every doctor in priority order, and who cannot take part. */
record AllocationResponse(
        Run run,
        Proof proof,
        Table table,
        List<Line> doctors,
        List<Outside> notEligible,

        @Schema(description = "Leger på alle sidene, de som ikke kan delta, medregnet")
        long total) {

    /**
     * What is known of the proposal, and on which conditions.
     *
     * @param byHand how many doctors' outcomes are settled by hand
     * @param passedOver how many doctors ahead would rather have what was given by hand to someone behind
     */
    record Proof(Verdict.Kind kind, int byHand, int passedOver, String text) {}

    /** Departments down, half-years across, names in the cells (003 §7.3.1.2). */
    record Table(List<HalfYear> halfYears, List<Row> rows) {}

    record Row(DepartmentId department, String name, List<List<String>> cells) {}

    /**
     * One doctor who took part.
     *
     * @param wish the number of the doctor's own wish that is met, of two the better; null for none
     * @param choice how good the outcome is among what could be offered, 1 the best; null for none and when settled by hand
     * @param alsoProposed what the newest proposals of other closed rounds give the doctor, at whatever hospital
     * @param waiting why the doctor waits; null for a placed one
     * @param waitingText the same in words, without naming others
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
            Integer choice,
            Waiting waiting,
            String waitingText,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherProposals.Elsewhere> alsoProposed) {}

    record Outside(String name, HprNumber hprNumber, AreaCode area, List<String> reasons) {}

    static AllocationResponse of(
            Allocation allocation,
            Round round,
            Hospital hospital,
            Map<HprNumber, List<OtherProposals.Elsewhere>> others,
            Paging.Window page,
            Locale locale) {
        return new AllocationResponse(
                allocation.run(),
                proof(allocation.verdict(), locale),
                table(allocation, round, hospital),
                page.take(allocation.doctors()).stream()
                        .map(placed -> line(
                                placed,
                                others.getOrDefault(placed.doctor().facts().hpr(), List.of()),
                                locale))
                        .toList(),
                page.take(allocation.notEligible()).stream()
                        .map(outside -> outside(outside, locale))
                        .toList(),
                page.total());
    }

    private static Proof proof(Verdict verdict, Locale locale) {
        return new Proof(verdict.kind(), verdict.byHand(), verdict.passedOver(), text(verdict.text(), locale));
    }

    private static String text(List<Message> sentences, Locale locale) {
        return sentences.stream().map(each -> Messages.text(each, locale)).collect(Collectors.joining(" "));
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

    static Line line(DoctorOutcome placed, List<OtherProposals.Elsewhere> others, Locale locale) {
        return new Line(
                placed.doctor().position(),
                placed.doctor().doctor(),
                placed.doctor().name(),
                placed.doctor().facts().hpr(),
                placed.doctor().facts().area(),
                placed.stays(),
                placed.wish(),
                placed.choice(),
                placed.waiting(),
                placed.waiting() == null ? null : text(placed.waitingText(), locale),
                others);
    }

    static Outside outside(IneligibleDoctor one, Locale locale) {
        return new Outside(
                one.name(),
                one.facts().hpr(),
                one.facts().area(),
                one.reasons().stream()
                        .map(reason -> Messages.text(reason, locale))
                        .toList());
    }
}
