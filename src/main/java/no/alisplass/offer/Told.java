package no.alisplass.offer;

import java.time.Instant;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.life.Whom;

/**
 * What must be told to somebody of a step; nobody promises that it was sent.
 *
 * @param event which of the offer's
 * @param code of the text, in the bundle of this room
 * @param department of a {@link Whom#DEPARTMENT}; else null
 * @param area of an {@link Whom#AREA}; else null
 * @param hpr of a {@link Whom#DOCTOR}; else null
 * @param answerBy until when something is to be done; null where nothing is
 */
public record Told(
        long offer,
        long event,
        Whom whom,
        String code,
        HospitalId hospital,
        DepartmentId department,
        AreaCode area,
        HprNumber hpr,
        Instant answerBy,
        Instant at) {}
