package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Position;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.round.Round;
import no.alisplass.snapshot.Waiting;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;

/**
 * A run's proposal as the report draws it: departments down, half-years across, names in the cells; beside it those who
 * wait.
 *
 * @param best doctors who get the best they could be offered
 */
record ProposalView(
        List<String> halfYears,
        List<Row> rows,
        List<Group> waiting,
        int placed,
        int waitingTotal,
        int best,
        int pinned,
        int outside) {
    private static final int SHOWN_WAITING = 100;

    record Row(String department, List<Cell> cells) {}

    /** @param free seats nobody is proposed for */
    record Cell(List<Person> people, int free) {}

    /** @param wish the doctor's own wish that is met; null for none */
    @TemplateData
    public record Person(
            int position, String doctor, String name, OwnWishes.Badge wish, boolean best, boolean pinned) {}

    /** Those who wait for one reason. @param more how many are not shown */
    record Group(String reason, int total, List<Person> people, int more) {}

    static ProposalView of(
            Allocation allocation, AllocationProblem problem, Round round, Names names, List<Position> positions) {
        Map<ResourceId, Integer> capacity =
                problem.resources().stream().collect(Collectors.toMap(Resource::id, Resource::capacity));
        List<Row> rows = new ArrayList<>();
        for (Department department : names.departments()) {
            List<PositionId> own = positions.stream()
                    .filter(position -> position.parts().stream()
                            .anyMatch(part -> part.department().equals(department.id())))
                    .map(Position::id)
                    .toList();
            List<Cell> cells = round.halfYears().stream()
                    .map(halfYear -> cell(allocation, department, halfYear, own, capacity))
                    .toList();
            boolean used = cells.stream().anyMatch(cell -> !cell.people().isEmpty() || cell.free() > 0);
            if (used) {
                rows.add(new Row(department.name(), cells));
            }
        }
        List<DoctorOutcome> placed =
                allocation.doctors().stream().filter(DoctorOutcome::placed).toList();
        return new ProposalView(
                round.halfYears().stream().map(Formats::halfYearWithDates).toList(),
                rows,
                waiting(allocation),
                placed.size(),
                allocation.doctors().size() - placed.size(),
                (int) placed.stream().filter(DoctorOutcome::best).count(),
                (int) allocation.doctors().stream()
                        .filter(DoctorOutcome::pinned)
                        .count(),
                allocation.notEligible().size());
    }

    private static Cell cell(
            Allocation allocation,
            Department department,
            HalfYear halfYear,
            List<PositionId> positions,
            Map<ResourceId, Integer> capacity) {
        List<Person> people = allocation.in(department.id(), halfYear).stream()
                .map(ProposalView::person)
                .toList();
        int seats = positions.stream()
                .mapToInt(position -> capacity.getOrDefault(ResourceId.seat(position, halfYear), 0))
                .sum();
        return new Cell(people, Math.max(0, seats - people.size()));
    }

    private static List<Group> waiting(Allocation allocation) {
        Map<Waiting, List<Person>> reasons = new EnumMap<>(Waiting.class);
        for (DoctorOutcome placed : allocation.doctors()) {
            if (!placed.placed()) {
                reasons.computeIfAbsent(placed.waiting(), reason -> new ArrayList<>())
                        .add(person(placed));
            }
        }
        List<Group> groups = new ArrayList<>();
        reasons.forEach((reason, people) -> groups.add(new Group(
                Texts.of(DoctorOutcome.heading(reason)),
                people.size(),
                people.subList(0, Math.min(SHOWN_WAITING, people.size())),
                Math.max(0, people.size() - SHOWN_WAITING))));
        return groups;
    }

    static Person person(DoctorOutcome placed) {
        return new Person(
                placed.doctor().position(),
                placed.doctor().doctor().value(),
                placed.doctor().name(),
                OwnWishes.badge(placed),
                placed.best(),
                placed.pinned());
    }
}
