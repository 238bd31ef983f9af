package no.alisplass.web.coordinator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.policy.LeadTimes;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.round.RoundRules;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** The fields of a round's plan, as forms have them. */
@ApplicationScoped
class PlanFields {
    private static final int OFFERED_STARTS = 8;

    private static final int MAX_ROUNDS = 100;
    private static final int DEADLINE_MONTHS = 3;
    private static final int DEADLINE_DAY = 15;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rounds rounds;
    private final HospitalAccess access;
    private final Policies policies;
    private final Clock clock;

    PlanFields(Rounds rounds, HospitalAccess access, Policies policies, Clock clock) {
        this.rounds = rounds;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    record Choices(
            List<Choice> hospitals,
            List<Choice> starts,
            List<Choice> counts,
            List<Choice> policies,
            List<Choice> objectives) {}

    record Fields(
            String title,
            List<HalfYear> halfYears,
            String policyId,
            Objective objective,
            String seed,
            LocalDate deadline) {}

    /** @param before the deadline as it is; a deadline that is set anew must not be over already */
    Fields read(Form form, LocalDate before) {
        String title = form.required("title", 200);
        Optional<HalfYear> first = form.chosen("halfYears", PlanFields::early);
        Optional<Integer> count =
                form.chosen("count", Integer::valueOf).filter(each -> each >= 1 && each <= RoundRules.MAX_HALF_YEARS);
        String policy = form.chosen("policyId", each -> each).orElse(null);
        Optional<Objective> objective = form.chosen("objective", Objective::valueOf);
        LocalDate deadline = deadline(form, before);
        String seed = form.text("lotterySeed", 80);
        List<HalfYear> halfYears = first.isEmpty() || count.isEmpty()
                ? List.of()
                : Stream.iterate(first.get(), HalfYear::next).limit(count.get()).toList();
        return new Fields(title, halfYears, policy, objective.orElse(null), seed.isEmpty() ? null : seed, deadline);
    }

    /** A half-year with as many after it as a round may have; {@link IllegalArgumentException} for what is none. */
    private static HalfYear early(String code) {
        HalfYear first = HalfYear.parse(code);
        first.plus(RoundRules.MAX_HALF_YEARS);
        return first;
    }

    LocalDate deadline(Form form, LocalDate before) {
        LocalDate deadline = form.requiredDate("deadline");
        if (deadline != null && !deadline.equals(before)) {
            rounds.deadline(deadline).forEach(form::refuse);
        }
        return deadline;
    }

    /**
     * What a plan is called and when its lists are due, as long as nobody says otherwise.
     *
     * @param titles for one half-year, for two, and so on
     */
    record Suggestion(List<String> titles, String deadline) {}

    /** The first half-year at or after that one for which the hospital has no round yet. */
    HalfYear firstWithout(HospitalId hospital, HalfYear from) {
        Set<HalfYear> covered = rounds.page(hospital, EnumSet.allOf(RoundState.class), 0, MAX_ROUNDS).rounds().stream()
                .flatMap(round -> round.halfYears().stream())
                .collect(Collectors.toSet());
        return Stream.iterate(from, HalfYear::next)
                .filter(each -> !covered.contains(each))
                .findFirst()
                .orElseThrow();
    }

    /** How long before a half-year a round is told of, by the rules a new round has until others are chosen. */
    LeadTimes lead() {
        return policies.offered().stream().findFirst().map(Policy::lead).orElse(LeadTimes.UNSAID);
    }

    /** The last day the rules let lists be due, if it is not over; else a day that leaves time to allocate. */
    private LocalDate deadlineFor(HalfYear first) {
        return lead().lastDeadline(first.start())
                .filter(day -> !day.isBefore(LocalDate.now(clock)))
                .orElseGet(() -> first.start().minusMonths(DEADLINE_MONTHS).withDayOfMonth(DEADLINE_DAY));
    }

    Suggestion suggestion(String hospital, HalfYear first) {
        List<String> titles = IntStream.range(0, RoundRules.MAX_HALF_YEARS)
                .mapToObj(more -> Texts.of(
                        more == 0 ? "round-title-one" : more == 1 ? "round-title-two" : "round-title-more",
                        hospital,
                        first,
                        first.plus(more)))
                .toList();
        return new Suggestion(titles, Formats.shortDate(deadlineFor(first)));
    }

    /** The suggestions for the half-years on offer, as {@code alis.js} reads them. */
    String suggestions(String hospital, List<Choice> starts) {
        Map<String, Suggestion> all = new LinkedHashMap<>();
        starts.forEach(each -> all.put(each.value(), suggestion(hospital, HalfYear.parse(each.value()))));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** @param kept the rules a round has already, which it may keep though they are no longer offered; null for none */
    Choices choices(HalfYear around, String kept) {
        HalfYear now = HalfYear.startingOnOrAfter(LocalDate.now(clock));
        HalfYear from = around.compareTo(now) < 0 ? around : now;
        return new Choices(
                access.hospitals().stream()
                        .map(each -> new Choice(each.id().value(), each.name()))
                        .toList(),
                Stream.concat(
                                Stream.iterate(from, HalfYear::next).limit(OFFERED_STARTS),
                                Stream.of(around).filter(each -> from.until(each) >= OFFERED_STARTS))
                        .map(each -> new Choice(each.toString(), Formats.halfYearWithDates(each)))
                        .toList(),
                IntStream.rangeClosed(1, RoundRules.MAX_HALF_YEARS)
                        .mapToObj(each -> new Choice(Integer.toString(each), Texts.of("half-years-count", each)))
                        .toList(),
                policies.all().stream()
                        .filter(each ->
                                policies.latest(each.id()).filter(each::equals).isPresent())
                        .filter(each -> each.id().equals(kept)
                                || policies.replacing(each.id()).isEmpty())
                        .map(each -> new Choice(
                                each.id(),
                                Texts.of("policy-choice", Texts.ofPolicy(each.title()), RoundPages.criteria(each))))
                        .toList(),
                Arrays.stream(Objective.values())
                        .map(each -> new Choice(each.name(), Texts.of("objective-" + each)))
                        .toList());
    }
}
