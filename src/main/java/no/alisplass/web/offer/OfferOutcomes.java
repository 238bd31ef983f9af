package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** What came of what a round gave, beside the round's own outcome, which stays what it was when it was approved. */
@ApplicationScoped
public class OfferOutcomes {
    private final Offers offers;
    private final Directory directory;

    @Inject
    OfferOutcomes(Offers offers, Directory directory) {
        this.offers = offers;
        this.directory = directory;
    }

    /** @param href of the offer; null where the reader has no page of it */
    @TemplateData
    public record Became(String text, String href) {}

    /** As many statements for many doctors as for one. @param href where each offer is for the reader */
    public Map<HprNumber, List<Became>> of(RoundId round, Acting reader, Function<Offer, String> href) {
        return told(offers.became(round, null, reader), each -> true, href);
    }

    /** Of one doctor. @param shown which of the doctor's offers are for the reader */
    public List<Became> of(
            RoundId round, HprNumber doctor, Acting reader, Predicate<Offer> shown, Function<Offer, String> href) {
        return told(offers.became(round, doctor, reader), shown, href).getOrDefault(doctor, List.of());
    }

    private Map<HprNumber, List<Became>> told(
            Map<HprNumber, List<Offer>> found, Predicate<Offer> shown, Function<Offer, String> href) {
        Map<HprNumber, List<Became>> all = new HashMap<>();
        if (!found.isEmpty()) {
            Names names =
                    directory.names(found.values().iterator().next().get(0).hospital());
            found.forEach((doctor, made) -> all.put(
                    doctor,
                    made.stream()
                            .filter(shown)
                            .map(offer -> became(offer, names, href))
                            .toList()));
        }
        return all;
    }

    private static Became became(Offer offer, Names names, Function<Offer, String> href) {
        boolean unsent = !offer.state().isTold() && !offer.state().isLive();
        return new Became(
                Texts.of(
                        "offer-became",
                        OfferWords.what(offer, names),
                        Texts.of("offer-became-" + (unsent ? "unsent" : offer.state()))),
                href.apply(offer));
    }
}
