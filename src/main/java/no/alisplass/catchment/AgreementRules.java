package no.alisplass.catchment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;

/** What must hold of an agreement. */
final class AgreementRules {
    private AgreementRules() {}

    static List<Finding> check(Agreement agreement, LocalDate today) {
        List<Finding> findings =
                new ArrayList<>(Text.faults("reference", agreement.reference(), Agreement.MAX_REFERENCE, null));
        LocalDate signed = agreement.signedOn();
        LocalDate from = agreement.from();
        LocalDate to = agreement.to();
        if (signed != null && signed.isAfter(today)) {
            findings.add(Finding.of("signedOn", signed, "catchment.signed-later", signed));
        }
        if (signed != null && from == null) {
            findings.add(Finding.of("from", null, "catchment.agreement-without-begin"));
        }
        if (signed == null && (from != null || to != null || agreement.reference() != null)) {
            findings.add(Finding.of("signedOn", null, "catchment.agreement-unsigned"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(Finding.of("to", to, "catchment.ends-before-it-begins", from, to));
        }
        return findings;
    }
}
