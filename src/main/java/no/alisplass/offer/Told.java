package no.alisplass.offer;

import java.time.Instant;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.Whom;

/**
 * What must be told to somebody of a step, or of changed wishes; nobody promises that it was sent.
 *
 * @param offer null where wishes were changed
 * @param event which of the offer's; null where wishes were changed
 * @param code of the text, in the bundle of this room
 * @param department of a {@link Whom#DEPARTMENT}; else null
 * @param area of an {@link Whom#AREA}; else null
 * @param hpr of a {@link Whom#DOCTOR}; else null
 * @param answerBy until when something is to be done; null where nothing is
 * @param round in which wishes were changed; null where it is told of an offer
 */
public record Told(
        Long offer,
        Long event,
        Whom whom,
        String code,
        HospitalId hospital,
        DepartmentId department,
        AreaCode area,
        HprNumber hpr,
        Instant answerBy,
        Instant at,
        RoundId round) {

    /** Of a step. */
    public Told(
            Long offer,
            Long event,
            Whom whom,
            String code,
            HospitalId hospital,
            DepartmentId department,
            AreaCode area,
            HprNumber hpr,
            Instant answerBy,
            Instant at) {
        this(offer, event, whom, code, hospital, department, area, hpr, answerBy, at, null);
    }
}
