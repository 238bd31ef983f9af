package no.alisplass.sample;

import java.util.Locale;
import java.util.stream.Collectors;
import no.alisplass.domain.Scheme;

/** What a sample round's folder says of itself. */
final class Readme {
    private static final String TEXT = """
            # En oppdiktet tildelingsrunde

            %d leger i spesialisering fra %d kommuner og bydeler som vil til Ahus fra %s, %d halvår. **Alt er oppdiktet**: navnene er \
            satt sammen, HPR-numrene (fra %d) er høyere enn noen har fått, e-postadressene ligger under `.example`, og tallene er \
            trukket. Bare kommunene, bydelene og numrene deres er virkelige. Opplysningene er per %s.
            %s
            Laget med

                ./alis generate --doctors %d --seed %d --half-year %s --half-years %d --format %s%s --out MAPPE

            Samme tall gir de samme filene, byte for byte. Andre tall gir andre runder, fra 1 til %d leger.

            - `runde.json`: runden, som den sendes til `POST /api/v1/rounds`.
            - `plasser.json`: plasser per stilling og halvår. Sykehus, stillinger og områder ligger i `../ahus`.
            %s- `lister.json`: hvilket område hver venteliste er fra, og hvor mange leger det kan unnvære på en gang (`awayLimit`).
            - `ventelister/`: én fil per område, slik kommuner sender dem. JSON-filene er som til
              `PUT /api/v1/rounds/{runde}/waitlists/{område}`, de andre som til `POST …/import`.

            | fil | form | leger | kan unnvære |
            |---|---|---|---|
            %s
            I Excel-filene og i CSV-filene i Windows-1252 har bydelene mistet nullen foran (30110). Avdelinger og halvår skrives på \
            tre måter. Kommunenes egen rekkefølge følger oftest ansienniteten, men ikke alltid.
            """;

    private static final String AGAIN = """

            %d av dem sto på lister til runden året før (`--earlier %d`), med de samme HPR-numrene: de som da hadde mindre enn tre år \
            tjeneste og hele institusjonstjenesten igjen, og som derfor sto bak andre ved alle plassene. Hvem ellers som ventet da, vet \
            ingen før runden er kjørt; de er ikke med.
            """;
    private static final String SINCE_2028 = """

            Runden følger `ahus-2020` versjon %d: innkalling %s og frist %s, elleve og ni måneder før start. Den gamle ordningen er over; noen har \
            gått over til den nye, og den som ikke har det, kan ikke være med. Læringsmålene er av %d (112 mindre de 46 felles som falt \
            bort 1. mars 2026): summen er regnet ut av oss, ingen har sagt den.
            """;
    private static final String AGREEMENTS = """
            - `avtaler.json`: avtalen med hvert område, slik den sendes til `PUT /api/v1/hospitals/ahus/agreements/{område}`. Den minste \
            kommunen har ingen ennå, og den nest minste er ikke registrert som utdanningsvirksomhet.
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
                about(round),
                parameters.doctors(),
                parameters.seed(),
                parameters.first(),
                parameters.halfYears(),
                mixed ? Generate.MIXED : parameters.formats().get(0).word(),
                parameters.earlier() == null
                        ? ""
                        : " --earlier " + parameters.earlier().seed(),
                Parameters.MAX_DOCTORS,
                parameters.rules().asksAgreed() ? AGREEMENTS : "",
                lists);
    }

    private static String about(SampleRound round) {
        Parameters parameters = round.parameters();
        SampleRules rules = parameters.rules();
        String about = rules == SampleRules.UNTIL_2027
                ? ""
                : SINCE_2028.formatted(
                        rules.policyVersion(),
                        parameters.asOf(),
                        rules.deadline(parameters.first()),
                        rules.objectives(Scheme.NEW));
        if (parameters.earlier() == null) {
            return about;
        }
        long again = round.doctors().stream()
                .filter(doctor -> doctor.hpr().value() < parameters.firstHpr()
                        || doctor.hpr().value() >= parameters.firstHpr() + Parameters.MAX_DOCTORS)
                .count();
        return about + AGAIN.formatted(again, parameters.earlier().seed());
    }

    private static String line(SampleList list) {
        Object limit = list.awayLimit() == null ? "alle" : list.awayLimit();
        return "| `" + list.fileName() + "` | " + list.format().description() + " | "
                + list.doctors().size() + " | " + limit + " |\n";
    }
}
