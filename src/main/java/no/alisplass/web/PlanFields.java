package no.alisplass.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;
import no.alisplass.domain.text.Text;
import no.alisplass.policy.Policies;

/** The fields of a round's plan, as forms have them. */
@ApplicationScoped
class PlanFields {
    private static final int MOST_HALF_YEARS = 4;
    private static final int OFFERED_STARTS = 8;

    private final Capacity capacity;
    private final Policies policies;
    private final Clock clock;

    PlanFields(Capacity capacity, Policies policies, Clock clock) {
        this.capacity = capacity;
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

    static Fields read(Form form) {
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

    static LocalDate deadline(Form form) {
        Optional<LocalDate> deadline = form.date("deadline");
        missing(form, "deadline", deadline);
        return deadline.orElse(null);
    }

    static <T> Optional<T> chosen(Form form, String name, java.util.function.Function<String, T> reader) {
        Optional<T> chosen = form.choice(name, reader);
        missing(form, name, chosen);
        return chosen;
    }

    private static void missing(Form form, String name, Optional<?> read) {
        if (read.isEmpty() && Text.blank(form.value(name))) {
            form.required(name, 200);
        }
    }

    Choices choices(HalfYear around) {
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
                                each.id(),
                                Texts.of("policy-choice", Texts.ofPolicy(each.title()), RoundPages.criteria(each))))
                        .toList(),
                Arrays.stream(Objective.values())
                        .map(each -> new Choice(each.name(), Texts.of("objective-" + each)))
                        .toList());
    }
}
