package no.alisplass.catchment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

@Entity
@Table(name = "training_agreement")
class AgreementEntity {
    @Embeddable
    record Key(
            @Column(name = "hospital_id") String hospital,
            @Column(name = "area_code") String area) {}

    @EmbeddedId
    Key key;

    @Column(name = "signed_on")
    LocalDate signedOn;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    String reference;

    @Column(name = "registered_since")
    LocalDate registeredSince;

    /** From 1: one never written has the version 0. */
    @Version
    long version = 1;

    void copyFrom(Agreement agreement) {
        key = new Key(agreement.hospital().value(), agreement.area().value());
        signedOn = agreement.signedOn();
        firstDay = agreement.from();
        lastDay = agreement.to();
        reference = agreement.reference();
        registeredSince = agreement.registeredSince();
    }

    Versioned<Agreement> versioned() {
        Agreement agreement = new Agreement(
                new HospitalId(key.hospital()),
                new AreaCode(key.area()),
                signedOn,
                firstDay,
                lastDay,
                reference,
                registeredSince);
        return new Versioned<>(agreement, version);
    }
}
