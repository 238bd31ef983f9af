package no.alisplass.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final List<Proof> ONE_OF_EACH = List.of(
            new Proof.NothingBetter(),
            new Proof.Pinned(),
            new Proof.TightSet(0),
            new Proof.Prices(1),
            new Proof.Exhausted(7),
            new Proof.ByCases(new DoctorId("d001"), List.of(new Proof.Part(List.of(0), new Proof.Prices(1)))),
            new Proof.NotProven(),
            new Proof.Refuted(List.of()));

    @Test
    void a_kind_is_what_the_files_call_it_and_there_are_no_others() {
        assertThat(ONE_OF_EACH).extracting(Proof::kind).containsExactly(Proof.Kind.values());
        assertThat(ONE_OF_EACH)
                .extracting(Object::getClass)
                .hasSameElementsAs(List.of(Proof.class.getPermittedSubclasses()));
        for (Proof proof : ONE_OF_EACH) {
            String written = CanonicalJson.write(proof);
            assertThat(written).contains("\"kind\":\"" + proof.kind() + "\"");
            assertThat(CanonicalJson.read(written, Proof.class)).isEqualTo(proof);
        }
    }
}
