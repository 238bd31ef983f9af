package no.alisplass.refill.told;

import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.message.Message;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;

/** Seats by their departments and half-years, which each reader gets by name. */
final class SeatWords {
    private SeatWords() {}

    static Message option(Option option) {
        List<Stay> stays = option.stays();
        return stays.size() == 1
                ? stay(stays.get(0))
                : Message.of("refill.whole", stay(stays.get(0)), stay(stays.get(stays.size() - 1)));
    }

    static Message stay(Stay stay) {
        List<DepartmentId> departments =
                stay.legs().stream().map(Leg::department).distinct().toList();
        return Message.of("refill.stay", departments, stay.halfYear());
    }
}
