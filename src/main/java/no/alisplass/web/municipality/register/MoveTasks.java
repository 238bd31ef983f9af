package no.alisplass.web.municipality.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.register.move.MoveRequest;
import no.alisplass.register.move.Moves;
import no.alisplass.web.municipality.AreaTask;
import no.alisplass.web.text.Texts;

/** Doctors whom the area is asked for, and whom it has asked for and not been given. */
@ApplicationScoped
class MoveTasks implements AreaTask.Source {
    private final Moves moves;

    @Inject
    MoveTasks(Moves moves) {
        this.moves = moves;
    }

    @Override
    public List<AreaTask> of(AreaCode area) {
        List<MoveRequest> all = moves.of(area);
        int asked = (int) all.stream().filter(each -> each.holder() != null).count();
        List<AreaTask> tasks = new ArrayList<>();
        if (asked > 0) {
            tasks.add(new AreaTask(Texts.of("task-moves-asked", asked), OwnBegun.MOVES));
        }
        if (all.size() > asked) {
            tasks.add(new AreaTask(Texts.of("task-moves-waiting", all.size() - asked), OwnBegun.MOVES));
        }
        return tasks;
    }
}
