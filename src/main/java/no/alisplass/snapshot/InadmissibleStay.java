package no.alisplass.snapshot;

import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/** A stay that could not be offered to a doctor, and the first rule that forbids it. */
public record InadmissibleStay(PositionId position, HalfYear halfYear, OfferRule reason) {}
