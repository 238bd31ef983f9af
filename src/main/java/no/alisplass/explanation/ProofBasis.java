package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.explanation.Reasons.Basis;
import no.alisplass.explanation.Reasons.Ground;
import no.alisplass.explanation.Reasons.Place;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.ResourceId;

/** What the certificate rests on for a doctor, as stated for the checker. */
final class ProofBasis {
    private final ExplainedRun scene;
    private final int doctor;

    ProofBasis(ExplainedRun scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
    }

    Ground ground() {
        Proof proof = scene.certificate.claims().get(doctor).proof();
        return switch (proof.kind()) {
            case TIGHT_SET -> tight(scene.stated(doctor).ground());
            case NOTHING_BETTER -> resting(Basis.NOTHING_BETTER);
            case PINNED -> resting(Basis.BY_HAND);
            case PRICES, BY_CASES -> resting(Basis.PRICES);
            case EXHAUSTED -> resting(Basis.EXHAUSTED);
            case NOT_PROVEN, REFUTED -> resting(Basis.NOT_PROVEN);
        };
    }

    private Ground resting(Basis basis) {
        return new Ground(basis, List.of(), 0, scene.byHand);
    }

    private Ground tight(StatedReasons.Ground stated) {
        List<Place> places = new ArrayList<>();
        boolean ownLimit = true;
        for (ResourceId resource : stated.resources()) {
            ownLimit &= resource.equals(ownAway(resource));
            if (scene.stay(resource) != null) {
                places.add(new Place(scene.stay(resource), scene.capacity(resource)));
            }
        }
        int holders = stated.holders().size();
        if (holders == 0) {
            return new Ground(Basis.NO_PLACES, places, 0, scene.byHand);
        }
        if (!allNeedIt(stated)) {
            return resting(Basis.PRICES);
        }
        List<Integer> haveSeats = places.stream()
                .flatMap(place ->
                        scene
                                .holders(ResourceId.seat(
                                        place.stay().position(), place.stay().halfYear()))
                                .stream())
                .filter(holder -> holder != doctor)
                .distinct()
                .toList();
        // Who has only something of a limit does not have the places.
        return new Ground(
                ownLimit ? Basis.OWN_LIMIT : Basis.TIGHT_SET,
                haveSeats.size() == holders ? places : List.of(),
                holders,
                scene.byHand);
    }

    /**
     * Whether each holder stands ahead, by the criteria and not by hand, and has nothing as good outside the set. A set can prove a claim
     * without that: who is settled by hand has no choice left, and room that someone behind uses may be too little for a service of two parts.
     */
    private boolean allNeedIt(StatedReasons.Ground stated) {
        return stated.holders().stream().map(scene::number).allMatch(holder -> {
            Doctor one = scene.doctor(holder);
            return !one.pinned()
                    && (holder < doctor || !scene.wishesFirst())
                    && one.options().stream()
                            .filter(option -> option.tier() <= scene.heldTier(holder))
                            .allMatch(option -> option.uses().stream().anyMatch(stated.resources()::contains));
        });
    }

    private ResourceId ownAway(ResourceId resource) {
        return scene.snapshot.roster().away(scene.entry(doctor).facts().area(), scene.halfYear(resource));
    }
}
