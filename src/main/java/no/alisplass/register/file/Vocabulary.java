package no.alisplass.register.file;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.Remarks;

/** The Norwegian words of a file for the values of a fact; the first word of each is the one we write. */
final class Vocabulary<T> {
    private static final Pattern BETWEEN = Pattern.compile("[ .,\\-\\u2010-\\u2015\\u2212/()]");

    static final Vocabulary<Boolean> YES_NO = new Vocabulary<Boolean>()
            .with(true, "ja", "j", "x", "1", "yes", "sann", "true")
            .with(false, "nei", "n", "0", "no", "usann", "false");

    /** Empty for no affiliation, which is a fact too. */
    static final Vocabulary<Optional<Affiliation>> AFFILIATION = new Vocabulary<Optional<Affiliation>>()
            .with(
                    Optional.of(Affiliation.PERMANENT),
                    "fast ansatt",
                    "fast",
                    "fast stilling",
                    "fastlønn",
                    "fastlønnet",
                    "ansatt",
                    "kommunalt ansatt",
                    "fast tilsatt",
                    "fast tilsett",
                    "kommunalt tilsett")
            .with(
                    Optional.of(Affiliation.OWN_LIST),
                    "egen hjemmel",
                    "hjemmel",
                    "egen liste",
                    "fastlegehjemmel",
                    "hjemmelshaver",
                    "eiga liste",
                    "eigen heimel",
                    "heimel",
                    "selvstendig næringsdrivende",
                    "sjølvstendig næringsdrivande",
                    "næringsdrivende",
                    "næringsdrivande")
            // Nine in ten have a list of their own; the others are told, for a salaried one comes before.
            .doubtful(Optional.of(Affiliation.OWN_LIST), "fastlege")
            .with(
                    Optional.of(Affiliation.LOCUM),
                    "vikariat",
                    "vikar",
                    "midlertidig",
                    "midlertidig ansatt",
                    "mellombels tilsett",
                    "mellombels")
            .with(Optional.empty(), "ingen", "ingen tilknytning", "nei", "ikke tilknyttet", "-");

    static final Vocabulary<Scheme> SCHEME = new Vocabulary<Scheme>()
            .with(
                    Scheme.NEW,
                    "ny",
                    "ny ordning",
                    "nye",
                    "ny spesialistutdanning",
                    "ny 2019",
                    "ny ordning 2019",
                    "ny ordning (2019)")
            .with(Scheme.OLD, "gammel", "gammel ordning", "gamle", "gml", "gamal", "gamal ordning", "gammal");

    static final Vocabulary<GroupSupervision> SUPERVISION = new Vocabulary<GroupSupervision>()
            .with(
                    GroupSupervision.NOT_STARTED,
                    "ikke begynt",
                    "ikke startet",
                    "ikke påbegynt",
                    "nei",
                    "ikkje begynt",
                    "ikkje starta",
                    "ikkje påbegynt")
            .with(GroupSupervision.BEGUN, "påbegynt", "begynt", "startet", "starta", "i gang", "pågår", "pågående")
            .with(GroupSupervision.FINISHED, "avsluttet", "avslutta", "ferdig", "fullført", "gjennomført", "fullførte");

    static final Vocabulary<LeaveStatus> LEAVE = new Vocabulary<LeaveStatus>()
            .with(LeaveStatus.GRANTED, "ja", "innvilget", "x", "innvilga")
            .with(LeaveStatus.NOT_APPLIED, "nei", "ikke søkt", "ikkje søkt")
            .with(LeaveStatus.APPLIED, "søkt", "søknad sendt", "til behandling", "søker", "søkjer", "har søkt")
            .with(LeaveStatus.REFUSED, "avslått", "avslag", "ikke innvilget", "ikkje innvilga");

    static final Vocabulary<LocumStatus> LOCUM = new Vocabulary<LocumStatus>()
            .with(LocumStatus.SECURED, "sikret", "ja", "avtalt", "på plass", "ordnet", "sikra", "ordna")
            .with(LocumStatus.SOUGHT, "søkes", "søkt", "lyst ut", "utlyst", "søker", "søkjer", "vert søkt")
            .with(LocumStatus.MISSING, "mangler", "nei", "ikke sikret", "ingen", "manglar", "ikkje sikra")
            .with(
                    LocumStatus.NOT_NEEDED,
                    "trengs ikke",
                    "ikke nødvendig",
                    "ikke behov",
                    "unødvendig",
                    "trengst ikkje",
                    "ikkje nødvendig",
                    "ikkje behov");

    /** By the constants of the wish, which a file does not know. */
    static final Vocabulary<String> ON_CALL = new Vocabulary<String>()
            .with(
                    "DOES_NOT_MATTER",
                    "spiller ingen rolle",
                    "har ingenting å si",
                    "speler inga rolle",
                    "har ingenting å seie",
                    "likegyldig")
            .with("PREFERABLY_WITHOUT", "helst uten vakt", "helst uten", "helst ikke", "helst utan vakt", "helst utan")
            .with("NEVER", "aldri med vakt", "aldri", "uten vakt", "utan vakt");

    private final Map<String, T> meanings = new LinkedHashMap<>();
    private final Map<T, String> written = new LinkedHashMap<>();

    private final Set<String> doubtful = new HashSet<>();

    private Vocabulary() {}

    /** A word that mostly means this, and is told when it was taken so. */
    private Vocabulary<T> doubtful(T value, String word) {
        meanings.put(key(word), value);
        doubtful.add(key(word));
        return this;
    }

    /** Whether the word could mean something else than what it is read as. */
    boolean isDoubtful(String word) {
        return doubtful.contains(key(word));
    }

    private Vocabulary<T> with(T value, String... words) {
        written.put(value, words[0]);
        for (String word : words) {
            meanings.put(key(word), value);
        }
        return this;
    }

    Optional<T> read(String word) {
        return Optional.ofNullable(meanings.get(key(word)));
    }

    String write(T value) {
        return written.get(value);
    }

    /** The words we write. */
    List<String> all() {
        return List.copyOf(written.values());
    }

    /** The words we write, for a sentence. */
    List<Message> list() {
        return written.values().stream().map(Remarks::quoted).toList();
    }

    /** Lower case without spaces, dots, dashes and strokes; any other sign is part of what was said: "ja?" is not "ja". */
    private static String key(String word) {
        String line = Text.line(word);
        String lower = line == null ? "" : line.toLowerCase(Locale.ROOT);
        String key = BETWEEN.matcher(lower).replaceAll("");
        return key.isEmpty() ? lower : key;
    }
}
