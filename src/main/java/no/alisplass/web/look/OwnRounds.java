package no.alisplass.web.look;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.outcome.ApprovedOutcomes;
import no.alisplass.allocation.outcome.DoctorRounds;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.web.municipality.OutcomesInWords;
import no.alisplass.web.offer.OfferOutcomes;
import no.alisplass.web.shell.Cut;

/** What approved rounds gave the doctor who looks, and why, as the municipality is told it. */
@ApplicationScoped
class OwnRounds {
    /** The reasons are found by trying the round anew: the newest round's, and another's when it is asked for. */
    private static final int SHOWN = 1;

    private final DoctorRounds listed;
    private final ApprovedOutcomes outcomes;
    private final OutcomesInWords words;
    private final OfferOutcomes became;
    private final LookOffers offers;
    private final Rounds rounds;
    private final Capacity capacity;

    @Inject
    OwnRounds(
            DoctorRounds listed,
            ApprovedOutcomes outcomes,
            OutcomesInWords words,
            OfferOutcomes became,
            LookOffers offers,
            Rounds rounds,
            Capacity capacity) {
        this.listed = listed;
        this.outcomes = outcomes;
        this.words = words;
        this.became = became;
        this.offers = offers;
        this.rounds = rounds;
        this.capacity = capacity;
    }

    /**
     * @param waiting where the doctor stands while waiting; null for who was left out of the round
     * @param elsewhere whether it was settled for the doctor by the list of another area
     * @param outcome null then, and for a doctor who was left out of the round after the list was sent
     */
    @TemplateData
    public record Told(
            String title, Instant approvedAt, String waiting, boolean elsewhere, OutcomesInWords.OwnOutcome outcome) {}

    /** @param area only where the doctor stood on that area's list; empty for any */
    Cut<Told> of(HprNumber hpr, Optional<AreaCode> area, int side) {
        DoctorRounds.Page page = listed.of(hpr, area, side - 1, SHOWN);
        int at = Math.min(side, Cut.last(SHOWN, page.total()));
        if (at < side) {
            page = listed.of(hpr, area, at - 1, SHOWN);
        }
        return Cut.at(
                page.rounds().stream().flatMap(each -> told(each, hpr).stream()).toList(), at, SHOWN, page.total());
    }

    private Optional<Told> told(DoctorRounds.Listed one, HprNumber hpr) {
        Round round = rounds.round(one.round()).orElseThrow();
        Hospital hospital = capacity.hospital(round.hospital()).orElseThrow();
        return outcomes.withProof(one.round(), one.area())
                .map(found -> new Told(
                        round.title(),
                        found.own().run().approvedAt(),
                        found.own().doctor(hpr).isPresent() ? LookReservePages.address(one.round()) : null,
                        found.isOfAnother(hpr),
                        outcome(found, hospital, hpr, one)));
    }

    private OutcomesInWords.OwnOutcome outcome(
            ApprovedOutcomes.WithProof found, Hospital hospital, HprNumber hpr, DoctorRounds.Listed one) {
        return found.own()
                .doctor(hpr)
                .map(DoctorOutcome::doctor)
                .map(entry -> words.told(found.run(), hospital, List.of(entry), Map.of(hpr, became(one, hpr)))
                        .get(0))
                .or(() -> found.own().notEligible(hpr).map(outside -> words.outside(found.run(), hospital, outside)))
                .orElse(null);
    }

    private List<OfferOutcomes.Became> became(DoctorRounds.Listed one, HprNumber hpr) {
        return became.of(
                one.round(),
                hpr,
                offers.by(),
                offer -> offer.area().equals(one.area()),
                offer -> offer.state().isTold() ? LookOffers.base(offer) : null);
    }
}
