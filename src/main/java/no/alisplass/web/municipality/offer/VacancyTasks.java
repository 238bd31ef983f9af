package no.alisplass.web.municipality.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.vacancy.VacancyTold;
import no.alisplass.web.municipality.AreaTask;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.text.Texts;

/** Vacancies the area was told of and can still nominate to, with the deadline that comes first. */
@ApplicationScoped
class VacancyTasks implements AreaTask.Source {
    /** More than are vacant at once. */
    private static final int MOST = 500;

    private final VacancyBoard board;
    private final Caller caller;

    @Inject
    VacancyTasks(VacancyBoard board, Caller caller) {
        this.board = board;
        this.caller = caller;
    }

    @Override
    public List<AreaTask> of(AreaCode area) {
        Acting by = new Acting(Actor.AREA, caller.name(), null, area, null, null);
        List<VacancyTold> waiting = board.news(by, true, 0, MOST).told();
        long vacancies = waiting.stream().map(VacancyTold::vacancy).distinct().count();
        return waiting.stream()
                .map(VacancyTold::until)
                .min(Comparator.naturalOrder())
                .map(first -> new AreaTask(
                        Texts.of("task-vacancies", (int) vacancies, OfferWords.deadlineThen(first)),
                        OwnVacancyPages.BASE))
                .stream()
                .toList();
    }
}
