package no.alisplass.register.entry;

import no.alisplass.domain.Finding;

/**
 * A finding of a waitlist and how much it matters.
 *
 * @param row the row of the file as people see it, or the entry's number from 1; null when it is about the whole
 */
public record Remark(Severity severity, Integer row, Finding finding) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
