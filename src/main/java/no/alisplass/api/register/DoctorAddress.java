package no.alisplass.api.register;

import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;

/** A doctor's number as it stands in addresses. */
final class DoctorAddress {
    static final String FORM = "[0-9]{1,9}";

    private DoctorAddress() {}

    /** The number; refused (NOT_FOUND) when it is nobody's, as 0 is. */
    static Result<HprNumber> number(String text) {
        return HprNumber.read(text)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(Finding.of("hprNumber", text, "register.doctor-unknown", text)));
    }
}
