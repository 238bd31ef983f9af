package no.alisplass.platform;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;

/** What a refusal is called where nobody may be named, in the log and in the figures: by its codes, never by what was sent. */
public final class RefusalCodes {
    private RefusalCodes() {}

    /** The codes of the findings, each once, in their order. */
    public static Set<String> codes(Collection<Finding> findings) {
        Set<String> codes = new TreeSet<>();
        findings.forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    /**
     * Tells of a refusal. What is not found has no life to tell of, and its name is whatever someone typed.
     *
     * @param told given the codes with commas between
     */
    public static <T> Result<T> tell(Result<T> result, Consumer<String> told) {
        if (result instanceof Result.Refused<T> refused && refused.kind() != Result.Kind.NOT_FOUND) {
            told.accept(String.join(", ", codes(refused.findings())));
        }
        return result;
    }
}
