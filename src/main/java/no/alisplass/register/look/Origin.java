package no.alisplass.register.look;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.WhatChanged;

/**
 * Where what is registered comes from: one change, and the fields that have stood as it left them.
 *
 * @param what was done then; never who by name did it
 * @param whole whether it is the change by which the area came to have the doctor
 * @param fields by name, in order
 */
public record Origin(WhatChanged what, Instant at, boolean whole, List<String> fields) {
    /** What is told in its own place. */
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of("area", "confirmedOn", "confirmedBy", "closedOn", "closedReason");

    public Origin {
        fields = List.copyOf(fields);
    }

    /**
     * Every field there is, each once, under the latest change that made it what it is; the latest change first.
     *
     * @param changes of the record while an area has held it, the latest first
     */
    static List<Origin> of(List<DoctorChange> changes) {
        Set<String> told = new TreeSet<>();
        Map<DoctorChange, List<String>> left = new LinkedHashMap<>();
        for (DoctorChange change : changes) {
            List<String> fields = new ArrayList<>();
            for (Difference each : change.fields()) {
                boolean isThere = each.after() != null && !each.after().isNull();
                if (!TOLD_ELSEWHERE.contains(each.field()) && told.add(each.field()) && isThere) {
                    fields.add(each.field());
                }
            }
            left.put(change, fields);
            if (isWhole(change)) {
                break;
            }
        }
        return left.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() || isWhole(each.getKey()))
                .map(each ->
                        new Origin(each.getKey().what(), each.getKey().at(), isWhole(each.getKey()), each.getValue()))
                .toList();
    }

    private static boolean isWhole(DoctorChange change) {
        return switch (change.what()) {
            case REGISTERED, TAKEN_OVER, MIGRATED -> true;
            case CHANGED, CONFIRMED, CLOSED, REOPENED, RELEASED, SERVED -> false;
        };
    }
}
