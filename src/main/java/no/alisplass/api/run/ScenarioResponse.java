package no.alisplass.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Dilemmas;
import no.alisplass.scenario.PolicyDifference;

/** What-if answers; a coordinator reads names, a planner pseudonyms. */
final class ScenarioResponse {
    private ScenarioResponse() {}

    /** @param name null for a planner */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(DoctorId doctor, String name) {}

    /** @param step how high in the doctor's own order of all that could be offered, 1 the best; what is equally good is on one step */
    record Place(List<Stay> stays, int step) {
        static Place of(Option option) {
            return option == null ? null : new Place(option.stays(), option.tier() + 1);
        }
    }

    /** @param now null for none; {@code then} likewise */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Person doctor, Place now, Place then) {}

    /** @param setAside doctors whose outcome is settled by hand in a way that no longer fits; here it is left to the criteria */
    record Compared(
            Difference.Count now,
            Difference.Count then,
            List<Change> gains,
            List<Change> losses,
            List<Person> setAside) {}

    record UnderPolicy(
            String policyId,
            int policyVersion,
            Compared difference,
            List<Person> noLongerEligible,
            int newlyEligible) {}

    record Dilemma(Person doctor, Place now, Place instead, List<Change> placed, List<Change> better) {}

    record DilemmaList(List<Dilemma> dilemmas, boolean complete, List<Person> setAside) {}

    static Difference of(Difference difference, Paging.Window page) {
        return difference.showing(
                page.take(difference.gains()), page.take(difference.losses()), page.take(difference.setAside()));
    }

    static Compared of(
            Difference difference, Function<DoctorId, Person> people, List<DoctorId> setAside, Paging.Window page) {
        return new Compared(
                difference.now(),
                difference.then(),
                changes(page.take(difference.gains()), people),
                changes(page.take(difference.losses()), people),
                page.take(setAside).stream().map(people).toList());
    }

    static UnderPolicy of(
            PolicyDifference difference,
            Function<DoctorId, Person> people,
            List<DoctorId> setAside,
            Paging.Window page) {
        return new UnderPolicy(
                difference.policyId(),
                difference.policyVersion(),
                of(difference.difference(), people, setAside, page),
                page.take(difference.noLongerEligible()).stream().map(people).toList(),
                difference.newlyEligible());
    }

    static DilemmaList of(
            Dilemmas dilemmas, Function<DoctorId, Person> people, List<DoctorId> setAside, Paging.Window page) {
        return new DilemmaList(
                page.take(dilemmas.list()).stream()
                        .map(one -> new Dilemma(
                                people.apply(one.doctor()),
                                Place.of(one.now()),
                                Place.of(one.instead()),
                                changes(one.placed(), people),
                                changes(one.better(), people)))
                        .toList(),
                dilemmas.complete(),
                page.take(setAside).stream().map(people).toList());
    }

    private static List<Change> changes(List<Difference.Change> changes, Function<DoctorId, Person> people) {
        return changes.stream()
                .map(change ->
                        new Change(people.apply(change.doctor()), Place.of(change.now()), Place.of(change.then())))
                .toList();
    }
}
