package no.alisplass.web.coordinator.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.allocation.Run;
import no.alisplass.correction.Correction;
import no.alisplass.correction.Corrections;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Place;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Recovering;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.recovery.Compared;
import no.alisplass.offer.recovery.Comparison;
import no.alisplass.offer.recovery.Ends;
import no.alisplass.offer.recovery.Recoveries;
import no.alisplass.offer.recovery.Recoveries.Recovery;
import no.alisplass.offer.recovery.Then;
import no.alisplass.offer.recovery.Verdict;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.coordinator.CoordinatorQueries;
import no.alisplass.web.coordinator.RoundHeader;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** From a stopped round to a corrected run that two have carried out, step by step on one page. */
@Path("/koordinator/runder/{round}/retting")
@Blocking
public class RecoveryPages {
    /** Of what the forms of the page do; all at one address, so that what was refused can be read in another language. */
    private enum Do {
        THAW,
        FACTS,
        LIMIT,
        POLICY,
        UNCORRECT,
        RERUN,
        ASK,
        TAKE_BACK,
        CONFIRM
    }

    private static final List<String> FIELDS = List.of("hpr", "area", "limit", "version", "note", "text");

    private final Recoveries recoveries;
    private final Waitlists waitlists;
    private final Stops stops;
    private final CoordinatorQueries desk;
    private final Users users;
    private final Caller caller;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    RecoveryPages(
            Recoveries recoveries,
            Waitlists waitlists,
            Stops stops,
            CoordinatorQueries desk,
            Users users,
            Caller caller,
            FormRequest posted,
            Flash flash) {
        this.recoveries = recoveries;
        this.waitlists = waitlists;
        this.stops = stops;
        this.desk = desk;
        this.users = users;
        this.caller = caller;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param mine whether it was made under this stop, and can be taken back */
    @TemplateData
    public record Row(int number, String what, String note, String who, boolean mine) {}

    /** What was corrected, or is to be. */
    @TemplateData
    public record Facts(
            List<Row> rows, List<String> changes, List<Choice> doctors, List<Choice> areas, int policy, boolean open) {}

    /** @param checked whether it can be compared */
    @TemplateData
    public record Rerun(int number, String href, String state, boolean running, boolean checked, boolean outdated) {}

    /** One doctor. */
    @TemplateData
    public record Doctor(
            String name,
            String area,
            String before,
            String after,
            String inHand,
            String verdict,
            String badge,
            String then) {}

    /** What would come of it. @param counts of what ends and what each then has, in words @param next what is left to do after it */
    @TemplateData
    public record Shown(
            int better,
            int worse,
            int same,
            List<String> counts,
            List<Link> filters,
            Cut<Doctor> doctors,
            String href,
            List<String> inTheWay,
            String next,
            String hash) {}

    /** @param asked who has asked to carry it out; null for nobody @param mine whether that is who reads */
    record Recover(
            RoundHeader frame,
            List<Link> trail,
            String since,
            String owner,
            String reason,
            Facts facts,
            Rerun run,
            Shown shown,
            String asked,
            String askedText,
            boolean mine,
            String action,
            Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(hidden = true)
    public Response look(
            RoundId round,
            @QueryParam("vis") @Pattern(regexp = "[a-z]{1,10}") @Size(max = 10) String which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        return stops.now(round).isPresent()
                ? Pages.show(page(round, which, side, Form.empty()))
                : Pages.seeOther(OfferBoardPages.base(round));
    }

    private Recover page(RoundId id, String which, int side, Form form) {
        Recovery recovery = Pages.of(recoveries.read(id, by()));
        Round round = recovery.round();
        Names names = desk.names(round.hospital());
        Optional<Comparison> shown = recovery.corrected().isEmpty()
                ? Optional.empty()
                : recoveries.compare(id, by()) instanceof Result.Done<Comparison> done
                        ? Optional.of(done.value())
                        : Optional.empty();
        boolean asked = recovery.stop().asked().isPresent();
        return new Recover(
                RoundHeader.of(round, OfferBoardPages.HERE),
                OfferReleasePages.trail(round),
                OfferWords.deadlineThen(recovery.stop().since()),
                users.nameOf(recovery.stop().owner()),
                recovery.stop().reason(),
                facts(recovery, names, !asked),
                recovery.corrected()
                        .map(run -> rerun(round, run, recovery.outdated()))
                        .orElse(null),
                shown.map(each -> shown(each, names, address(id), which, side)).orElse(null),
                recovery.stop().asked().map(each -> users.nameOf(each.who())).orElse(null),
                recovery.stop().asked().map(each -> each.note()).orElse(null),
                recovery.stop()
                        .asked()
                        .filter(each -> each.who().equals(caller.name()))
                        .isPresent(),
                address(id),
                form);
    }

    private Facts facts(Recovery recovery, Names names, boolean open) {
        List<Row> rows = recovery.corrections().stream()
                .map(each -> new Row(
                        each.number(),
                        what(each, names),
                        each.note(),
                        users.nameOf(each.who()) + ", " + Moments.text(each.at()),
                        open && !each.at().isBefore(recovery.stop().since())))
                .toList();
        List<Choice> doctors = Pages.of(recoveries.differing(recovery.round().id(), by())).stream()
                .map(each -> new Choice(each.hpr().digits(), doctor(each, names)))
                .toList();
        List<Choice> areas = waitlists.submitted(recovery.round().id()).stream()
                .map(each -> new Choice(each.area().value(), names.area(each.area())))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
        return new Facts(
                rows,
                recovery.changes().stream().map(Texts::of).toList(),
                doctors,
                areas,
                recovery.round().policyVersion(),
                open);
    }

    private static String what(Correction correction, Names names) {
        return switch (correction.kind()) {
            case FACTS -> Texts.of("recovery-did-facts", correction.entry().name(), names.area(correction.area()));
            case AWAY_LIMIT ->
                correction.awayLimit() == null
                        ? Texts.of("recovery-did-no-limit", names.area(correction.area()))
                        : Texts.of("recovery-did-limit", names.area(correction.area()), correction.awayLimit());
            case POLICY_VERSION -> Texts.of("recovery-did-policy", correction.policyVersion());
        };
    }

    private static String doctor(Corrections.Differing differing, Names names) {
        return Texts.of(
                "recovery-doctor",
                differing.name(),
                names.area(differing.area()),
                differing.facts().stream()
                        .map(fact -> Texts.of("doctor-field-" + fact.field()).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private static Rerun rerun(Round round, Run run, boolean outdated) {
        return new Rerun(
                run.number(),
                RoundHeader.base(round.id().value()) + "/kjoringer/" + run.number(),
                Texts.of("run-state-" + run.state()),
                !run.state().ended(),
                Boolean.TRUE.equals(run.checked()),
                outdated);
    }

    private static Shown shown(Comparison comparison, Names names, String address, String which, int side) {
        Verdict only = Arrays.stream(Verdict.values())
                .filter(each -> Text.word(each).equals(which))
                .findFirst()
                .orElse(null);
        List<Doctor> doctors = comparison.doctors().stream()
                .filter(each -> only == null || each.verdict() == only)
                .map(each -> doctor(each, names))
                .toList();
        List<Link> filters = new ArrayList<>();
        filters.add(new Link(
                Texts.of("offers-show-all", comparison.doctors().size()), address + "#sammenligning", only == null));
        for (Verdict each : List.of(Verdict.BETTER, Verdict.WORSE, Verdict.SAME)) {
            int count = comparison.verdicts().get(each);
            if (count > 0) {
                filters.add(new Link(
                        Texts.of("offers-show-state", OfferWords.capital(Texts.told(each)), count),
                        address + "?vis=" + Text.word(each) + "#sammenligning",
                        each == only));
            }
        }
        return new Shown(
                comparison.verdicts().get(Verdict.BETTER),
                comparison.verdicts().get(Verdict.WORSE),
                comparison.verdicts().get(Verdict.SAME),
                counts(comparison),
                filters,
                Cut.of(doctors, side),
                address + "?" + (only == null ? "" : "vis=" + Text.word(only) + "&") + "side=",
                comparison.inTheWay().stream().map(Texts::of).toList(),
                next(comparison),
                comparison.hash());
    }

    private static String next(Comparison comparison) {
        if (!comparison.givesSomething()) {
            return Texts.of("recovery-c3-nobody");
        }
        return Texts.of(comparison.isOfOffers() ? "recovery-c3" : "recovery-c3-first");
    }

    private static List<String> counts(Comparison comparison) {
        List<String> counts = new ArrayList<>();
        for (Ends each : List.of(Ends.RECALLED, Ends.DROPPED)) {
            counts.add(Texts.of("recovery-count-" + each, comparison.ends().get(each)));
        }
        for (Then each : Then.values()) {
            int count = comparison.thens().get(each);
            if (count > 0) {
                counts.add(Texts.of("recovery-count-" + each, count));
            }
        }
        return counts;
    }

    private static Doctor doctor(Compared compared, Names names) {
        String then = Texts.told(compared.then());
        return new Doctor(
                compared.name(),
                names.area(compared.area()),
                compared.before().isEmpty() ? Texts.of("recovery-nothing") : names.stays(compared.before()),
                compared.after().isEmpty() ? Texts.of("recovery-nothing") : names.stays(compared.after()),
                compared.inHand() == null ? Texts.of("recovery-not-offered") : Texts.told(compared.inHand()),
                OfferWords.capital(Texts.told(compared.verdict())),
                switch (compared.verdict()) {
                    case SAME -> "neutral";
                    case BETTER -> "success";
                    case WORSE -> "warning";
                },
                OfferWords.capital(
                                compared.ends() == Ends.NOTHING
                                        ? then
                                        : Texts.of("recovery-then", Texts.told(compared.ends()), then))
                        + (compared.gets().isEmpty() ? "" : ": " + names.stays(compared.gets())));
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RECOVERY)
    @Operation(hidden = true)
    public Response take(RoundId round) {
        Form form = posted.form();
        Optional<Do> step = form.choice("steg", Do::valueOf);
        if (step.isEmpty()) {
            return Pages.seeOther(address(round));
        }
        Result<?> outcome = take(round, step.get(), form);
        if (outcome instanceof Result.Done) {
            boolean toSend = outcome instanceof Result.Done<?> done
                    && done.value() instanceof Recoveries.Recovered recovered
                    && recovered.refill() != null;
            flash.tell("recovery-done-" + Text.word(step.orElseThrow()) + (toSend ? "-next" : ""));
            return Pages.seeOther(
                    step.get() == Do.CONFIRM || step.get() == Do.THAW ? OfferBoardPages.base(round) : address(round));
        }
        if (stops.now(round).isEmpty()) {
            return Pages.seeOther(OfferBoardPages.base(round));
        }
        if (!form.faulty()) {
            ((Result.Refused<?>) outcome).findings().forEach(each -> form.refuse(at(step.orElseThrow(), each)));
        }
        return Pages.faulty(page(round, null, 1, form));
    }

    /** The same field stands in several forms of the page: only what was sent has the fault. */
    private static Finding at(Do step, Finding finding) {
        String field =
                switch (finding.field()) {
                    case "hprNumber" -> "hpr";
                    case "awayLimit" -> "limit";
                    case "policyVersion" -> "version";
                    case "note" -> "note-" + Text.word(step);
                    case "text" -> "text-" + Text.word(step);
                    default -> finding.field();
                };
        boolean known = FIELDS.contains(field) || field.startsWith("note-") || field.startsWith("text-");
        return finding.at(new Place.Field(known ? field : Form.WHOLE));
    }

    private Result<?> take(RoundId round, Do step, Form form) {
        String note = form.lines("note-" + Text.word(step), Corrections.MAX_TEXT);
        String text = form.lines("text-" + Text.word(step), Recovering.MAX_TEXT);
        Optional<HprNumber> hpr = step == Do.FACTS
                ? form.choice("hpr", value -> new HprNumber(Integer.parseInt(value)))
                : Optional.empty();
        Optional<AreaCode> area = step == Do.LIMIT ? form.choice("area", AreaCode::new) : Optional.empty();
        Optional<Integer> limit = step == Do.LIMIT
                ? form.number("limit", 1, Waitlists.MAX_AWAY_LIMIT)
                : step == Do.POLICY ? form.number("version", 1, 10_000) : Optional.empty();
        Optional<Integer> number = step == Do.UNCORRECT ? form.number("number", 1, 1_000_000) : Optional.empty();
        if (form.faulty()) {
            return Result.invalid(form.findings());
        }
        return switch (step) {
            case THAW -> recoveries.thaw(round, text, by());
            case FACTS ->
                hpr.isEmpty()
                        ? Result.invalid(Finding.of("hprNumber", null, "correction.doctor-missing"))
                        : recoveries.correctFacts(round, null, hpr.get(), note, by());
            case LIMIT -> recoveries.correctLimit(round, area.orElse(null), limit.orElse(null), note, by());
            case POLICY ->
                limit.isEmpty()
                        ? Result.invalid(Finding.of("policyVersion", null, "correction.version-missing"))
                        : recoveries.correctPolicy(round, limit.get(), note, by());
            case UNCORRECT -> recoveries.uncorrect(round, number.orElse(0), by());
            case RERUN -> recoveries.rerun(round, by());
            case ASK -> recoveries.ask(round, form.value("hash"), text, by());
            case TAKE_BACK -> recoveries.takeBack(round, by());
            case CONFIRM -> recoveries.confirm(round, by());
        };
    }

    static String address(RoundId round) {
        return RoundHeader.base(round.value()) + "/retting";
    }

    private Acting by() {
        return Acting.as(Actor.COORDINATOR, caller);
    }
}
