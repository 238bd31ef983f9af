package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.Pins;
import no.alisplass.allocation.outcome.PinEffect;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.round.Round;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Pin;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Settling one doctor's outcome by hand: the choice, what it would do to others, and the reason. */
@Path("/koordinator/runder/{round}/handsatt/{doctor: d[0-9]+}")
@Blocking
public class PinEditPages {
    private static final String OUT = "ut";

    private final Pins pins;
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final CoordinatorQueries desk;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    PinEditPages(
            Pins pins,
            FrozenRounds frozen,
            Scenarios scenarios,
            CoordinatorQueries desk,
            FormRequest posted,
            Flash flash) {
        this.pins = pins;
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.desk = desk;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * @param nothing why there is nothing to give; null when there is something
     * @param effect what the choice would do; null before one is made
     */
    record Edit(
            RoundHeader frame,
            String doctor,
            String hpr,
            int position,
            String name,
            List<Choice> choices,
            String nothing,
            Form form,
            PinEffectView effect)
            implements TemplateInstance {}

    record Effect(PinEffectView effect) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(hidden = true)
    public Response edit(RoundId round, DoctorId doctor) {
        Round known = desk.round(round);
        Pins.Choices choices = Pages.of(pins.choices(round, doctor));
        Form form = Form.empty();
        Optional<Pin> settled = settled(round, choices);
        settled.ifPresent(pin -> form.with("utfall", code(pin)).with("reason", pin.reason()));
        form.with("seen", print(settled));
        return Pages.show(page(known, choices, form, null));
    }

    private Edit page(Round round, Pins.Choices choices, Form form, PinEffectView effect) {
        Names names = desk.names(round.hospital());
        List<Choice> all = new ArrayList<>();
        Map<String, Integer> told = new HashMap<>();
        for (Option option : choices.options()) {
            // Two positions of one department read alike; they are told apart by a number.
            String text = Texts.of(
                    "pin-choice",
                    names.option(option),
                    OwnWishes.badge(choices.doctor().wishes(), option).text());
            int times = told.merge(text, 1, Integer::sum);
            all.add(new Choice(code(option), times == 1 ? text : Texts.of("pin-choice-again", text, times)));
        }
        all.add(new Choice(OUT, Texts.of("pin-out")));
        RosterEntry entry = choices.doctor();
        return new Edit(
                RoundHeader.of(round, "/handsatt"),
                entry.doctor().value(),
                entry.facts().hpr().digits(),
                entry.position(),
                entry.name(),
                all,
                choices.nothing() == null ? null : Texts.of(DoctorOutcome.heading(choices.nothing())),
                form,
                effect);
    }

    private static HprNumber hpr(Pins.Choices choices) {
        return choices.doctor().facts().hpr();
    }

    /** What a choice would do to everyone, as a part of the page; asked for when the choice is made. */
    @GET
    @Path("virkning")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(hidden = true)
    public Response effect(RoundId round, DoctorId doctor, @QueryParam("utfall") @Size(max = 200) String chosen) {
        Round known = desk.round(round);
        Pins.Choices choices = Pages.of(pins.choices(round, doctor));
        Form form = Form.empty().with("utfall", chosen);
        Optional<List<Pin.Held>> stays = stays(form, choices);
        return Pages.show(new Effect(form.faulty() ? null : effect(known, choices, stays.orElse(List.of()))));
    }

    private PinEffectView effect(Round round, Pins.Choices choices, List<Pin.Held> stays) {
        Result<Snapshot> then = pins.tried(round.id(), new Pin(hpr(choices), stays, ""));
        if (then instanceof Result.Refused<Snapshot> refused) {
            return PinEffectView.refused(choices.doctor().name(), refused.findings());
        }
        Snapshot after = Pages.of(then);
        Snapshot before = Pages.of(frozen.asked(round.id())).snapshot();
        PinEffect effect = PinEffect.between(
                before, scenarios.solve(before.problem()), after, scenarios.solve(after.problem()), hpr(choices));
        return PinEffectView.of(effect, desk.names(round.hospital()));
    }

    /** Sets the outcome, or, asked by the button {@code vis}, only shows what it would do. */
    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.PINS)
    @Operation(hidden = true)
    public Response put(RoundId round, DoctorId doctor) {
        Round known = desk.round(round);
        Pins.Choices choices = Pages.of(pins.choices(round, doctor));
        Form form = posted.form();
        // The pseudonym names a place in the order as it stands; the form says whose it was.
        if (!form.value("hpr").equals(hpr(choices).digits())) {
            form.refuse(Finding.of("utfall", null, "web-coordinator.pin-moved"));
        }
        Optional<List<Pin.Held>> stays = stays(form, choices);
        if (!form.value("vis").isEmpty()) {
            return form.faulty()
                    ? Pages.faulty(page(known, choices, form, null))
                    : Pages.show(page(known, choices, form, effect(known, choices, stays.orElse(List.of()))));
        }
        String reason = form.requiredLines("reason", Pins.MAX_REASON);
        if (!reason.isEmpty() && reason.length() < Pins.MIN_REASON) {
            form.refuse(Finding.of("reason", reason, "web-coordinator.pin-reason-short", Pins.MIN_REASON));
        }
        Optional<Pin> now = settled(round, choices);
        if (!form.faulty() && !print(now).equals(form.value("seen")) && !isSettled(now, stays, reason)) {
            form.refuse(Finding.of(Form.WHOLE, null, "web-coordinator.pin-stale"));
            form.having("seen", print(now));
        }
        if (form.faulty()
                || form.take(pins.put(round, new Pin(hpr(choices), stays.orElse(List.of()), reason)))
                        .isEmpty()) {
            return Pages.faulty(page(known, choices, form, null));
        }
        flash.tell("pin-saved");
        return Pages.seeOther(RoundHeader.base(round.value()) + "/handsatt");
    }

    /** Whether that is what is settled for the doctor already, by a click before this one. */
    private static boolean isSettled(Optional<Pin> now, Optional<List<Pin.Held>> stays, String reason) {
        return now.filter(pin ->
                        pin.stays().equals(stays.orElse(null)) && pin.reason().equals(reason))
                .isPresent();
    }

    /** What is chosen, none for out of the round; empty, and the form faulty, for what is no choice. */
    private static Optional<List<Pin.Held>> stays(Form form, Pins.Choices choices) {
        String chosen = form.chosen("utfall", each -> each).orElse("");
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        if (chosen.equals(OUT)) {
            return Optional.of(List.of());
        }
        Optional<List<Pin.Held>> stays = choices.options().stream()
                .filter(option -> code(option).equals(chosen))
                .findFirst()
                .map(option -> option.stays().stream()
                        .map(stay -> new Pin.Held(stay.position(), stay.halfYear()))
                        .toList());
        if (stays.isEmpty()) {
            form.refuse(Finding.of("utfall", null, "web-coordinator.pin-choice-gone"));
        }
        return stays;
    }

    private static String code(Option option) {
        return option.stays().stream().map(PinEditPages::code).collect(Collectors.joining("+"));
    }

    private static String code(Stay stay) {
        return stay.position() + "~" + stay.halfYear();
    }

    /** Tells what is settled for a doctor from anything else that could be; for nothing settled too. */
    static String print(Optional<Pin> pin) {
        return pin.map(each -> Integer.toHexString((code(each) + "\n" + each.reason()).hashCode()))
                .orElse("-");
    }

    private Optional<Pin> settled(RoundId round, Pins.Choices choices) {
        return pins.of(round).stream()
                .filter(pin -> pin.hpr().equals(hpr(choices)))
                .findFirst();
    }

    private static String code(Pin pin) {
        return pin.stays().isEmpty()
                ? OUT
                : pin.stays().stream()
                        .map(held -> held.position() + "~" + held.halfYear())
                        .collect(Collectors.joining("+"));
    }
}
