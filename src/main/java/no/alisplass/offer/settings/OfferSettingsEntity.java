package no.alisplass.offer.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

@Entity
@Table(name = "offer_settings")
class OfferSettingsEntity {
    @Id
    @Column(name = "hospital_id")
    String hospital;

    @Enumerated(EnumType.STRING)
    @Column(name = "answered_by")
    AnsweredBy answeredBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "leave_and_locum")
    LeaveAndLocum leaveAndLocum;

    @Column(name = "leader_decides")
    boolean leaderDecides;

    @Column(name = "first_days")
    int firstDays;

    @Column(name = "later_days")
    int laterDays;

    @Column(name = "upgrade_stop_months")
    int upgradeStopMonths;

    @Column(name = "late_stop_weeks")
    int lateStopWeeks;

    int rounds;

    /** From 1: settings never written have the version 0. */
    @Version
    long version = 1;

    void copyFrom(OfferSettings settings) {
        hospital = settings.hospital().value();
        answeredBy = settings.answeredBy();
        leaveAndLocum = settings.leaveAndLocum();
        leaderDecides = settings.leaderDecides();
        firstDays = settings.firstDays();
        laterDays = settings.laterDays();
        upgradeStopMonths = settings.upgradeStopMonths();
        lateStopWeeks = settings.lateStopWeeks();
        rounds = settings.rounds();
    }

    Versioned<OfferSettings> versioned() {
        OfferSettings settings = new OfferSettings(
                new HospitalId(hospital),
                answeredBy,
                leaveAndLocum,
                leaderDecides,
                firstDays,
                laterDays,
                upgradeStopMonths,
                lateStopWeeks,
                rounds);
        return new Versioned<>(settings, version);
    }
}
