package no.alisplass.offer.refill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.refill.RefillStore.Papers;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.refill.check.ExportedRefill;

/** A refill as files that stand alone: enough to check it on any machine and without the database. No names, neither of doctors nor of municipalities. */
public final class RefillFolder {
    private static final String README = """
            Påfyll %d av runden «%s»
            ========================

            Denne mappen er alt som skal til for å kontrollere hvem som fikk plassene som ble ledige.
            Her er ingen navn og ingen HPR-numre. Legene heter d001, d002 og så videre, i den rekkefølgen
            prioriteringsreglene satte dem da fordelingen ble godkjent.

            refill-problem.json      hvem som hadde hva, og hva hver lege ville tatt imot
            refill-outcome.json      hvem som har hva etterpå, og hvem som flyttet hvor
            refill-certificate.json  hvert steg på veien, og det som skal holde
            problem.json             runden slik den ble fordelt, som rekkefølgen er fra

            Kontroller:   ./alis verify <denne mappen>

            Hvem som hadde hva fra før, og hva legene ønsket, kan mappen ikke vise. Spør sykehuset og legene om det.
            Gi ikke mappen til andre enn dem det angår: den som vet mye om en lege fra før, kan kjenne legen igjen.
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    RefillFolder(String title, int number, Papers papers, AllocationProblem round) {
        files.put("LESMEG.txt", README.formatted(number, title));
        files.put(ExportedRefill.PROBLEM, papers.problem());
        files.put(ExportedRefill.OUTCOME, papers.outcome());
        files.put(ExportedRefill.CERTIFICATE, papers.certificate());
        files.put(ExportedRefill.ROUND, CanonicalJson.write(round));
    }

    /** Name and text of each file, in a fixed order. */
    public Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }
}
