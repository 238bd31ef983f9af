package no.alisplass.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Audit;

/**
 * What hospitals can offer: departments, earmarked positions, seats per half-year. A change names the version it edits
 * and is refused as a conflict when that is not the newest; sending again what already stands changes nothing.
 */
@ApplicationScoped
public class Capacity {
    /** Of one position in one half-year. */
    public static final int MAX_SEATS = 50;

    static final Versioned.Codes VERSIONS =
            new Versioned.Codes("capacity.version-missing", "capacity.changed-meanwhile");

    private final HospitalStore hospitals;
    private final PositionStore positions;
    private final Audit audit;

    @Inject
    Capacity(HospitalStore hospitals, PositionStore positions, Audit audit) {
        this.hospitals = hospitals;
        this.positions = positions;
        this.audit = audit;
    }

    @Transactional
    public List<Hospital> hospitals() {
        return hospitals.all();
    }

    @Transactional
    public Optional<Hospital> hospital(HospitalId id) {
        return hospitals.find(id).map(Versioned::value);
    }

    @Transactional
    public Result<Versioned<Hospital>> read(HospitalId id) {
        return hospitals.find(id).map(Result::done).orElseGet(() -> unknown(id));
    }

    /** Replaces the whole document. A department that a position or vacancy stands on cannot vanish. */
    @Transactional
    public Result<Versioned<Hospital>> put(Hospital hospital, Long expectedVersion) {
        Optional<Versioned<Hospital>> before = hospitals.lock(hospital.id());
        List<Finding> findings = new ArrayList<>(HospitalRules.check(hospital));
        findings.addAll(takenElsewhere(hospital));
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        if (before.isPresent()) {
            if (before.get().value().equals(hospital)) {
                return Result.done(before.get());
            }
            Optional<Finding> stale = VERSIONS.conflictWith(
                    before.get().version(), expectedVersion, hospital.id().value());
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            List<Finding> inUse = vanishing(before.get().value(), hospital);
            if (!inUse.isEmpty()) {
                return new Result.Refused<>(Result.Kind.CONFLICT, inUse);
            }
        }
        Versioned<Hospital> after = hospitals.write(hospital);
        audit.record(
                "capacity.hospital-put",
                "hospital/" + hospital.id(),
                before.map(Versioned::value).orElse(null),
                hospital);
        return Result.done(after);
    }

    @Transactional
    public List<Position> positions(HospitalId hospital) {
        return positions.all(hospital).stream().map(Versioned::value).toList();
    }

    @Transactional
    public List<Versioned<Position>> versionedPositions(HospitalId hospital) {
        return positions.all(hospital);
    }

    /** Makes a position of the hospital, named after its first department with the first number that is free. */
    @Transactional
    public Result<Versioned<Position>> addPosition(HospitalId hospital, List<PositionPart> parts) {
        hospitals.lock(hospital);
        return putPosition(
                hospital,
                IntStream.range(1, 10_000)
                        .mapToObj(number ->
                                new PositionId(parts.get(0).department().value() + "-" + number))
                        .filter(id -> positions.find(id).isEmpty())
                        .findFirst()
                        .orElseThrow(),
                parts,
                null);
    }

    /** Makes or changes a position of the hospital. */
    @Transactional
    public Result<Versioned<Position>> putPosition(
            HospitalId hospitalId, PositionId id, List<PositionPart> parts, Long expectedVersion) {
        Optional<Versioned<Hospital>> hospital = hospitals.lock(hospitalId);
        if (hospital.isEmpty()) {
            return unknown(hospitalId);
        }
        List<Finding> findings =
                new ArrayList<>(PositionRules.check(hospital.get().value(), parts));
        positions
                .ownerOf(id)
                .filter(owner -> !owner.equals(hospitalId))
                .ifPresent(owner -> findings.add(Finding.of("id", id, "capacity.position-elsewhere", id, owner)));
        if (VacancyIds.of(id).isPresent()) {
            findings.add(Finding.of("id", id, "capacity.position-reserved", id));
        }
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        Position position = new Position(id, parts);
        Optional<Versioned<Position>> before = positions.find(id);
        if (before.isPresent()) {
            if (before.get().value().equals(position)) {
                return Result.done(before.get());
            }
            Optional<Finding> stale = VERSIONS.conflictWith(before.get().version(), expectedVersion, id.value());
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
        }
        Versioned<Position> after = positions.write(hospitalId, position);
        audit.record(
                "capacity.position-put",
                "position/" + id,
                before.map(Versioned::value).orElse(null),
                position);
        return Result.done(after);
    }

    /** One row for every position of the hospital and every half-year, by position, then as asked; 0 where none is set. */
    @Transactional
    public List<Seats> seats(HospitalId hospital, List<HalfYear> halfYears) {
        return positions.seats(hospital, halfYears).stream()
                .map(Versioned::value)
                .toList();
    }

    /** The seats that were ever set for the positions of the hospital, however long ago or ahead, in no order. */
    @Transactional
    public List<Seats> everSet(HospitalId hospital) {
        return positions.everSet(hospital);
    }

    /**
     * As {@link #seats(HospitalId, List)} for the half-years from the first to the last, with version -1 for what was
     * never set; refused over six years.
     */
    @Transactional
    public Result<List<Versioned<Seats>>> seats(HospitalId hospital, HalfYear from, HalfYear to) {
        if (hospitals.find(hospital).isEmpty()) {
            return unknown(hospital);
        }
        return HalfYears.between(from, to).map(halfYears -> positions.seats(hospital, halfYears));
    }

    /** Sets how many doctors the position takes in the half-year, 0 to 50. */
    @Transactional
    public Result<Versioned<Seats>> putSeats(
            HospitalId hospital, PositionId id, HalfYear halfYear, int seats, Long expectedVersion) {
        if (hospitals.lock(hospital).isEmpty()) {
            return unknown(hospital);
        }
        Optional<Versioned<Position>> position =
                positions.find(id).filter(found -> positions.ownerOf(id).equals(Optional.of(hospital)));
        if (position.isEmpty()) {
            return Result.notFound(Finding.of("id", id, "capacity.position-unknown", id, hospital));
        }
        if (seats < 0 || seats > MAX_SEATS) {
            return Result.invalid(Finding.of("seats", seats, "capacity.seats", seats));
        }
        Optional<Versioned<Integer>> before = positions.seats(id, halfYear);
        Versioned<Integer> after;
        if (before.isPresent() && before.get().value() == seats) {
            after = before.get();
        } else {
            Optional<Finding> stale = before.flatMap(
                    found -> VERSIONS.conflictWith(found.version(), expectedVersion, id + " " + halfYear));
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            after = positions.writeSeats(id, halfYear, seats);
            audit.record(
                    "capacity.seats-put",
                    "position/" + id + "/" + halfYear,
                    before.map(Versioned::value).orElse(null),
                    seats);
        }
        return Result.done(
                new Versioned<>(new Seats(position.get().value(), halfYear, after.value()), after.version()));
    }

    static <T> Result<T> unknown(HospitalId id) {
        return Result.notFound(Finding.of("hospital", id, "capacity.hospital-unknown", id));
    }

    private List<Finding> takenElsewhere(Hospital hospital) {
        List<Finding> findings = new ArrayList<>();
        String number = hospital.organisationNumber();
        hospitals
                .numbered(number)
                .filter(owner -> !owner.equals(hospital.id()))
                .ifPresent(owner -> findings.add(
                        Finding.of("organisationNumber", number, "capacity.organisation-number-taken", number, owner)));
        for (int at = 0; at < hospital.divisions().size(); at++) {
            List<Department> departments = hospital.divisions().get(at).departments();
            for (int inner = 0; inner < departments.size(); inner++) {
                var id = departments.get(inner).id();
                String field = "divisions[" + at + "].departments[" + inner + "].id";
                hospitals
                        .ownerOf(id)
                        .filter(owner -> !owner.equals(hospital.id()))
                        .ifPresent(owner -> findings.add(
                                Finding.of(field, id, "capacity.department-elsewhere", id, owner, hospital.id())));
            }
        }
        return findings;
    }

    private List<Finding> vanishing(Hospital before, Hospital after) {
        List<Finding> findings = new ArrayList<>();
        before.departments()
                .filter(department -> after.department(department.id()).isEmpty())
                .forEach(department -> {
                    List<String> uses = hospitals.usesOf(department.id());
                    if (!uses.isEmpty()) {
                        findings.add(Finding.of(
                                "divisions",
                                department.id(),
                                "capacity.department-in-use",
                                department.id(),
                                String.join(", ", uses)));
                    }
                });
        return findings;
    }
}
