package no.alisplass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Service;
import no.alisplass.domain.Sorted;

/**
 * What the hospital had to offer when a round was frozen, and to which areas.
 *
 * @param first the first half-year of the round
 * @param away where earlier approved rounds have doctors of an area away; none in rounds frozen before this was kept
 */
public record Supply(
        HalfYear first,
        List<OfferedStay> stays,
        List<Covered> covered,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Away> away) {

    /**
     * Doctors of an area who are away in a half-year by earlier approved rounds.
     *
     * @param limit the most the area can spare at once; null for no limit
     */
    public record Away(AreaCode area, HalfYear halfYear, Integer limit, List<TakenEarlier> by) {
        public Away {
            by = List.copyOf(by);
        }

        /** How many there are. */
        public int count() {
            return Earlier.count(by);
        }
    }

    /** The services whose catchment holds an area when a half-year begins. */
    public record Covered(AreaCode area, HalfYear halfYear, Set<Service> services) {
        public Covered {
            services = Sorted.copy(services);
        }
    }

    public Supply {
        stays = List.copyOf(stays);
        covered = List.copyOf(covered);
        away = away == null ? List.of() : List.copyOf(away);
    }

    /** Who of an area is away in a half-year by earlier approved rounds; empty for nobody. */
    public Optional<Away> away(AreaCode area, HalfYear halfYear) {
        return away.stream()
                .filter(one -> one.area().equals(area) && one.halfYear().equals(halfYear))
                .findFirst();
    }

    /** The stay offered in a position and half-year; empty when there is none. */
    public Optional<OfferedStay> stay(PositionId position, HalfYear halfYear) {
        return stays.stream()
                .filter(one -> one.stay().position().equals(position)
                        && one.stay().halfYear().equals(halfYear))
                .findFirst();
    }

    /** Whether the catchment of a service holds an area when a half-year begins. */
    public boolean covers(AreaCode area, Service service, HalfYear halfYear) {
        return covered.stream()
                .anyMatch(one -> one.area().equals(area)
                        && one.halfYear().equals(halfYear)
                        && one.services().contains(service));
    }
}
