package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.explanation.Reasons.Basis;
import no.alisplass.explanation.Reasons.Ground;
import no.alisplass.explanation.Reasons.Place;
import no.alisplass.problem.ResourceId;

/** What the certificate rests on for a doctor, as stated for the checker. */
final class Grounds {
    private final Scene scene;
    private final int doctor;

    Grounds(Scene scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
    }

    Ground ground() {
        Proof proof = scene.certificate.claims().get(doctor).proof();
        return proof instanceof Proof.TightSet
                ? tight(scene.stated(doctor).ground())
                : new Ground(basis(proof), List.of(), 0);
    }

    private static Basis basis(Proof proof) {
        if (proof instanceof Proof.NothingBetter) {
            return Basis.NOTHING_BETTER;
        }
        if (proof instanceof Proof.Pinned) {
            return Basis.BY_HAND;
        }
        if (proof instanceof Proof.Prices || proof instanceof Proof.ByCases) {
            return Basis.PRICES;
        }
        return proof instanceof Proof.Exhausted ? Basis.EXHAUSTED : Basis.NOT_PROVEN;
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
            return new Ground(Basis.NO_PLACES, places, 0);
        }
        return new Ground(ownLimit ? Basis.OWN_LIMIT : Basis.TIGHT_SET, places, holders);
    }

    private ResourceId ownAway(ResourceId resource) {
        return ResourceId.away(scene.entry(doctor).facts().area(), scene.halfYear(resource));
    }
}
