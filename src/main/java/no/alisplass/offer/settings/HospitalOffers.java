package no.alisplass.offer.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Audit;

/** How each hospital offers positions, as its coordinator has set it. Settings never written are the usual ones, version 0. */
@ApplicationScoped
public class HospitalOffers {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("offer.settings-version-missing", "offer.settings-changed-meanwhile");

    private final OfferSettingsStore settings;
    private final Capacity capacity;
    private final Audit audit;

    HospitalOffers(OfferSettingsStore settings, Capacity capacity, Audit audit) {
        this.settings = settings;
        this.capacity = capacity;
        this.audit = audit;
    }

    /** As they hold now; the usual ones of a hospital that is not known. */
    @Transactional
    public Versioned<OfferSettings> of(HospitalId hospital) {
        return settings.find(hospital).orElseGet(() -> usual(hospital));
    }

    /**
     * Writes them anew; the same as stand change nothing. Offers that are out keep their deadlines. Refused NOT_FOUND for an
     * unknown hospital, INVALID when a number is out of bounds, CONFLICT when another version stands.
     */
    @Transactional
    public Result<Versioned<OfferSettings>> put(OfferSettings wanted, Long expectedVersion) {
        if (capacity.hospital(wanted.hospital()).isEmpty()) {
            return Result.notFound(
                    Finding.of("hospital", wanted.hospital(), "offer.hospital-unknown", wanted.hospital()));
        }
        List<Finding> findings = OfferSettingsRules.check(wanted);
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        Versioned<OfferSettings> before = settings.lock(wanted.hospital()).orElseGet(() -> usual(wanted.hospital()));
        if (before.value().equals(wanted)) {
            return Result.done(before);
        }
        Optional<Finding> stale = VERSIONS.conflictWith(
                before.version(), expectedVersion, wanted.hospital().value());
        if (stale.isPresent()) {
            return Result.conflict(stale.get());
        }
        Versioned<OfferSettings> after = settings.write(wanted);
        audit.record("offer.settings-put", "hospital/" + wanted.hospital() + "/offers", before.value(), after.value());
        return Result.done(after);
    }

    private static Versioned<OfferSettings> usual(HospitalId hospital) {
        return new Versioned<>(OfferSettings.usual(hospital), 0);
    }
}
