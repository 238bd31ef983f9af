package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import org.junit.jupiter.api.Test;

/** What is kept with a frozen round of why somebody cannot take part is read as it was found, so that ids get their names. */
class StoredFindingTest {
    private static final AreaCode FROGN = new AreaCode("3205");
    private static final HospitalId AHUS = new HospitalId("ahus");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void areas_and_hospitals_are_read_as_such() {
        for (Finding found : List.of(
                Finding.of("area", FROGN, "policy.area-not-covered", FROGN),
                Finding.of("agreement", null, "policy.agreement-none", FROGN, AHUS, DAY),
                Finding.of("agreement", DAY, "policy.agreement-ended", FROGN, AHUS, DAY, DAY),
                Finding.of("registration", DAY, "policy.registration-later", FROGN, DAY, DAY))) {
            StoredFinding stored = new StoredFinding.Writer().convert(found);
            assertThat(new StoredFinding.Reader().convert(asJson(stored)).message())
                    .isEqualTo(found.message());
        }
    }

    @Test
    void what_is_none_stays_as_it_was_written() {
        Finding found = Finding.of("area", null, "policy.area-not-covered", "Et sted");
        StoredFinding stored = new StoredFinding.Writer().convert(found);
        assertThat(new StoredFinding.Reader().convert(stored).message()).isEqualTo(found.message());
    }

    /** As it comes back: an id is text. */
    private static StoredFinding asJson(StoredFinding stored) {
        return new StoredFinding(
                stored.field(),
                stored.value(),
                stored.code(),
                stored.arguments().stream()
                        .map(each -> each instanceof AreaCode || each instanceof HospitalId
                                ? (Object) each.toString()
                                : each)
                        .toList());
    }
}
