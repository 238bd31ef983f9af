package no.alisplass.waitlist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.text.Text;

/** The Norwegian words of a file for the values of a fact; the first word of each is the one we write. */
final class Words<T> {
    static final Words<Boolean> YES_NO = new Words<Boolean>()
            .with(true, "ja", "j", "x", "1", "yes", "sann", "true")
            .with(false, "nei", "n", "0", "no", "usann", "false", "-");

    /** Empty for no affiliation, which is a fact too. */
    static final Words<Optional<Affiliation>> AFFILIATION = new Words<Optional<Affiliation>>()
            .with(
                    Optional.of(Affiliation.PERMANENT),
                    "fast ansatt",
                    "fast",
                    "fast stilling",
                    "fastlønn",
                    "fastlønnet",
                    "ansatt",
                    "kommunalt ansatt",
                    "fast tilsatt")
            .with(
                    Optional.of(Affiliation.OWN_LIST),
                    "egen hjemmel",
                    "hjemmel",
                    "egen liste",
                    "fastlegehjemmel",
                    "hjemmelshaver",
                    "selvstendig næringsdrivende",
                    "næringsdrivende")
            .with(Optional.of(Affiliation.LOCUM), "vikariat", "vikar", "midlertidig", "midlertidig ansatt")
            .with(Optional.empty(), "ingen", "ingen tilknytning", "nei", "-");

    static final Words<Scheme> SCHEME = new Words<Scheme>()
            .with(Scheme.NEW, "ny", "ny ordning", "nye", "ny spesialistutdanning")
            .with(Scheme.OLD, "gammel", "gammel ordning", "gamle", "gml");

    static final Words<GroupSupervision> SUPERVISION = new Words<GroupSupervision>()
            .with(GroupSupervision.NOT_STARTED, "ikke begynt", "ikke startet", "ikke påbegynt", "nei")
            .with(GroupSupervision.BEGUN, "påbegynt", "begynt", "startet", "i gang", "pågår")
            .with(GroupSupervision.FINISHED, "avsluttet", "ferdig", "fullført", "gjennomført");

    static final Words<LeaveStatus> LEAVE = new Words<LeaveStatus>()
            .with(LeaveStatus.GRANTED, "ja", "innvilget", "x")
            .with(LeaveStatus.NOT_APPLIED, "nei", "ikke søkt", "-")
            .with(LeaveStatus.APPLIED, "søkt", "søknad sendt", "til behandling")
            .with(LeaveStatus.REFUSED, "avslått", "avslag", "ikke innvilget");

    static final Words<LocumStatus> LOCUM = new Words<LocumStatus>()
            .with(LocumStatus.SECURED, "sikret", "ja", "avtalt", "på plass", "ordnet")
            .with(LocumStatus.SOUGHT, "søkes", "søkt", "lyst ut", "utlyst")
            .with(LocumStatus.MISSING, "mangler", "nei", "ikke sikret", "ingen", "-")
            .with(LocumStatus.NOT_NEEDED, "trengs ikke", "ikke nødvendig", "ikke behov", "unødvendig");

    private final Map<String, T> meanings = new LinkedHashMap<>();
    private final Map<T, String> written = new LinkedHashMap<>();

    private Words() {}

    private Words<T> with(T value, String... words) {
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
    String list() {
        return written.values().stream().map(word -> "«" + word + "»").collect(Collectors.joining(", "));
    }

    private static String key(String word) {
        String key = Text.key(word);
        return key.isEmpty() ? String.valueOf(Text.line(word)) : key;
    }
}
