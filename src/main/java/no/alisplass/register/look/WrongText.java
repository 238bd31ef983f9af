package no.alisplass.register.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.HealthWords;
import no.alisplass.register.entry.IdentityNumbers;

/** What a doctor may write of what is wrong: little, and neither health nor a national identity number, which are never repeated. */
final class WrongText {
    static final String FIELD = "wrong";

    private WrongText() {}

    /** As it is kept; refused INVALID with all that keeps it from being so. */
    static Result<String> read(String typed) {
        if (IdentityNumbers.in(typed)) {
            return Result.invalid(Finding.of(FIELD, null, "register.look-identity-number"));
        }
        List<Finding> findings =
                new ArrayList<>(Text.faults(FIELD, typed, DoctorAnswers.LONGEST, "register.look-wrong-missing"));
        Optional<String> word = HealthWords.in(typed);
        word.ifPresent(each -> findings.add(Finding.of(FIELD, null, "register.look-health-words", each)));
        return findings.isEmpty() ? Result.done(Text.lines(typed)) : Result.invalid(findings);
    }
}
