package no.alisplass.offer.served;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;

/** What somebody says of one leg. @param reason null where it is all of the leg */
public record Said(Leg.Key leg, int months, FewerReason reason) {

    /** What is wrong with what was sent, of the legs there are. @param confirmed what was said before */
    public static List<Finding> unfit(
            List<Leg> legs, List<Said> said, Map<Leg.Key, ServedLeg> confirmed, Service service) {
        List<Finding> unfit = new ArrayList<>();
        if (said.isEmpty()) {
            unfit.add(Finding.of("legs", null, "offer.months-missing"));
        }
        Set<Leg.Key> seen = new HashSet<>();
        for (int at = 0; at < said.size(); at++) {
            Said one = said.get(at);
            String field = "legs[" + at + "].";
            Optional<Leg> leg =
                    legs.stream().filter(each -> each.key().equals(one.leg())).findFirst();
            if (leg.isEmpty() || !seen.add(one.leg())) {
                unfit.add(Finding.of(field + "department", null, "offer.leg-unknown"));
            } else if (one.months() < 0 || one.months() > leg.get().months()) {
                unfit.add(Finding.of(
                        field + "months",
                        one.months(),
                        "offer.months-unfit",
                        leg.get().months()));
            } else if (one.months() > 0 && !service.counts(legs, leg.get(), each -> months(each, said, confirmed))) {
                unfit.add(Finding.of(field + "months", one.months(), "offer.months-too-few", service.least()));
            } else if (one.months() < leg.get().months() && one.reason() == null) {
                unfit.add(Finding.of(
                        field + "reason",
                        null,
                        "offer.fewer-needs-reason",
                        leg.get().months()));
            } else if (one.months() == leg.get().months() && one.reason() != null) {
                unfit.add(Finding.of(
                        field + "reason",
                        one.reason(),
                        "offer.all-needs-no-reason",
                        leg.get().months()));
            }
        }
        return unfit;
    }

    /** What is said of a leg; of what nobody has said anything of, all. */
    private static Months months(Leg leg, List<Said> said, Map<Leg.Key, ServedLeg> confirmed) {
        ServedLeg before = confirmed.get(leg.key());
        return before != null
                ? before.months()
                : Months.of(said.stream()
                        .filter(each -> each.leg().equals(leg.key()))
                        .map(Said::months)
                        .findFirst()
                        .orElse(leg.months()));
    }

    /** What stands in its way. @param own the department that says it, which says nothing of others; null for a coordinator */
    public static List<Finding> refused(List<Said> said, Set<Leg.Key> confirmed, DepartmentId own) {
        List<Finding> refused = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            Leg.Key leg = said.get(at).leg();
            String field = "legs[" + at + "].department";
            if (own != null && !own.equals(leg.department())) {
                refused.add(Finding.of(field, leg.department(), "offer.leg-of-another"));
            } else if (confirmed.contains(leg)) {
                refused.add(Finding.of(field, leg.department(), "offer.months-confirmed-already"));
            }
        }
        return refused;
    }
}
