package no.alisplass.sample;

import java.util.Locale;
import java.util.stream.Collectors;

/** What a sample round's folder says of itself. */
final class Readme {
    private static final String TEXT = """
            # En oppdiktet tildelingsrunde

            %d leger i spesialisering fra %d kommuner og bydeler som vil til Ahus fra %s, %d halvår. **Alt er oppdiktet**: navnene er \
            satt sammen, HPR-numrene (fra %d) er høyere enn noen har fått, e-postadressene ligger under `.example`, og tallene er \
            trukket. Bare kommunene, bydelene og numrene deres er virkelige. Opplysningene er per %s.

            Laget med

                ./alis generate --doctors %d --seed %d --half-year %s --half-years %d --format %s --out MAPPE

            Samme tall gir de samme filene, byte for byte. Andre tall gir andre runder, fra 1 til %d leger.

            - `runde.json`: runden, som den sendes til `POST /api/v1/rounds`.
            - `plasser.json`: plasser per stilling og halvår. Sykehus, stillinger og områder ligger i `../ahus`.
            - `lister.json`: hvilket område hver venteliste er fra, og hvor mange leger det kan unnvære på en gang (`awayLimit`).
            - `ventelister/`: én fil per område, slik kommuner sender dem. JSON-filene er som til
              `PUT /api/v1/rounds/{runde}/waitlists/{område}`, de andre som til `POST …/import`.

            | fil | form | leger | kan unnvære |
            |---|---|---|---|
            %s
            I Excel-filene og i CSV-filene i Windows-1252 har bydelene mistet nullen foran (30110). Avdelinger og halvår skrives på \
            tre måter. Kommunenes egen rekkefølge følger oftest ansienniteten, men ikke alltid.
            """;

    private Readme() {}

    static String of(SampleRound round) {
        Parameters parameters = round.parameters();
        boolean mixed = parameters.formats().size() > 1;
        String lists = round.lists().stream().map(Readme::line).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                TEXT,
                parameters.doctors(),
                round.lists().size(),
                parameters.first(),
                parameters.halfYears(),
                parameters.firstHpr(),
                parameters.asOf(),
                parameters.doctors(),
                parameters.seed(),
                parameters.first(),
                parameters.halfYears(),
                mixed ? Generate.MIXED : parameters.formats().get(0).word(),
                Parameters.MAX_DOCTORS,
                lists);
    }

    private static String line(SampleList list) {
        Object limit = list.awayLimit() == null ? "alle" : list.awayLimit();
        return "| `" + list.fileName() + "` | " + list.format().description() + " | "
                + list.doctors().size() + " | " + limit + " |\n";
    }
}
