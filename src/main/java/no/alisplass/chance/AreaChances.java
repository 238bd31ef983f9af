package no.alisplass.chance;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.round.Round;

/**
 * What chances an area's own doctors have, with the lists as they are.
 *
 * @param missing how many areas have sent no list yet
 * @param areas how many the hospital serves in the round, the area itself among them
 * @param ways in how many ways the round was worked out
 * @param fewer whether these are fewer than usual, since the round is large
 * @param open whether in some of the ways something better was neither found nor ruled out for somebody
 * @param doctors of the list the area has sent, in its order
 * @param lastServed how far the hospital's previous round came, by department; none where there was no such round
 */
public record AreaChances(
        Round round,
        AreaCode area,
        int missing,
        int areas,
        int ways,
        boolean fewer,
        boolean open,
        List<OfDoctor> doctors,
        List<LastServed> lastServed) {
    public AreaChances {
        doctors = List.copyOf(doctors);
        lastServed = List.copyOf(lastServed);
    }

    /** What the figures are over, and that they are no promise: to be read before them. */
    public List<Message> about() {
        List<Message> about = new ArrayList<>();
        about.add(
                missing == 0
                        ? Message.of("chance.about-all-sent", areas)
                        : Message.of("chance.about-missing", missing, areas));
        about.add(Message.of("chance.about-lots"));
        about.add(Message.of("chance.about-ways", ways));
        if (fewer) {
            about.add(Message.of("chance.about-fewer"));
        }
        if (open) {
            about.add(Message.of("chance.about-open"));
        }
        about.add(Message.of("chance.about-rounded"));
        about.add(Message.of("chance.about-promise"));
        return about;
    }

    /**
     * One doctor.
     *
     * @param place any place at all
     * @param wishes departments wished by name, the dearest first
     * @param cannot why the doctor cannot take part by this list; empty for one who can
     */
    public record OfDoctor(HprNumber hpr, String name, Line place, List<OfWish> wishes, List<Finding> cannot) {
        public OfDoctor {
            wishes = List.copyOf(wishes);
            cannot = List.copyOf(cannot);
        }
    }

    /** @param wish its number, from 1; those equally good share one */
    public record OfWish(DepartmentId department, int wish, Line line) {}

    /** @param guesses whether the lists that are missing have a say in it */
    public record Line(Chance chance, boolean guesses) {}
}
