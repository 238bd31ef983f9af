package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.alisplass.web.text.Texts;

/** The steps that the doctor's form of the register is cut into, each with the facts it asks for, in the order of the form. */
@TemplateData
public enum DoctorStep {
    WHO("hvem", "name", "hprNumber", "email"),
    EMPLOYMENT("tilknytning", "affiliation", "affiliationFrom", "affiliationTo", "affiliations"),
    TRAINING("spesialisering", "scheme", "specialisationStart", "objectives", "activities", "supervision"),
    SERVICE(
            "tjeneste",
            "periods",
            "statedService",
            "statedOpenPractice",
            "statedOn",
            "statedShare",
            "monthsLeft",
            "stays",
            "interrupted"),
    WISHES(
            "onsker",
            "wishes.ranked",
            "wishes.refused",
            "wishes.onlyRanked",
            "wishes.wholeOnly",
            "wishes.earliestStart",
            "wishes.blocked",
            "wishes.weight",
            "onCall"),
    READY("permisjon", "leave", "locum", "note");

    /** The addresses of the steps, as a pattern. */
    static final String ADDRESSES = "hvem|tilknytning|spesialisering|tjeneste|onsker|permisjon";

    /** What each department has a field of its own for among the wishes. */
    private static final String WISH = "wish-";

    private final String address;
    private final List<String> facts;

    DoctorStep(String address, String... facts) {
        this.address = address;
        this.facts = List.of(facts);
    }

    static DoctorStep at(String address) {
        return Arrays.stream(values())
                .filter(step -> step.address.equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** The step that asks for the field, or for the fact it is a part of. */
    static Optional<DoctorStep> of(String field) {
        return Arrays.stream(values()).filter(step -> step.holds(field)).findFirst();
    }

    boolean holds(String field) {
        return fact(field).isPresent();
    }

    /** The fact of this step that the field is, or is a part of: {@code periods} for {@code periods[2].from}. */
    Optional<String> fact(String field) {
        String asked = field.startsWith(WISH) ? "wishes.ranked" : field;
        return facts.stream()
                .filter(fact -> asked.equals(fact) || asked.startsWith(fact + "[") || asked.startsWith(fact + "."))
                .findFirst();
    }

    /** All facts in the order of the form. */
    static List<String> order() {
        List<String> all = new ArrayList<>();
        Arrays.stream(values()).forEach(step -> all.addAll(step.facts));
        return all;
    }

    public String getAddress() {
        return address;
    }

    public String getTitle() {
        return Texts.of("step-" + address);
    }

    public int getNumber() {
        return ordinal() + 1;
    }

    /** How many there are. */
    public int getAll() {
        return values().length;
    }

    Optional<DoctorStep> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    Optional<DoctorStep> after() {
        return ordinal() + 1 == values().length ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
