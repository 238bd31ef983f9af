package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.explanation.Reasons.Basis;
import no.alisplass.explanation.Reasons.Ground;
import no.alisplass.explanation.Reasons.Place;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** What the certificate rests on for a doctor; of a tight set that several doctors share, only what concerns this one. */
final class Grounds {
    private final Scene scene;
    private final int doctor;

    Grounds(Scene scene, int doctor) {
        this.scene = scene;
        this.doctor = doctor;
    }

    Ground ground() {
        Proof proof = scene.certificate.claims().get(doctor).proof();
        if (proof instanceof Proof.TightSet set) {
            return tight(scene.certificate.priceLists().get(set.priceList()));
        }
        return new Ground(basis(proof), List.of(), 0);
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

    private Ground tight(PriceList list) {
        Set<ResourceId> all = list.prices().stream()
                .map(PriceList.Price::resource)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<ResourceId> near = scene.wishesFirst() ? near(all) : all;
        Set<ResourceId> set = proves(near) ? near : all;
        Set<Integer> holders = new HashSet<>();
        List<Place> places = new ArrayList<>();
        boolean ownLimit = true;
        for (Resource resource : scene.problem.resources()) {
            if (set.contains(resource.id())) {
                holders.addAll(scene.holders(resource.id()));
                ownLimit &= resource.id().equals(ownAway(resource.id()));
                if (scene.stay(resource.id()) != null) {
                    places.add(new Place(scene.stay(resource.id()), resource.capacity()));
                }
            }
        }
        holders.remove(doctor);
        if (holders.isEmpty()) {
            return new Ground(Basis.NO_PLACES, places, 0);
        }
        return new Ground(ownLimit ? Basis.OWN_LIMIT : Basis.TIGHT_SET, places, holders.size());
    }

    private ResourceId ownAway(ResourceId resource) {
        return ResourceId.away(scene.entry(doctor).facts().area(), scene.halfYear(resource));
    }

    /** What can be reached from the doctor's better options by the doctors ahead giving way to each other. */
    private Set<ResourceId> near(Set<ResourceId> all) {
        Set<ResourceId> near = new LinkedHashSet<>();
        List<ResourceId> open = new ArrayList<>();
        scene.better(doctor).forEach(option -> reach(option, all, near, open));
        while (!open.isEmpty()) {
            ResourceId resource = open.remove(open.size() - 1);
            for (int holder : scene.holders(resource)) {
                if (ahead(holder)) {
                    allowed(holder).forEach(option -> reach(option, all, near, open));
                }
            }
        }
        return near;
    }

    private static void reach(Option option, Set<ResourceId> all, Set<ResourceId> near, List<ResourceId> open) {
        for (ResourceId use : option.uses()) {
            if (all.contains(use) && near.add(use)) {
                open.add(use);
            }
        }
    }

    /** Whether the doctors ahead and this one need more of the set than there is, by the certificate's arithmetic. */
    private boolean proves(Set<ResourceId> set) {
        long need = least(scene.better(doctor), set);
        for (int d = 0; d < scene.problem.doctors().size(); d++) {
            if (ahead(d) && scene.held(d) != null) {
                need += least(allowed(d), set);
            }
        }
        return need > set.stream().mapToLong(scene::capacity).sum();
    }

    private boolean ahead(int other) {
        return other < doctor || scene.doctor(other).pinned();
    }

    private List<Option> allowed(int other) {
        int tier = scene.heldTier(other);
        return scene.doctor(other).options().stream()
                .filter(option -> option.tier() <= tier)
                .toList();
    }

    private static long least(List<Option> options, Set<ResourceId> set) {
        return options.stream()
                .mapToLong(
                        option -> option.uses().stream().filter(set::contains).count())
                .min()
                .orElse(0);
    }
}
