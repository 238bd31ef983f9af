package no.alisplass.web.coordinator;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.MonthsLeft;
import no.alisplass.web.shell.Form;

/** Which of those who wait are shown, as the form sends it: what is left empty does not matter. */
public class WaitingChoice {
    private static final String YES = "ja";

    @QueryParam("omraade")
    @Pattern(regexp = "|[0-9]{4}|[0-9]{6}") @Size(max = 6) String area;

    @QueryParam("halvaar")
    @Pattern(regexp = "|20[0-9]{2}-[VH]") @Size(max = 6) String halfYear;

    @QueryParam("ordning")
    @Pattern(regexp = "|NEW|OLD") @Size(max = 3) String scheme;

    @QueryParam("igjen")
    @Pattern(regexp = "|UP_TO_THREE|UP_TO_SIX|MORE") @Size(max = 12) String left;

    @QueryParam("avbrutt")
    @Pattern(regexp = "|ja") @Size(max = 2) String interrupted;

    @QueryParam("gamle")
    @Pattern(regexp = "|ja") @Size(max = 2) String old;

    @QueryParam("aldri")
    @Pattern(regexp = "|ja") @Size(max = 2) String neverListed;

    AreaCode area() {
        return given(area) ? new AreaCode(area) : null;
    }

    DoctorFilter filter() {
        return DoctorFilter.WAITING
                .neededIn(given(halfYear) ? HalfYear.parse(halfYear) : null)
                .scheme(given(scheme) ? Scheme.valueOf(scheme) : null)
                .left(given(left) ? MonthsLeft.valueOf(left) : null)
                .interrupted(YES.equals(interrupted) ? Boolean.TRUE : null)
                .old(YES.equals(old))
                .neverListed(YES.equals(neverListed));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("omraade", area);
        fields.put("halvaar", halfYear);
        fields.put("ordning", scheme);
        fields.put("igjen", left);
        fields.put("avbrutt", interrupted);
        fields.put("gamle", old);
        fields.put("aldri", neverListed);
        fields.values().removeIf(value -> !given(value));
        return fields;
    }

    Form form() {
        Form form = Form.empty();
        fields().forEach(form::with);
        return form;
    }

    boolean isNarrowed() {
        return !fields().isEmpty();
    }

    /** As it stands in an address. */
    String query() {
        return fields().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    private static boolean given(String value) {
        return value != null && !value.isEmpty();
    }
}
