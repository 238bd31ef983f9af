package no.alisplass.register.grid;

import java.util.Set;
import java.util.regex.Pattern;

/** What spreadsheets write in place of a value that a formula does not have, in the languages they are used in here. */
final class ErrorWords {
    static final String NO_VALUE = "#FORMEL!";

    private static final Set<String> WORDS = Set.of((NO_VALUE
                    // English, with what newer versions added
                    + " #N/A #NA #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #CONNECT! #BLOCKED!"
                    + " #UNKNOWN! #EXTERNAL! #BUSY! #PYTHON! #TIMEOUT! #GETTING_DATA #ERROR! #MACRO?"
                    // Norwegian and Danish
                    + " #I/T #VERDI! #NAVN? #TALL! #OVERFLYT! #OVERFLOW! #BEREGN! #FELT! #KOBLE! #KOBLETIL! #BLOKKERT!"
                    + " #UKJENT! #OPPTATT! #HENTER_DATA #FEIL! #VÆRDI! #TAL! #NUM? #OVERLØB! #BEREGN? #FEJL! #UKENDT!"
                    // Swedish and Finnish
                    + " #SAKNAS! #SAKNAS #VÄRDEFEL! #NAMN? #OGILTIGT! #REFERENS! #DIVISION/0! #SKÄRNING! #SPILL? #BERÄKNA!"
                    + " #FÄLT! #PUUTTUU! #PUUTTUU #ARVO! #NIMI? #LUKU! #VIITTAUS! #JAKO/0! #TYHJÄ! #VUOTO! #LASKE!"
                    // German, French, Spanish, Dutch, Polish
                    + " #NV #WERT! #ZAHL! #BEZUG! #ÜBERLAUF! #KALK! #FELD! #VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION!"
                    + " #CHAMP! #N/D #¡VALOR! #VALOR! #¿NOMBRE? #NOMBRE? #¡NUM! #¡REF! #¡DIV/0! #¡NULO! #N/B #WAARDE!"
                    + " #NAAM? #GETAL! #VERW! #DEEL/0! #LEEG! #ARG! #NAZWA? #LICZBA! #ADR! #ZERO!")
            .split(" "));

    /** LibreOffice names an error by number; a column too narrow for its number shows, and saves as text, only signs. */
    private static final Pattern OTHERS = Pattern.compile("(?:Err|Feil|Fel|Fejl|Fehler|Erreur|Virhe):[0-9]{3}|#{3,}"
            // A sheet on the net that was saved before it had fetched its values.
            + "|(?:Laster inn|Lastar inn|Laddar|Indlæser|Loading|Henter data)(?:[.]{3}|…)");

    private ErrorWords() {}

    static boolean has(String cell) {
        return cell.length() < 30
                && (cell.startsWith("#") && WORDS.contains(cell)
                        || OTHERS.matcher(cell).matches());
    }
}
