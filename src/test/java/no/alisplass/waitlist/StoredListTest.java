package no.alisplass.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** Lists as they have been stored since the first: every fact a field of its entry, in this order. */
class StoredListTest {
    private static final String STORED = """
            {"schema":1,"entries":[\
            {"priority":1,"name":"Kari Nordmann","hpr":9144889,"email":"kari@kommune.no","affiliation":"LOCUM",\
            "affiliationFrom":"2024-01-01","affiliationTo":"2028-12-31","scheme":"NEW","specialisationStart":"2023-09-01",\
            "statedService":30.5,"statedOpenPractice":24,"statedOn":"2026-09-01","statedShare":80,\
            "periods":[{"from":"2023-09-01","to":"2025-08-31","percentage":80,"kind":"OPEN_PRACTICE",\
            "leaves":[{"from":"2024-02-01","to":"2024-03-31"},{"from":"2025-08-01"}]},\
            {"from":"2025-09-01","percentage":100,"kind":"COUNTED","leaves":[]}],\
            "objectives":70,"activities":8,"supervision":"BEGUN",\
            "approved":[{"department":"ahus-lunge","months":3},{"elsewhere":"Lovisenberg","months":1.5}],\
            "monthsLeft":1.5,"interrupted":true,\
            "wishes":{"ranked":[["ahus-geriatri"],["ahus-barn","ahus-onh"]],"onlyRanked":true,"refused":["ahus-hud"],\
            "earliestStart":"2027-V","blocked":["2027-H"],"weight":"START","wholeOnly":true},\
            "leave":"APPLIED","locum":"SOUGHT","note":"To linjer\\nher"},\
            {"priority":2,"name":"Ola","hpr":101,"scheme":"OLD","periods":[],"objectives":0,"activities":0,\
            "supervision":"NOT_STARTED","approved":[],"monthsLeft":12,"interrupted":false,\
            "wishes":{"ranked":[],"onlyRanked":false,"refused":[],"blocked":[],"weight":"DEPARTMENT"},\
            "leave":"NOT_APPLIED","locum":"MISSING"}]}""";

    @Test
    void what_was_stored_is_read_into_whole_values() {
        WaitlistEntry entry = WaitlistContent.read(STORED).get(0);
        assertThat(entry.person().email()).isEqualTo("kari@kommune.no");
        assertThat(entry.employment())
                .isEqualTo(new Employment(Affiliation.LOCUM, LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31)));
        assertThat(entry.training()).isEqualTo(new Training(Scheme.NEW, LocalDate.of(2023, 9, 1)));
        assertThat(entry.service().stated())
                .isEqualTo(new StatedService(new Months(305), Months.of(24), LocalDate.of(2026, 9, 1), 80));
        assertThat(entry.service().periods().get(0).leaves())
                .containsExactly(
                        new DateRange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 31)),
                        new DateRange(LocalDate.of(2025, 8, 1), null));
        assertThat(entry.progress()).isEqualTo(new TrainingProgress(70, 8, GroupSupervision.BEGUN));
        assertThat(entry.institution().monthsLeft()).isEqualTo(new Months(15));
        assertThat(entry.readiness()).isEqualTo(new Readiness(LeaveStatus.APPLIED, LocumStatus.SOUGHT));
    }

    @Test
    void what_was_stored_is_written_to_the_same_bytes_and_hashes() {
        List<WaitlistEntry> entries = WaitlistContent.read(STORED);
        assertThat(WaitlistContent.write(entries)).isEqualTo(STORED);
        assertThat(WaitlistContent.sha256(new RoundId("ahus-2027"), new AreaCode("3205"), 2, entries))
                .isEqualTo("04eb13a8fa113debf7caccb6f524b161e1a88ae02ba08e48f56ebfe52f9974f5");
        assertThat(entries)
                .extracting(entry -> EntryVersion.of(entry).value())
                .containsExactly(
                        "0a4606dfb0bbfde18e86a91ec4ec73ffcf7a9290a01a32f5bb0fb74a38c41f93",
                        "f4c95e5c68f8bb6f8e86af32d35a829d23718e69fb29633bdfb99df3f94174cb");
    }

    /** A draft may lack anything. */
    @Test
    void an_entry_with_nothing_but_its_place_is_read_and_written() {
        String written = WaitlistContent.write(WaitlistContent.read("{\"schema\":1,\"entries\":[{\"priority\":1}]}"));
        assertThat(written)
                .isEqualTo(
                        "{\"schema\":1,\"entries\":[{\"priority\":1,\"periods\":[],\"objectives\":0,\"activities\":0,"
                                + "\"approved\":[],\"interrupted\":false,\"wishes\":{\"ranked\":[],\"onlyRanked\":false,"
                                + "\"refused\":[],\"blocked\":[],\"weight\":\"DEPARTMENT\"}}]}");
    }
}
