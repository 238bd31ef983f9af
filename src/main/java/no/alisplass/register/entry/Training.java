package no.alisplass.register.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import no.alisplass.domain.Scheme;

/**
 * What training a doctor is in.
 *
 * @param start of the specialisation; null when not known
 */
public record Training(
        Scheme scheme, @JsonProperty("specialisationStart") LocalDate start) {}
