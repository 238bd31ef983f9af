package no.alisplass.web.municipality.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Caller;
import no.alisplass.web.municipality.AreaTask;
import no.alisplass.web.offer.OfferAnswers;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.text.Texts;

/** Offers that the area can answer, and those that others cannot accept before it has ticked what is arranged, with the deadline that comes first. */
@ApplicationScoped
class OfferTasks implements AreaTask.Source {
    /** More than an area has doctors. */
    private static final int MOST = 2000;

    private final Offers offers;
    private final OfferAnswers answers;
    private final Caller caller;

    @Inject
    OfferTasks(Offers offers, OfferAnswers answers, Caller caller) {
        this.offers = offers;
        this.answers = answers;
        this.caller = caller;
    }

    @Override
    public List<AreaTask> of(AreaCode area) {
        Acting by = new Acting(Actor.AREA, caller.name(), null, area, null, null);
        List<Offer> sent = offers.page(OfferFilter.of(by).in(EnumSet.of(OfferState.SENT)), 0, MOST)
                .offers();
        return Stream.of(task("task-offers", answers.own(sent, by)), task("task-offers-tick", answers.toTick(sent, by)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AreaTask> task(String text, List<Offer> waiting) {
        return waiting.stream()
                .map(each -> each.facts().answerBy())
                .min(Comparator.<Instant>naturalOrder())
                .map(first -> new AreaTask(
                        Texts.of(text, waiting.size(), OfferWords.deadlineThen(first)), OwnOfferPages.BASE));
    }
}
