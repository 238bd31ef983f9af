package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.Pins;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the coordinator has settled by hand, and taking it back. */
@Path("/koordinator/runder/{round}/handsatt")
@Blocking
public class PinPages {
    private final Pins pins;
    private final FrozenRounds frozen;
    private final CoordinatorQueries desk;
    private final Users users;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    PinPages(Pins pins, FrozenRounds frozen, CoordinatorQueries desk, Users users, FormRequest posted, Flash flash) {
        this.pins = pins;
        this.frozen = frozen;
        this.desk = desk;
        this.users = users;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param doctor null when the doctor is no longer in the priority order */
    record PinRow(String hpr, String doctor, String name, String outcome, String reason, String by, String print) {}

    record All(RoundHeader frame, List<PinRow> pins, boolean editable, Form form) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(hidden = true)
    public Response all(RoundId round) {
        return Pages.show(page(desk.round(round), Form.empty()));
    }

    private All page(Round round, Form form) {
        Names names = desk.names(round.hospital());
        Optional<Roster> roster = form.take(frozen.ranked(round.id()));
        Map<HprNumber, Pins.Made> made = pins.made(round.id());
        List<PinRow> rows = pins.of(round.id()).stream()
                .map(pin -> {
                    Optional<RosterEntry> entry = roster.flatMap(all -> all.entry(pin.hpr()));
                    return new PinRow(
                            pin.hpr().digits(),
                            entry.map(each -> each.doctor().value()).orElse(null),
                            entry.map(RosterEntry::name)
                                    .orElse(Texts.of("pin-unknown", pin.hpr().digits())),
                            outcome(pin, names, round),
                            pin.reason(),
                            Texts.of(
                                    "pin-by",
                                    users.nameOf(made.get(pin.hpr()).by()),
                                    Moments.text(made.get(pin.hpr()).at())),
                            PinEditPages.print(Optional.of(pin)));
                })
                .toList();
        return new All(RoundHeader.of(round, "/handsatt"), rows, round.state() == RoundState.CLOSED, form);
    }

    private String outcome(Pin pin, Names names, Round round) {
        if (pin.stays().isEmpty()) {
            return Texts.of("pin-out");
        }
        return pin.stays().stream()
                .map(held -> desk.position(round.hospital(), held.position(), names) + ", "
                        + Formats.halfYear(held.halfYear()))
                .collect(Collectors.joining(" + "));
    }

    @POST
    @Path("fjern")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(hidden = true)
    public Response remove(RoundId round) {
        Form form = posted.form();
        Optional<HprNumber> hpr = HprNumber.read(form.value("hpr"));
        Form faults = Form.empty();
        Optional<Pin> now = pins.of(round).stream()
                .filter(pin -> hpr.filter(pin.hpr()::equals).isPresent())
                .findFirst();
        if (now.isEmpty() && hpr.isPresent()) {
            flash.tell("pin-removed-already");
            return Pages.seeOther(RoundHeader.base(round.value()) + "/handsatt");
        }
        if (now.isPresent() && !PinEditPages.print(now).equals(form.value("seen"))) {
            faults.refuse(Finding.of(Form.WHOLE, null, "web-coordinator.pin-stale-remove"));
            return Pages.faulty(page(desk.round(round), faults));
        }
        if (hpr.isEmpty() || faults.take(pins.remove(round, hpr.get())).isEmpty()) {
            return Pages.faulty(page(desk.round(round), faults));
        }
        flash.tell("pin-removed");
        return Pages.seeOther(RoundHeader.base(round.value()) + "/handsatt");
    }
}
