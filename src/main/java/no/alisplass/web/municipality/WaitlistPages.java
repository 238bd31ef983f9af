package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.allocation.outcome.ListOrders;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.OrderConflict;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.ListOrder;
import no.alisplass.waitlist.DraftChange;
import no.alisplass.waitlist.ListChanges;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.WaitlistChoices;
import no.alisplass.waitlist.WaitlistEdits;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The municipality's list for a round, as it is being written. */
@Path("/kommune/runder/{round}")
@Blocking
public class WaitlistPages {
    /** More of them are no help to read. */
    private static final int PARTINGS = 5;

    private final OwnMunicipality own;
    private final Waitlists waitlists;
    private final WaitlistEdits edits;
    private final WaitlistChoices choices;
    private final ListOrders orders;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    WaitlistPages(
            OwnMunicipality own,
            Waitlists waitlists,
            WaitlistEdits edits,
            WaitlistChoices choices,
            ListOrders orders,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.own = own;
        this.waitlists = waitlists;
        this.edits = edits;
        this.choices = choices;
        this.orders = orders;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * @param sent all that was sent, the latest first
     * @param changed whether the draft is another than what was sent last
     * @param since how the list differs from last half-year's; null when there was none
     */
    record Waitlist(
            Round round,
            Submission draft,
            Rows rows,
            List<Submission> sent,
            boolean changed,
            SinceLast since,
            Form away)
            implements TemplateInstance {}

    /**
     * The doctors in the municipality's order.
     *
     * @param partings where the criteria have two neighbours the other way round, the first few of them
     * @param more how many more there are
     * @param gone of those chosen whom the municipality no longer has
     * @param told what was just done, for those who do not see it
     */
    record Rows(
            Round round,
            long version,
            List<DoctorRow> doctors,
            List<String> partings,
            int more,
            List<String> gone,
            String told,
            String focus,
            boolean stale)
            implements TemplateInstance {}

    /** In one transaction: what several questions of the page stand on is then read once. */
    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    @Transactional
    public Response list(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        return round.state() == RoundState.OPEN
                ? Pages.show(page(round, null))
                : Pages.seeOther(OwnMunicipality.address(round) + "/innsendinger");
    }

    @POST
    @Path("rekkefolge")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response move(@PathParam("round") RoundId id, @Context HttpServerRequest request) {
        Round round = own.round(id);
        Form form = posted.form();
        Submission draft = own.draft(round);
        List<Integer> order = new ArrayList<>(DoctorRow.inOrder(draft));
        String[] wanted = form.value("move").matches("(up|down)-[0-9]{1,4}")
                ? form.value("move").split("-")
                : new String[] {"up", "1"};
        int from = Integer.parseInt(wanted[1]) - 1;
        int to = wanted[0].equals("up") ? from - 1 : from + 1;
        boolean possible = from >= 0 && from < order.size() && to >= 0 && to < order.size();
        boolean stale = !form.value("version").equals(Long.toString(draft.version()));
        String told = "";
        String focus = "";
        if (possible && !stale) {
            order.add(to, order.remove(from));
            Result<DraftChange> moved = choices.reorder(id, own.area(), order, draft.version());
            if (moved instanceof Result.Done<DraftChange> done) {
                draft = done.value().draft();
                told = Texts.of(
                        "doctor-moved",
                        draft.entries().get(to).name(),
                        to + 1,
                        draft.entries().size());
                boolean end = to == 0 || to == order.size() - 1;
                focus = (end ? to == 0 ? "down" : "up" : wanted[0]) + "-" + (to + 1);
            } else {
                Pages.of(moved);
            }
        }
        return Page.partOnly(request)
                ? Pages.show(rows(round, draft, told, focus, stale))
                : Pages.seeOther(OwnMunicipality.address(round));
    }

    @POST
    @Path("ta-med")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response takeAlong(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Submission draft = own.draft(round);
        Optional<HprNumber> hpr = HprNumber.read(form.value("hpr"));
        // A second click finds the doctor on the list, and is the same as one.
        if (hpr.isPresent() && draft.place(hpr.get()).isEmpty()) {
            List<HprNumber> chosen = new ArrayList<>(
                    draft.entries().stream().map(WaitlistEntry::hpr).toList());
            chosen.add(hpr.get());
            Form faults = Form.empty();
            if (faults.take(choices.choose(id, own.area(), chosen, draft.version()))
                    .isEmpty()) {
                return Pages.faulty(page(round, faults.with("awayLimit", draft.awayLimit())));
            }
            flash.tell("doctor-carried");
        }
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    @POST
    @Path("samtidig")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response away(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Form form = posted.form();
        Optional<Integer> limit = form.number("awayLimit", 1, Waitlists.MAX_AWAY_LIMIT);
        Submission draft = own.draft(round);
        if (form.faulty()
                || form.take(edits.replace(id, own.area(), limit.orElse(null), draft.entries(), draft.version()))
                        .isEmpty()) {
            return Pages.faulty(page(round, form));
        }
        flash.tell(limit.isPresent() ? "away-limit-saved" : "away-limit-gone", limit.orElse(0));
        return Pages.seeOther(OwnMunicipality.address(round));
    }

    private Waitlist page(Round round, Form away) {
        Submission draft = own.draft(round);
        List<Submission> sent = own.sent(round);
        Optional<Submission> before = Pages.of(waitlists.previous(round.id(), own.area()));
        List<ListChanges.SetApart> apart = Pages.of(waitlists.setApart(round.id(), own.area()));
        SinceLast since = before.filter(last -> !draft.entries().isEmpty() || !apart.isEmpty())
                .map(last -> ListChanges.between(
                        last, draft, Pages.of(waitlists.check(round.id(), own.area(), last.entries())), apart))
                .map(changes -> SinceLast.of(changes, own.hospital(round)))
                .orElse(null);
        return new Waitlist(
                round,
                draft,
                rows(round, draft, "", "", false),
                sent,
                draft.isUnsent(sent),
                since,
                away != null ? away : Form.empty().with("awayLimit", draft.awayLimit()));
    }

    private Rows rows(Round round, Submission draft, String told, String focus, boolean stale) {
        List<Remark> remarks = Pages.of(waitlists.remarks(round.id(), own.area()));
        ListOrder order = Pages.of(orders.of(draft));
        List<DoctorRow> rows =
                DoctorRow.all(draft, own.hospital(round), own.counting(round), LocalDate.now(clock), remarks);
        Submission sent = own.sent(round).stream().findFirst().orElse(null);
        List<OrderConflict> partings = order.partings();
        Map<HprNumber, String> names = order.names();
        return new Rows(
                round,
                draft.version(),
                DoctorRow.beside(rows, order, sent),
                partings.stream()
                        .limit(PARTINGS)
                        .map(each -> Texts.of(
                                "criteria-parting",
                                names.get(each.first().hpr()),
                                names.get(each.second().hpr()),
                                Texts.of(each.decision().criterion().text())))
                        .toList(),
                Math.max(0, partings.size() - PARTINGS),
                remarks.stream()
                        .filter(each -> each.row() == null)
                        .map(each -> Texts.of(each.finding()))
                        .toList(),
                told,
                focus,
                stale);
    }
}
