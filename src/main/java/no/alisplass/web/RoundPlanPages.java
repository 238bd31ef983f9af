package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.policy.Policies;
import no.alisplass.round.Round;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Planning a round, and changing what of it may still be changed. */
@Path("/koordinator/runder")
@Blocking
public class RoundPlanPages {
    private static final int MOST_HALF_YEARS = 4;
    private static final int OFFERED_STARTS = 8;
    private static final int CALL_MONTHS = 6;

    private final Rounds rounds;
    private final Capacity capacity;
    private final Policies policies;
    private final RoundDesk desk;
    private final Posted posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    RoundPlanPages(
            Rounds rounds,
            Capacity capacity,
            Policies policies,
            RoundDesk desk,
            Posted posted,
            Flash flash,
            Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.policies = policies;
        this.desk = desk;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    record Choices(
            List<Choice> hospitals,
            List<Choice> starts,
            List<Choice> counts,
            List<Choice> policies,
            List<Choice> objectives) {}

    record New(Form form, Choices choices) implements TemplateInstance {}

    /** @param draft whether everything may be changed, not only title and deadline */
    record Edit(RoundFrame frame, Form form, Choices choices, boolean draft) implements TemplateInstance {}

    @GET
    @Path("ny")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response plan() {
        LocalDate today = LocalDate.now(clock);
        HalfYear first = HalfYear.startingOnOrAfter(today.plusMonths(CALL_MONTHS));
        Form form = Form.empty()
                .with("halfYears", first)
                .with("count", 1)
                .with("deadline", first.start().minusMonths(3).withDayOfMonth(15))
                .with("objective", Objective.WISHES_FIRST);
        policies.all().stream().findFirst().ifPresent(policy -> form.with("policyId", policy.id()));
        capacity.hospitals().stream().findFirst().ifPresent(hospital -> form.with("hospital", hospital.id())
                .with("title", hospital.name() + ", " + Formats.halvaar(first)));
        return Pages.show(new New(form, choices(first)));
    }

    @POST
    @Path("ny")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response create() {
        Form form = posted.form();
        Fields fields = fields(form);
        Optional<HospitalId> hospital = chosen(form, "hospital", HospitalId::new);
        Optional<RoundChange> made = form.faulty()
                ? Optional.empty()
                : form.take(rounds.create(new RoundPlan(
                        freeId(hospital.orElseThrow(), fields.halfYears().get(0)),
                        hospital.orElseThrow(),
                        fields.title(),
                        fields.halfYears(),
                        fields.policyId(),
                        null,
                        fields.objective(),
                        fields.seed(),
                        fields.deadline())));
        if (made.isEmpty()) {
            return Pages.faulty(new New(form, choices(HalfYear.startingOnOrAfter(LocalDate.now(clock)))));
        }
        flash.tell("round-planned", made.get().round().title());
        return Pages.seeOther(RoundFrame.base(made.get().round().id().value()));
    }

    @GET
    @Path("{round}/endre")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response edit(RoundId round) {
        Round before = desk.round(round);
        Form form = Form.empty()
                .with("title", before.title())
                .with("halfYears", before.first())
                .with("count", before.halfYears().size())
                .with("policyId", before.policyId())
                .with("objective", before.objective())
                .with("lotterySeed", before.lotterySeed())
                .with("deadline", before.deadline())
                .with("version", before.version());
        return Pages.show(editPage(before, form));
    }

    @POST
    @Path("{round}/endre")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(hidden = true)
    public Response change(RoundId round) {
        Round before = desk.round(round);
        Form form = posted.form();
        RoundPlan.Change change;
        if (before.state() == RoundState.DRAFT) {
            Fields fields = fields(form);
            change = new RoundPlan.Change(
                    fields.title(),
                    fields.halfYears(),
                    fields.policyId(),
                    null,
                    fields.objective(),
                    fields.seed(),
                    fields.deadline());
        } else {
            change = new RoundPlan.Change(form.required("title", 200), null, null, null, null, null, deadline(form));
        }
        if (form.faulty()
                || form.take(rounds.change(round, change, RoundPages.version(form)))
                        .isEmpty()) {
            return Pages.faulty(editPage(before, form));
        }
        flash.tell("round-changed", before.title());
        return Pages.seeOther(RoundFrame.base(round.value()));
    }

    private Edit editPage(Round round, Form form) {
        return new Edit(RoundFrame.of(round, ""), form, choices(round.first()), round.state() == RoundState.DRAFT);
    }

    private record Fields(
            String title,
            List<HalfYear> halfYears,
            String policyId,
            Objective objective,
            String seed,
            LocalDate deadline) {}

    private static Fields fields(Form form) {
        String title = form.required("title", 200);
        Optional<HalfYear> first = form.halfYear("halfYears");
        missing(form, "halfYears", first);
        Optional<Integer> count = form.number("count", 1, MOST_HALF_YEARS);
        missing(form, "count", count);
        String policy = form.required("policyId", 60);
        Optional<Objective> objective = chosen(form, "objective", Objective::valueOf);
        LocalDate deadline = deadline(form);
        String seed = form.text("lotterySeed", 80);
        List<HalfYear> halfYears = first.isEmpty() || count.isEmpty()
                ? List.of()
                : Stream.iterate(first.get(), HalfYear::next).limit(count.get()).toList();
        return new Fields(title, halfYears, policy, objective.orElse(null), seed.isEmpty() ? null : seed, deadline);
    }

    private static LocalDate deadline(Form form) {
        Optional<LocalDate> deadline = form.date("deadline");
        missing(form, "deadline", deadline);
        return deadline.orElse(null);
    }

    private static <T> Optional<T> chosen(Form form, String name, java.util.function.Function<String, T> reader) {
        Optional<T> chosen = form.choice(name, reader);
        missing(form, name, chosen);
        return chosen;
    }

    private static void missing(Form form, String name, Optional<?> read) {
        if (read.isEmpty() && form.value(name).isBlank()) {
            form.required(name, 200);
        }
    }

    /** {@code ahus-2027-v}, or with a number behind when that is taken. */
    private RoundId freeId(HospitalId hospital, HalfYear first) {
        String plain = (hospital + "-" + first).toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(plain), IntStream.range(2, 1000).mapToObj(number -> plain + "-" + number))
                .map(RoundId::new)
                .filter(id -> rounds.round(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Choices choices(HalfYear around) {
        HalfYear now = HalfYear.startingOnOrAfter(LocalDate.now(clock));
        HalfYear from = around.compareTo(now) < 0 ? around : now;
        return new Choices(
                capacity.hospitals().stream()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList(),
                Stream.concat(
                                Stream.iterate(from, HalfYear::next).limit(OFFERED_STARTS),
                                Stream.of(around).filter(each -> from.until(each) >= OFFERED_STARTS))
                        .map(each -> new Choice(each.toString(), Formats.halvaarMedDatoer(each)))
                        .toList(),
                IntStream.rangeClosed(1, MOST_HALF_YEARS)
                        .mapToObj(each -> new Choice(Integer.toString(each), Texts.of("half-years-count", each)))
                        .toList(),
                policies.all().stream()
                        .filter(each ->
                                policies.latest(each.id()).filter(each::equals).isPresent())
                        .map(each -> new Choice(
                                each.id(), Texts.of("policy-choice", each.title(), RoundPages.criteria(each))))
                        .toList(),
                Arrays.stream(Objective.values())
                        .map(each -> new Choice(each.name(), Texts.of("objective-" + each)))
                        .toList());
    }
}
