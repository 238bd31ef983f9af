package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** What settling outcomes by hand must hold to: only what could be offered, and no more of it than there is. */
final class PinRules {
    private final List<Resource> resources;
    private final Map<ResourceId, Integer> left = new HashMap<>();
    private final Map<ResourceId, Integer> wanted = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DoctorId> setAside = new ArrayList<>();

    /** @param resources how much there is of what pins take */
    PinRules(List<Resource> resources) {
        this.resources = resources;
        resources.forEach(resource -> left.put(resource.id(), resource.capacity()));
    }

    /** The doctor with only the pinned outcome left; unchanged, and the fault noted, when it cannot be kept. */
    Doctor apply(Doctor doctor, Pin pin) {
        if (pin.stays().isEmpty()) {
            return new Doctor(doctor.id(), List.of(), true);
        }
        Optional<Option> option = doctor.options().stream()
                .filter(candidate -> held(candidate).equals(pin.stays()))
                .findFirst();
        if (option.isEmpty()) {
            findings.add(Finding.of(
                    "stays", pin.stays(), "snapshot.pin-not-offered", pin.hpr().digits()));
            setAside.add(doctor.id());
            return doctor;
        }
        List<ResourceId> uses = option.get().uses();
        uses.forEach(use -> wanted.merge(use, 1, Integer::sum));
        if (uses.stream().anyMatch(use -> left.getOrDefault(use, 0) == 0)) {
            setAside.add(doctor.id());
            return doctor;
        }
        uses.forEach(use -> left.merge(use, -1, Integer::sum));
        return new Doctor(doctor.id(), List.of(option.get()), true);
    }

    void unknown(Pin pin) {
        findings.add(Finding.of(
                "hprNumber",
                pin.hpr().digits(),
                "snapshot.pin-of-unknown-doctor",
                pin.hpr().digits()));
    }

    /** Whose pins are not kept, the first in the order having kept theirs. */
    List<DoctorId> setAside() {
        return setAside;
    }

    /** Everything that keeps the pins from holding together. @param roster that knows whose limits the problem means */
    List<Finding> findings(Roster roster) {
        List<Finding> all = new ArrayList<>(findings);
        for (Resource resource : resources) {
            int pinned = wanted.getOrDefault(resource.id(), 0);
            if (pinned > resource.capacity()) {
                all.add(exceeds(resource, pinned, roster));
            }
        }
        return all;
    }

    /** Said of a position's seats in a half-year, or of how many doctors a municipality can spare then. */
    private static Finding exceeds(Resource resource, int pinned, Roster roster) {
        ResourceId id = resource.id();
        return id.seat()
                .map(seat -> Finding.of(
                        "stays",
                        id,
                        "snapshot.pins-exceed",
                        seat.position(),
                        seat.halfYear(),
                        pinned,
                        resource.capacity()))
                .orElseGet(() -> {
                    AreaCode area = roster.areaOf(id).orElseThrow();
                    HalfYear halfYear = id.away().orElseThrow().halfYear();
                    return Finding.of(
                            "stays",
                            ResourceId.away(area.value(), halfYear),
                            "snapshot.pins-exceed-away",
                            area,
                            halfYear,
                            pinned,
                            resource.capacity());
                });
    }

    private static List<Pin.Held> held(Option option) {
        return option.stays().stream()
                .map(stay -> new Pin.Held(stay.position(), stay.halfYear()))
                .toList();
    }
}
