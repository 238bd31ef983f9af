package no.alisplass.register.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.alisplass.domain.AreaCode;
import no.alisplass.register.Difference;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.WhatChanged;
import org.junit.jupiter.api.Test;

/** Each field there is comes from the latest change that touched it, and from no other. */
class OriginTest {
    private static final Instant FIRST = Instant.parse("2026-11-02T08:00:00Z");
    private static final List<String> FIELDS = List.of("name", "objectives", "note", "wishes.ranked");

    private static DoctorChange change(int number, WhatChanged what, Difference... fields) {
        return new DoctorChange(number, FIRST.plusSeconds(number), "nora", new AreaCode("3214"), what, List.of(fields));
    }

    private static Difference to(String field, String value) {
        return new Difference(field, NullNode.instance, value == null ? NullNode.instance : TextNode.valueOf(value));
    }

    @Test
    void what_came_along_and_what_was_changed_since_are_told_apart() {
        List<Origin> origins = Origin.of(List.of(
                change(5, WhatChanged.CONFIRMED, to("confirmedOn", "2026-12-01")),
                change(4, WhatChanged.CHANGED, to("note", null), to("objectives", "75")),
                change(3, WhatChanged.TAKEN_OVER, to("name", "Kari"), to("objectives", "70"), to("note", "x")),
                change(1, WhatChanged.REGISTERED, to("name", "K"), to("email", "k@x.no"))));
        assertThat(origins).extracting(Origin::what).containsExactly(WhatChanged.CHANGED, WhatChanged.TAKEN_OVER);
        assertThat(origins.get(0).fields()).containsExactly("objectives");
        assertThat(origins.get(1).fields()).containsExactly("name");
        assertThat(origins).extracting(Origin::whole).containsExactly(false, true);
    }

    @Property(tries = 200)
    void applied_one_after_the_other_the_changes_leave_each_field_where_it_says(
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 7) Integer> acts) {
        List<DoctorChange> changes =
                new ArrayList<>(List.of(change(0, WhatChanged.REGISTERED, to("name", "0"), to("objectives", "0"))));
        Map<String, JsonNode> is =
                new HashMap<>(Map.of("name", TextNode.valueOf("0"), "objectives", TextNode.valueOf("0")));
        Map<String, Instant> from = new TreeMap<>(Map.of("name", FIRST, "objectives", FIRST));
        for (int at = 1; at <= acts.size(); at++) {
            int act = acts.get(at - 1);
            String field = FIELDS.get(act % FIELDS.size());
            String value = act < FIELDS.size() ? Integer.toString(at) : null;
            if (value == null && is.get(field) == null) {
                continue;
            }
            changes.add(0, change(at, WhatChanged.CHANGED, to(field, value)));
            if (value == null) {
                is.remove(field);
                from.remove(field);
            } else {
                is.put(field, TextNode.valueOf(value));
                from.put(field, FIRST.plusSeconds(at));
            }
        }
        Map<String, Instant> told = new TreeMap<>();
        Origin.of(changes).forEach(each -> each.fields().forEach(field -> {
            assertThat(told).doesNotContainKey(field);
            told.put(field, each.at());
        }));
        assertThat(told).isEqualTo(from);
        assertThat(told.keySet().stream().sorted().collect(Collectors.toList()))
                .isEqualTo(is.keySet().stream().sorted().toList());
    }
}
