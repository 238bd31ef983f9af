package no.alisplass.scenario.count;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Wishes;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.CriterionValue;
import no.alisplass.policy.Ranked;
import no.alisplass.policy.Ranking;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** What a round's doctors are counted by. */
record People(Map<DoctorId, Person> people) {
    /** Those that find one of a few things; the others part nearly everybody from everybody. */
    private static final Set<CriterionCode> FEW = EnumSet.of(
            CriterionCode.INTERRUPTED,
            CriterionCode.READY,
            CriterionCode.AFFILIATION,
            CriterionCode.SPECIALIST_SHORTAGE,
            CriterionCode.LATE_WITHDRAWAL);

    /** What a criterion found, without the numbers it is told with. @param at the criterion's place in the policy @param key compared as the criterion does */
    record Value(int at, CriterionCode criterion, List<Long> key, String word) {}

    record Person(AreaCode area, Wishes wishes, List<Value> values) {}

    static People of(Snapshot snapshot, Ranking ranking) {
        Map<DoctorId, Person> people = new HashMap<>();
        for (RosterEntry entry : snapshot.roster().entries()) {
            List<Value> values = new ArrayList<>();
            List<CriterionValue> found =
                    ranking.place(entry.facts().hpr()).map(Ranked::values).orElse(List.of());
            for (int at = 0; at < found.size(); at++) {
                CriterionValue value = found.get(at);
                if (FEW.contains(value.criterion())) {
                    values.add(new Value(at, value.criterion(), value.key(), word(value)));
                }
            }
            people.put(entry.doctor(), new Person(entry.facts().area(), entry.wishes(), List.copyOf(values)));
        }
        return new People(people);
    }

    private static String word(CriterionValue value) {
        String code = value.text().code();
        String word = code.substring(code.indexOf(value.criterion().word())
                + value.criterion().word().length()
                + 1);
        return word.endsWith("-on") ? word.substring(0, word.length() - "-on".length()) : word;
    }

    Person of(DoctorId doctor) {
        return people.get(doctor);
    }
}
