package no.alisplass.register.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptFileStoreTest {
    @ParameterizedTest
    @CsvSource({
        "leger 2026.xlsx, leger 2026.xlsx",
        "01019012345.xlsx, ''",
        "venteliste_010190-12345_ny.ods, ''",
        "kommune 3205 2026-11-02.csv, kommune 3205 2026-11-02.csv"
    })
    void a_name_with_an_identity_number_is_not_kept(String given, String kept) {
        assertThat(KeptFileStore.name(given)).isEqualTo(kept);
    }
}
