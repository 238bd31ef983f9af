package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.allocation.Pins;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the coordinator settles by hand: a placement or none, always with a reason. */
@Path("/koordinator/runder/{round}/handsatt")
@Blocking
public class PinPages {
    private static final String OUT = "ut";
    private static final int LEAST_REASON = 10;

    private final Pins pins;
    private final RoundDesk desk;
    private final Posted posted;
    private final Flash flash;

    @Inject
    PinPages(Pins pins, RoundDesk desk, Posted posted, Flash flash) {
        this.pins = pins;
        this.desk = desk;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param doctor null when the doctor is no longer in the priority order */
    record PinRow(String hpr, String doctor, String name, String outcome, String reason) {}

    record All(RoundFrame frame, List<PinRow> pins, boolean editable, Form form) implements TemplateInstance {}

    record Edit(RoundFrame frame, String doctor, String hpr, int position, String name, List<Choice> choices, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response all(RoundId round) {
        return Pages.show(page(desk.round(round), Form.empty()));
    }

    private All page(Round round, Form form) {
        Names names = desk.names(round.hospital());
        Optional<Roster> roster = form.take(desk.frozen(round)).map(snapshot -> snapshot.roster());
        List<PinRow> rows = pins.of(round.id()).stream()
                .map(pin -> {
                    Optional<RosterEntry> entry = roster.flatMap(all -> all.entry(pin.hpr()));
                    return new PinRow(
                            pin.hpr().digits(),
                            entry.map(each -> each.doctor().value()).orElse(null),
                            entry.map(RosterEntry::name)
                                    .orElse(Texts.of("pin-unknown", pin.hpr().digits())),
                            outcome(pin, names, round),
                            pin.reason());
                })
                .toList();
        return new All(RoundFrame.of(round, "/handsatt"), rows, round.state() == RoundState.CLOSED, form);
    }

    private String outcome(Pin pin, Names names, Round round) {
        if (pin.stays().isEmpty()) {
            return Texts.of("pin-out");
        }
        return pin.stays().stream()
                .map(held -> desk.position(round.hospital(), held.position(), names) + ", "
                        + Formats.halvaar(held.halfYear()))
                .collect(Collectors.joining(" + "));
    }

    @GET
    @Path("{doctor}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response edit(RoundId round, DoctorId doctor) {
        Round known = desk.round(round);
        RosterEntry entry = entry(known, doctor);
        Form form = Form.empty();
        pins.of(round).stream()
                .filter(pin -> pin.hpr().equals(entry.facts().hpr()))
                .findFirst()
                .ifPresent(pin -> form.with("utfall", code(pin)).with("reason", pin.reason()));
        return Pages.show(editPage(known, entry, form));
    }

    /** The pseudonym names a place in the order as it stands; the form says whose it was. */
    private RosterEntry entry(Round round, DoctorId doctor) {
        return Pages.of(desk.frozen(round)).roster().entries().stream()
                .filter(each -> each.doctor().equals(doctor))
                .findFirst()
                .orElseThrow(() -> new PageRefused(
                        no.alisplass.domain.Outcome.Kind.NOT_FOUND,
                        List.of(Finding.of("doctor", doctor, "web-koordinator.pin-no-doctor"))));
    }

    private Edit editPage(Round round, RosterEntry entry, Form form) {
        Names names = desk.names(round.hospital());
        List<Choice> choices = new ArrayList<>();
        for (Option option : Pages.of(pins.choices(round.id(), entry.facts().hpr()))) {
            choices.add(new Choice(code(option), Texts.of("pin-choice", names.option(option), option.tier() + 1)));
        }
        choices.add(new Choice(OUT, Texts.of("pin-out")));
        return new Edit(
                RoundFrame.of(round, "/handsatt"),
                entry.doctor().value(),
                entry.facts().hpr().digits(),
                entry.position(),
                entry.name(),
                choices,
                form);
    }

    @POST
    @Path("{doctor}")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response put(RoundId round, DoctorId doctor) {
        Round known = desk.round(round);
        RosterEntry entry = entry(known, doctor);
        Form form = posted.form();
        if (!form.value("hpr").equals(entry.facts().hpr().digits())) {
            form.refuse(Finding.of("utfall", null, "web-koordinator.pin-moved"));
        }
        String chosen = form.required("utfall", 200);
        String reason = form.required("reason", 1000);
        if (!reason.isEmpty() && reason.length() < LEAST_REASON) {
            form.refuse(Finding.of("reason", reason, "web-koordinator.pin-reason-short", LEAST_REASON));
        }
        List<Pin.Held> stays = chosen.equals(OUT) || chosen.isEmpty()
                ? List.of()
                : Pages.of(pins.choices(round, entry.facts().hpr())).stream()
                        .filter(option -> code(option).equals(chosen))
                        .findFirst()
                        .map(option -> option.stays().stream()
                                .map(stay -> new Pin.Held(stay.position(), stay.halfYear()))
                                .toList())
                        .orElseGet(() -> {
                            form.refuse(Finding.of("utfall", chosen, "web.choice-unknown", chosen));
                            return List.of();
                        });
        if (form.faulty()
                || form.take(pins.put(round, new Pin(entry.facts().hpr(), stays, reason)))
                        .isEmpty()) {
            return Pages.faulty(editPage(known, entry, form));
        }
        flash.tell("pin-saved");
        return Pages.seeOther(RoundFrame.base(round.value()) + "/handsatt");
    }

    @POST
    @Path("fjern")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response remove(RoundId round) {
        Form form = posted.form();
        Optional<HprNumber> hpr = HprNumber.read(form.value("hpr"));
        Form faults = Form.empty();
        if (hpr.isEmpty() || faults.take(pins.remove(round, hpr.get())).isEmpty()) {
            return Pages.faulty(page(desk.round(round), faults));
        }
        flash.tell("pin-removed");
        return Pages.seeOther(RoundFrame.base(round.value()) + "/handsatt");
    }

    private static String code(Option option) {
        return option.stays().stream().map(PinPages::code).collect(Collectors.joining("+"));
    }

    private static String code(Stay stay) {
        return stay.position() + "~" + stay.halfYear();
    }

    private static String code(Pin pin) {
        return pin.stays().isEmpty()
                ? OUT
                : pin.stays().stream()
                        .map(held -> held.position() + "~" + held.halfYear())
                        .collect(Collectors.joining("+"));
    }
}
