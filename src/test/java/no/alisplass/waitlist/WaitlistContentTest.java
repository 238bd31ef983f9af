package no.alisplass.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Sha256;
import no.alisplass.register.entry.WaitlistEntry;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** What is kept of a list, and the hash its receipt says. */
class WaitlistContentTest {
    private static final String KEPT = """
            {"schema":1,"entries":[{"priority":1,"name":"Kåre «Øst» Ånes\\n","hpr":9000001,"email":"kare@example.org",
            "affiliation":"LOCUM","affiliationFrom":"2025-01-01","affiliationTo":"2027-12-31","scheme":"NEW",
            "specialisationStart":"2024-03-01","statedService":23.5,"statedOpenPractice":12,"statedOn":"2026-06-01",
            "periods":[],"objectives":87,"activities":14,"supervision":"BEGUN","approved":[],"interrupted":true,
            "wishes":{"ranked":[["geriatri"],["lunge","kardiologi"]],"onlyRanked":true,"refused":[],"earliestStart":"2027-H",
            "blocked":["2028-V"],"weight":"DEPARTMENT"},"leave":"GRANTED","locum":"SOUGHT","note":"to\\nlinjer"}]}""";

    private static String canonical(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedString();
    }

    @Test
    void is_hashed_as_canonical_json_of_what_is_kept() throws IOException {
        List<WaitlistEntry> entries = WaitlistContent.read(KEPT);
        String kept = WaitlistContent.write(entries);
        assertThat(canonical(kept)).contains("\"objectives\":87", "\"statedService\":23.5", "\"hpr\":");
        assertThat(WaitlistContent.sha256(new RoundId("ahus-2027"), new AreaCode("3209"), 2, entries))
                .isEqualTo(Sha256.hex(canonical(
                        "{\"round\":\"ahus-2027\",\"area\":\"3209\",\"awayLimit\":2,\"content\":" + kept + "}")));
        assertThat(WaitlistContent.sha256(new RoundId("ahus-2027"), new AreaCode("3209"), null, entries))
                .isEqualTo(
                        Sha256.hex(canonical("{\"round\":\"ahus-2027\",\"area\":\"3209\",\"content\":" + kept + "}")));
    }
}
