package no.alisplass.sample;

import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.PositionId;

/** The four departments with earmarked positions (003 §7.3.1.2), with the names people write. */
enum SampleDepartment {
    GERIATRICS("ahus-geriatri", 30, "Geriatrisk avdeling", "Geriatri", "Geriatrisk"),
    LUNG("ahus-lunge", 25, "Lungemedisinsk avdeling", "Lunge", "Lungemedisinsk"),
    ENT("ahus-onh", 20, "Øre-nese-hals-avdelingen", "Øre-nese-hals", "Øre-nese-hals"),
    PSYCHIATRY("ahus-akuttpsykiatri", 25, "Akuttpsykiatrisk avdeling", "Akuttpsykiatri", "Akutt-psykiatrisk");

    /** How many ways of writing the names there are. */
    static final int WAYS = 3;

    private final DepartmentId id;
    private final int popularity;
    private final List<String> names;

    SampleDepartment(String id, int popularity, String... names) {
        this.id = new DepartmentId(id);
        this.popularity = popularity;
        this.names = List.of(names);
    }

    DepartmentId id() {
        return id;
    }

    /** The one position of the reference data in {@code sample-data/ahus}. */
    PositionId position() {
        return new PositionId(id.value() + "-1");
    }

    int popularity() {
        return popularity;
    }

    static String name(DepartmentId id, int way) {
        for (SampleDepartment department : values()) {
            if (department.id.equals(id)) {
                return department.names.get(way);
            }
        }
        throw new IllegalArgumentException("The department (" + id + ") is none of the sample's.");
    }
}
