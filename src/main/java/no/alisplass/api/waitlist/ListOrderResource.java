package no.alisplass.api.waitlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.alisplass.access.WaitlistAccess;
import no.alisplass.allocation.outcome.ListOrders;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.CriterionCode;
import no.alisplass.snapshot.ListOrder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the criteria of a round say of a list before it is sent. */
@Path("/api/v1/rounds/{round}/waitlists/{area}/criteria")
@Tag(name = "Ventelister")
public class ListOrderResource {
    private final ListOrders orders;
    private final WaitlistAccess access;
    private final Asker asker;

    @Inject
    ListOrderResource(ListOrders orders, WaitlistAccess access, Asker asker) {
        this.orders = orders;
        this.access = access;
        this.asker = asker;
    }

    /**
     * A draft in the order of the criteria.
     *
     * @param order HPR numbers of those who can take part
     * @param notEligible who cannot, and why
     * @param partings neighbours in the area's own order whom the criteria have the other way round
     */
    @Schema(name = "WaitlistByCriteria")
    record ByCriteria(List<HprNumber> order, List<Out> notEligible, List<Parting> partings) {
        static ByCriteria of(ListOrder order, Locale locale) {
            return new ByCriteria(
                    order.ranking().ranked().stream()
                            .map(each -> each.candidate().hpr())
                            .toList(),
                    order.notEligible().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> Out.of(each.getKey(), each.getValue(), locale))
                            .toList(),
                    order.partings().stream()
                            .map(each -> new Parting(
                                    each.first().hpr(),
                                    each.second().hpr(),
                                    each.decision().criterion()))
                            .toList());
        }
    }

    @Schema(name = "WaitlistNotEligible")
    record Out(HprNumber hprNumber, List<String> reasons) {
        static Out of(HprNumber hpr, List<Finding> reasons, Locale locale) {
            return new Out(
                    hpr,
                    reasons.stream()
                            .map(reason -> Messages.text(reason, locale))
                            .toList());
        }
    }

    /** @param criterion what puts {@code second} ahead of {@code first}, whom the area has ahead */
    @Schema(name = "WaitlistParting")
    record Parting(HprNumber first, HprNumber second, CriterionCode criterion) {}

    @GET
    @Whole("One list, no longer than a file may be.")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(
            summary = "Utkastet i kriterienes rekkefølge",
            description =
                    "Som om ingen andre var med: områdets egne leger står slik seg imellom uansett hvem andre som deltar.")
    public ByCriteria order(
            @PathParam("round") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String round,
            @PathParam("area") @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area) {
        return ByCriteria.of(
                Answers.of(orders.of(new RoundId(round), Answers.of(access.toWrite(new AreaCode(area))))),
                asker.language());
    }
}
