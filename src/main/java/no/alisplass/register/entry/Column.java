package no.alisplass.register.entry;

import java.util.List;

/** The columns of files with doctors, in the order they are written, each with the JSON field of the same fact. */
public enum Column implements EntryField {
    PRIORITY(
            "Prioritet",
            "priority",
            true,
            "Kommunens egen rekkefølge, 1 er først.",
            "Nr",
            "Nummer",
            "Prioritering",
            "Prio",
            "Pri",
            "Rekkefølge"),
    NAME(
            "Navn",
            "name",
            true,
            "Legens navn. Aldri fødselsnummer, verken her eller andre steder.",
            "Lege",
            "Legens navn",
            "Navn på lege",
            "Fullt navn",
            "Namn",
            "Namn på lege"),
    HPR("HPR-nummer", "hprNumber", true, "1 til 9 sifre.", "HPR", "HPR-nr", "HPR-nummer (HPR)"),
    EMAIL("E-post", "email", false, "E-postadresse.", "Epostadresse", "Mail", "E-mail"),
    AREA(
            "Kommunenummer",
            "area",
            true,
            "Fire sifre, eller seks for en bydel i Oslo.",
            "Kommunenr",
            "Kommune",
            "Kommunenavn",
            "Kommunenamn",
            "Bydel",
            "Bydelsnummer"),
    AFFILIATION(
            "Tilknytning",
            "affiliation",
            true,
            "fast ansatt, egen hjemmel, vikariat eller ingen.",
            "Type tilknytning",
            "Tilknytningsform",
            "Ansettelsesforhold"),
    AFFILIATION_FROM(
            "Vikariat fra og med",
            "affiliationFrom",
            false,
            "Første dag av tilknytningen, dd.mm.åååå.",
            "Tilknytning fra og med",
            "Tilknytning fra",
            "Tilknyttet fra",
            "Vikariat fra"),
    AFFILIATION_TO(
            "Vikariat til og med",
            "affiliationTo",
            false,
            "Siste dag av vikariatet, dd.mm.åååå. Må fylles ut for vikarer.",
            "Tilknytning til og med",
            "Tilknytning til",
            "Tilknyttet til",
            "Vikariat til"),
    SCHEME("Ordning", "scheme", true, "ny eller gammel.", "Gammel/ny ordning", "Ny/gammel ordning"),
    START(
            "Startdato spesialisering",
            "specialisationStart",
            false,
            "dd.mm.åååå.",
            "Start spesialisering",
            "Oppstart spesialisering",
            "Spesialisering startet",
            "Spes. startet"),
    SERVICE(
            "Tellende tjeneste (md)",
            "statedService",
            false,
            "Måneder, for eksempel 26,5. Kan stå tomt når tjenesteperioder er fylt ut.",
            "Tellende tjeneste",
            "Tellende tjeneste (måneder)"),
    OPEN_PRACTICE(
            "Åpen uselektert praksis (md)",
            "statedOpenPractice",
            false,
            "Måneder. Kan stå tomt når tjenesteperioder er fylt ut.",
            "Åpen uselektert praksis",
            "Åpen uselektert praksis (måneder)",
            "Åpen praksis",
            "Åpen praksis (md)"),
    STATED_ON(
            "Tellende tjeneste per",
            "statedOn",
            false,
            "Datoen de oppgitte månedene gjelder for, dd.mm.åååå. Tom: dagen listen sendes.",
            "Tellende tjeneste per dato",
            "Per dato"),
    STATED_SHARE(
            "Stilling videre i %",
            "statedShare",
            false,
            "Stillingen legen fortsetter i etter datoen, 0 til 100. Tom: full stilling.",
            "Stilling videre",
            "Stillingsprosent videre"),
    PERIODS(
            "Tjenesteperioder",
            "periods",
            false,
            "Valgfritt: 01.09.2022 - 31.08.2024 80 % åpen (permisjon 01.02.2023 - 31.03.2023). Flere skilles med |."
                    + " Skriv åpen for åpen uselektert praksis, ellers tellende."),
    OBJECTIVES(
            "Fullførte læringsmål",
            "objectives",
            true,
            "Antall, 0 til " + WaitlistEntry.OBJECTIVES + ".",
            "Læringsmål"),
    ACTIVITIES("Fullførte læringsaktiviteter", "activities", true, "Antall.", "Læringsaktiviteter"),
    SUPERVISION("Gruppeveiledning", "supervision", true, "ikke begynt, påbegynt eller avsluttet."),
    APPROVED(
            "Godkjent institusjonstjeneste",
            "approved",
            false,
            "Valgfritt: avdeling: måneder, for eksempel Geriatrisk avdeling: 3. Flere skilles med |."),
    MONTHS_LEFT(
            "Gjenstående institusjonstjeneste (md)",
            "monthsLeft",
            true,
            "Måneder: høyst 12 på gammel ordning og 6 på ny.",
            "Gjenstående institusjonstjeneste",
            "Gjenstående institusjonstjeneste (måneder)",
            "Gjenstående sykehustjeneste",
            "Gjenstår på sykehus",
            "Gjenstår",
            "Gjenstår (md)"),
    INTERRUPTED(
            "Tidligere avbrudd",
            "interrupted",
            false,
            "ja eller nei. Aldri årsaken.",
            "Avbrutt tjeneste",
            "Avbrutt tjeneste før",
            "Tidligere avbrutt tjeneste"),
    EARLIEST(
            "Ønsket oppstart",
            "wishes.earliestStart",
            false,
            "Halvåret, for eksempel vår 2027.",
            "Ønsket start",
            "Ønskt oppstart",
            "Tidligst oppstart"),
    WISH(
            "Ønsket avdeling",
            "wishes.ranked",
            false,
            "Én avdeling i hver av kolonnene 1 til 8, beste først. To like gode i samme celle: Lunge = Geriatri.",
            "Ønske",
            "Ønsket avd",
            "Ønskt avdeling",
            "Avdelingsønske",
            "Avd. ønske"),
    REFUSED(
            "Uønskede avdelinger",
            "wishes.refused",
            false,
            "Avdelinger legen ikke vil ha, skilt med komma.",
            "Uønsket avdeling",
            "Uønskede avd",
            "Uønskte avdelingar",
            "Vil ikke ha"),
    ONLY_RANKED(
            "Bare ønskede avdelinger",
            "wishes.onlyRanked",
            false,
            "ja hvis legen ikke vil ha andre enn de ønskede, ellers nei."),
    WHOLE_ONLY(
            "Hele tjenesten eller ingenting",
            "wishes.wholeOnly",
            false,
            "ja hvis legen trenger to deler og heller venter enn å få bare den første, ellers nei.",
            "Begge deler eller ingenting"),
    WEIGHT(
            "Tidligste start betyr mest",
            "wishes.weight",
            false,
            "ja hvis tidlig oppstart betyr mer enn avdeling, ellers nei.",
            "Tidlig start betyr mest"),
    BLOCKED("Blokkerte halvår", "wishes.blocked", false, "Halvår legen ikke kan, skilt med komma: 2027-V, 2027-H."),
    ON_CALL(
            "Tjeneste med vakt",
            "onCall",
            false,
            "spiller ingen rolle, helst uten vakt eller aldri med vakt. Aldri årsaken. Tom: ikke oppgitt.",
            "Vakt",
            "Vaktønske",
            "Ønske om vakt",
            "Teneste med vakt"),
    LEAVE("Permisjon innvilget", "leave", false, "ja, nei, søkt eller avslått.", "Permisjon"),
    LOCUM("Vikar", "locum", false, "sikret, søkes, mangler eller trengs ikke."),
    NOTE(
            "Merknad",
            "note",
            false,
            "Høyst " + EntryRules.NOTE_LENGTH + " tegn. Aldri fødselsnummer eller helseopplysninger.",
            "Merknader",
            "Kommentar",
            "Kommentarer");

    /** How many departments or groups of equally good ones can be wished. */
    public static final int WISHES = 8;

    private final String header;
    private final String json;
    private final boolean obligatory;
    private final String help;
    private final List<String> otherNames;

    Column(String header, String json, boolean obligatory, String help, String... otherNames) {
        this.header = header;
        this.json = json;
        this.obligatory = obligatory;
        this.help = help;
        this.otherNames = List.of(otherNames);
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public String json() {
        return json;
    }

    public boolean obligatory() {
        return obligatory;
    }

    public String help() {
        return help;
    }

    public List<String> otherNames() {
        return otherNames;
    }

    /** One of several of the same kind: the second wish, the third period; counted from 1. */
    public EntryField nth(int number) {
        return new Nth(this, number, "");
    }

    /** A part of one of several: {@code periods[0].leaves}. */
    public EntryField nth(int number, String part) {
        return new Nth(this, number, "." + part);
    }

    private record Nth(Column column, int number, String part) implements EntryField {
        @Override
        public String header() {
            return column == WISH ? column.header + " " + number : column.header;
        }

        @Override
        public String json() {
            return column.json + "[" + (number - 1) + "]" + part;
        }
    }
}
