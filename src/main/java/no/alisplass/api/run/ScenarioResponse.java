package no.alisplass.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.Dilemmas;
import no.alisplass.scenario.PolicyDifference;
import no.alisplass.scenario.count.SeatStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What-if answers: counts, and for a coordinator also who. */
final class ScenarioResponse {
    private ScenarioResponse() {}

    /** Whoever may see the round's doctors. Where {@code named} is absent nobody is told, and the lists of persons are absent. */
    record Persons(Function<DoctorId, Person> named, Paging.Window page) {
        private List<Person> of(List<DoctorId> doctors) {
            return named == null ? null : page.take(doctors).stream().map(named).toList();
        }

        private List<Change> changes(List<Difference.Change> changes) {
            return named == null ? null : whole(page.take(changes));
        }

        private List<Change> whole(List<Difference.Change> changes) {
            return changes.stream()
                    .map(change ->
                            new Change(named.apply(change.doctor()), Place.of(change.now()), Place.of(change.then())))
                    .toList();
        }
    }

    @Schema(name = "WhatIfPerson")
    record Person(
            @Schema(examples = "d007") DoctorId doctor,
            @Schema(examples = "Kari Nordmann") String name) {}

    /** @param step how high in the doctor's own order of all that could be offered, 1 the best; what is equally good is on one step */
    @Schema(name = "WhatIfPlace")
    record Place(List<Stay> stays, @Schema(examples = "1") int step) {
        static Place of(Option option) {
            return option == null ? null : new Place(option.stays(), option.tier() + 1);
        }
    }

    /** @param now absent for none; {@code then} likewise */
    @Schema(name = "WhatIfChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Person doctor, Place now, Place then) {}

    /**
     * @param same how many get as good as now, by their own wishes
     * @param gains who, for the coordinator; {@code losses} likewise
     * @param setAside for the coordinator: doctors whose outcome is settled by hand in a way that does not fit; here it is left to the criteria
     */
    @Schema(name = "WhatIfComparison")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Compared(
            SeatStep counts,
            @Schema(examples = "58") int same,
            List<Change> gains,
            List<Change> losses,
            List<Person> setAside) {}

    /**
     * @param leftOut how many of the round's doctors the other policy leaves out; they count as waiting
     * @param newlyEligible how many it lets in; they are in no count
     * @param noLongerEligible who is left out, for the coordinator
     */
    @Schema(name = "WhatIfPolicy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnderPolicy(
            @Schema(examples = "ahus-2023") String policyId,
            @Schema(examples = "1") int policyVersion,
            Compared difference,
            @Schema(examples = "0") int leftOut,
            @Schema(examples = "0") int newlyEligible,
            List<Person> noLongerEligible) {}

    @Schema(name = "WhatIfDilemma")
    record Dilemma(Person doctor, Place now, Place instead, List<Change> placed, List<Change> better) {}

    /**
     * @param dilemmas how many there are
     * @param asked how many doctors they ask to take something less wished
     * @param letIn how many who wait could be let in by one of them or more
     * @param setAside how many are settled by hand in a way that does not fit
     */
    @Schema(name = "WhatIfDilemmaCounts")
    record DilemmaCounts(
            @Schema(examples = "3") int dilemmas,
            @Schema(examples = "2") int asked,
            @Schema(examples = "2") int letIn,
            @Schema(examples = "0") int setAside) {}

    /**
     * @param complete whether everything within the bounds was tried
     * @param dilemmas which, for the coordinator
     */
    @Schema(name = "WhatIfDilemmas")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DilemmaList(DilemmaCounts counts, boolean complete, List<Dilemma> dilemmas, List<Person> setAside) {}

    static Compared of(SeatStep counts, Difference difference, List<DoctorId> setAside, Persons persons) {
        int doctors = counts.placed().now() + counts.waiting().now();
        return new Compared(
                counts,
                doctors - difference.gains().size() - difference.losses().size(),
                persons.changes(difference.gains()),
                persons.changes(difference.losses()),
                persons.of(setAside));
    }

    static UnderPolicy of(SeatStep counts, PolicyDifference difference, List<DoctorId> setAside, Persons persons) {
        return new UnderPolicy(
                difference.policyId(),
                difference.policyVersion(),
                of(counts, difference.difference(), setAside, persons),
                difference.noLongerEligible().size(),
                difference.newlyEligible(),
                persons.of(difference.noLongerEligible()));
    }

    static DilemmaList of(Dilemmas dilemmas, List<DoctorId> setAside, Persons persons) {
        Set<DoctorId> asked = new HashSet<>();
        Set<DoctorId> letIn = new HashSet<>();
        for (Dilemmas.Dilemma each : dilemmas.list()) {
            asked.add(each.doctor());
            each.placed().forEach(change -> letIn.add(change.doctor()));
        }
        return new DilemmaList(
                new DilemmaCounts(dilemmas.list().size(), asked.size(), letIn.size(), setAside.size()),
                dilemmas.complete(),
                persons.named() == null
                        ? null
                        : persons.page().take(dilemmas.list()).stream()
                                .map(each -> new Dilemma(
                                        persons.named().apply(each.doctor()),
                                        Place.of(each.now()),
                                        Place.of(each.instead()),
                                        persons.whole(each.placed()),
                                        persons.whole(each.better())))
                                .toList(),
                persons.of(setAside));
    }
}
