package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.TwoLists;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Doctors several areas have sent to the same round: on whose list each of them counts. Their numbers are in no address. */
@Path("/koordinator/runder/{round}/to-lister")
@Blocking
public class TwoListsPages {
    private final TwoLists lists;
    private final CoordinatorQueries desk;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    TwoListsPages(TwoLists lists, CoordinatorQueries desk, FormRequest posted, Flash flash) {
        this.lists = lists;
        this.desk = desk;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param area the one that counts; null until it is settled */
    record Row(String name, String hpr, String areas, String area, String reason, String href) {}

    record All(RoundHeader frame, List<Row> rows, boolean open, List<Link> trail) implements TemplateInstance {}

    record Settle(RoundHeader frame, Row row, Form form, List<Choice> areas, List<Link> trail)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.TWO_LISTS)
    @Operation(hidden = true)
    public Response all(RoundId round) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        List<TwoLists.Listed> listed = lists.of(round);
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < listed.size(); at++) {
            rows.add(row(known, names, listed.get(at), at + 1));
        }
        RoundHeader frame = RoundHeader.of(known, "");
        return Pages.show(new All(frame, rows, known.state() != RoundState.APPROVED, frame.trail()));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.TWO_LISTS)
    @Operation(hidden = true)
    public Response one(RoundId round, @Min(1) @Max(5000) int number) {
        TwoLists.Listed listed = listed(round, number);
        Form form = Form.empty().with("hpr", listed.hprNumber().digits());
        if (listed.settled() != null) {
            form.with("area", listed.settled().area())
                    .with("reason", listed.settled().reason());
        }
        return Pages.show(page(round, number, listed, form));
    }

    @POST
    @Path("{number}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.TWO_LISTS)
    @Operation(hidden = true)
    public Response settle(RoundId round, @Min(1) @Max(5000) int number) {
        Form form = posted.form();
        // The form says whom it was about: the lists may have changed since it was shown.
        TwoLists.Listed listed = lists.of(round).stream()
                .filter(each -> each.hprNumber().digits().equals(form.value("hpr")))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Optional<AreaCode> area = form.chosen("area", AreaCode::new);
        String reason = form.lines("reason", TwoLists.MAX_REASON);
        if (form.faulty()
                || form.take(lists.settle(round, listed.hprNumber(), area.orElseThrow(), reason))
                        .isEmpty()) {
            return Pages.faulty(page(round, number, listed, form));
        }
        flash.tell("two-lists-settled", listed.name());
        return Pages.seeOther(RoundHeader.base(round.value()) + "/to-lister");
    }

    private TwoLists.Listed listed(RoundId round, int number) {
        List<TwoLists.Listed> all = lists.of(round);
        if (number > all.size()) {
            throw new NotFoundException();
        }
        return all.get(number - 1);
    }

    private Settle page(RoundId round, int number, TwoLists.Listed listed, Form form) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        RoundHeader frame = RoundHeader.of(known, "");
        List<Link> trail = new ArrayList<>(frame.trail());
        trail.add(Link.to(Texts.of("two-lists-title"), frame.base() + "/to-lister"));
        return new Settle(frame, row(known, names, listed, number), form, desk.areas(names, listed.areas()), trail);
    }

    private static Row row(Round round, Names names, TwoLists.Listed listed, int number) {
        TwoLists.Settled settled = listed.settled();
        return new Row(
                listed.name(),
                listed.hprNumber().digits(),
                listed.areas().stream().map(names::area).sorted().collect(Collectors.joining(", ")),
                settled == null ? null : names.area(settled.area()),
                settled == null ? null : settled.reason(),
                RoundHeader.base(round.id().value()) + "/to-lister/" + number);
    }
}
