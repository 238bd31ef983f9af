package no.alisplass.web.coordinator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;

/** What several of the coordinator's and the planner's pages look up. */
@ApplicationScoped
public class CoordinatorQueries {
    private final Rounds rounds;
    private final Capacity capacity;
    private final Directory directory;

    CoordinatorQueries(Rounds rounds, Capacity capacity, Directory directory) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.directory = directory;
    }

    public Round round(RoundId id) {
        return Pages.of(rounds.read(id));
    }

    public Names names(HospitalId hospital) {
        return directory.names(hospital);
    }

    /** How the round counts service. */
    Counting counting(Round round) {
        return rounds.counting(round);
    }

    /** What a position of the hospital is called. */
    public String position(HospitalId hospital, PositionId id, Names names) {
        return capacity.positions(hospital).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(names::position)
                .orElse(id.value());
    }

    /** The areas that a list of doctors comes from, by name. */
    List<Choice> areas(Names names, List<AreaCode> codes) {
        return codes.stream()
                .distinct()
                .map(code -> new Choice(code.value(), names.area(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }
}
