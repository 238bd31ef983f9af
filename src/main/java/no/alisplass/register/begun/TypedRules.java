package no.alisplass.register.begun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.HealthWords;
import no.alisplass.register.entry.IdentityNumbers;

/**
 * What may be kept of what is typed, before anyone can tell whether it is right: no identity number anywhere, nothing that seems
 * to say something of health in a note, and no more than a form can hold.
 */
final class TypedRules {
    static final int MOST_FIELDS = 3000;
    static final int LONGEST = 2000;
    static final int MOST_CHARACTERS = 100_000;

    static final String NUMBER = "hprNumber";
    private static final String NOTE = "note";
    private static final String IDENTITY_NUMBER = "waitlist.identity-number";

    /** How the fields of the form are called. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.\\[\\]-]{0,79}");

    /** What is chosen and not typed: half-years that are blocked. */
    private static final Set<String> SEVERAL = Set.of("wishes.blocked");

    private static final int MOST_CHOSEN = 40;

    private TypedRules() {}

    /** Why the fields cannot be kept, each thing at its field; what looks like an identity number is never repeated. */
    static List<Finding> faults(Map<String, List<String>> fields) {
        List<Finding> faults = new ArrayList<>();
        int characters = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            characters += field.getKey().length();
            for (String value : field.getValue()) {
                characters += value.length();
                faults.addAll(faults(field.getKey(), value));
            }
        }
        boolean tooMuch = fields.size() > MOST_FIELDS
                || characters > MOST_CHARACTERS
                || !fields.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                || fields.entrySet().stream()
                        .anyMatch(each -> each.getValue().size() > (SEVERAL.contains(each.getKey()) ? MOST_CHOSEN : 1));
        if (tooMuch) {
            faults.add(Finding.of("fields", null, "register.begun-too-much"));
        }
        return faults;
    }

    private static List<Finding> faults(String name, String value) {
        if (IdentityNumbers.in(value)
                || name.equals(NUMBER) && HprNumber.read(value).isEmpty() && HprNumber.mayBeIdentityNumber(value)) {
            return List.of(Finding.of(name, null, IDENTITY_NUMBER));
        }
        return name.equals(NOTE) && HealthWords.in(value).isPresent()
                ? List.of(Finding.of(
                        name,
                        null,
                        "waitlist.health-words",
                        HealthWords.in(value).get()))
                : Text.faults(name, value, LONGEST, null);
    }
}
