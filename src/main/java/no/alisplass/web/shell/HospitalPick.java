package no.alisplass.web.shell;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HospitalId;

/**
 * Which hospital a page is about, of those the caller reaches.
 *
 * @param links to the page of each; {@code {#hospitals links=… /}} shows them where there are several
 * @param shown empty when the caller reaches none, or not the one that was asked for
 */
public record HospitalPick(List<Link> links, Optional<Hospital> shown) {
    /** @param wanted id of the one that is asked for; null for the first */
    public static HospitalPick of(List<Hospital> reached, String wanted, Function<HospitalId, String> address) {
        Optional<Hospital> shown = reached.stream()
                .filter(each -> wanted == null || each.id().value().equals(wanted))
                .findFirst();
        return new HospitalPick(
                reached.stream()
                        .map(each -> new Link(
                                each.name(),
                                address.apply(each.id()),
                                shown.filter(each::equals).isPresent()))
                        .toList(),
                shown);
    }

    /** The way to the page of the first that the caller reaches; empty when there is none. @param base address, without the id at its end */
    public static Optional<Response> first(List<Hospital> reached, String base) {
        return reached.stream().findFirst().map(hospital -> Pages.seeOther(base + hospital.id()));
    }

    /** Null when none is shown. */
    public String name() {
        return shown.map(Hospital::name).orElse(null);
    }
}
