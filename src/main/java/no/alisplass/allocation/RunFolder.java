package no.alisplass.allocation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.RunManifest;

/**
 * A run as files that stand alone: enough to check the proof and to find the same proposal again, on any machine and
 * without the database. No names, neither of doctors nor of municipalities.
 *
 * @param policy the policy file the doctors were ranked by
 */
public record RunFolder(
        RunManifest card, String problem, String proposal, String certificate, String reasons, String policy) {
    private static final String README = """
            Kjøring %d av runden «%s»
            ==========================

            Denne mappen er alt som skal til for å kontrollere fordelingen, og for å regne den ut på nytt.
            Her er ingen navn og ingen HPR-numre. Legene heter d001, d002 og så videre, i den rekkefølgen
            prioriteringsreglene har satt dem.

            %s
            problem.json      hva hver lege kunne tilbys, i rekkefølge etter legens egne ønsker, og hvor mange plasser det er
            proposal.json     hva hver lege får
            certificate.json  beviset for at ingen lege kunne fått det bedre uten at rekkefølgen ble brutt
            reasons.json      hvorfor: for hver lege, alt legen heller ville hatt, hva av det som er fullt, og hvem som har det
            run.json          frø, versjoner og kontrollsummer (SHA-256)
            policy.yaml       prioriteringsreglene som rekkefølgen er satt etter

            Kontroller bevis og grunner:   ./alis verify <denne mappen>
            Regn ut fordelingen på nytt:   ./alis replay <denne mappen>

            Det siste skal gi nøyaktig de samme filene, tegn for tegn, på enhver maskin.

            Kontrollen viser at fordelingen er den beste for det som står i problem.json. Om problem.json er det runden
            virkelig ble avgjort etter, ser dere på kontrollsummen «Problem» som verify skriver først: den skal være den samme
            som står på kommunens utfallsside, under «Kontrollsum av det som ble lagt til grunn». Spør en kommune, ikke den som
            ga dere mappen.
            """;

    private static final String NO_AREAS = """
            Her er heller ingen kommuner. En kommune eller bydel som har satt en grense for hvor mange leger som kan være
            borte samtidig, heter a01, a02 og så videre (away:a01:2027-V). Hvem som heter hva, er trukket ut fra alle
            ventelistene, og kan ikke regnes ut av det som står i mappen. Den som fra før vet mye om en lege eller en
            kommune, som hva legen ønsker eller hvor mange kommunen kan avse, kan likevel kjenne dem igjen: gi
            ikke mappen til andre enn dem fordelingen angår.
            """;

    /** Of a run frozen while problems named municipalities by their codes. */
    private static final String AREA_CODES = """
            Kommuner som har satt en grense for hvor mange leger som kan være borte samtidig, står med nummeret sitt
            (away:3205:2027-V), for kjøringen er gjort med en eldre utgave av programmet. Har en slik kommune få leger,
            kan de kjennes igjen: gi ikke mappen til andre enn dem fordelingen angår.
            """;

    private static final Pattern AREA_CODE = Pattern.compile("\"away:[0-9]");

    static RunFolder of(RunEntity run, String policyHash, String policy) {
        Proposal proposal = run.proposal();
        // Not stored: they follow from the three that are, and were checked with them when the run was done.
        String reasons = CanonicalJson.write(StatedReasonsWriter.all(run.problem(), proposal, run.certificate()));
        RunManifest card = new RunManifest(
                run.roundId,
                run.number,
                run.policyId,
                run.policyVersion,
                policyHash,
                run.seed,
                run.solverVersion,
                run.configHash,
                run.problemHash,
                run.proposalHash,
                Sha256.hex(run.certificate),
                Sha256.hex(reasons),
                proposal.placements().size(),
                (int) proposal.placements().stream()
                        .filter(placement -> placement.option() != null)
                        .count());
        return new RunFolder(card, run.problem, run.proposal, run.certificate, reasons, policy);
    }

    /** Name and text of each file, in a fixed order. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "LESMEG.txt",
                README.formatted(
                        card.run(), card.round(), AREA_CODE.matcher(problem).find() ? AREA_CODES : NO_AREAS));
        files.put("problem.json", problem);
        files.put("proposal.json", proposal);
        files.put("certificate.json", certificate);
        files.put("reasons.json", reasons);
        files.put("run.json", CanonicalJson.write(card));
        files.put("policy.yaml", policy);
        return files;
    }
}
