package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What a frozen round says of earlier ones, and that what was frozen before it said so still reads, to the same bytes. */
class OfferingJsonTest {
    private static final String OLD =
            "{\"covered\":[{\"area\":\"3205\",\"halfYear\":\"2027-V\",\"services\":[\"SOMATIC\"]}],"
                    + "\"first\":\"2027-V\",\"stays\":[{\"seats\":2,\"services\":[\"SOMATIC\"],\"stay\":{\"halfYear\":\"2027-V\","
                    + "\"legs\":[{\"department\":\"lunge\",\"months\":6}],\"position\":\"lunge-1\"}}]}";
    private static final TakenEarlier TAKEN = new TakenEarlier(new RoundId("ahus-2026"), "Ahus 2026", 2);

    @Test
    void an_old_one_reads_and_writes_as_it_was() {
        Supply old = CanonicalJson.read(OLD, Supply.class);
        assertThat(old.away()).isEmpty();
        assertThat(old.stays().get(0).seatsInAll()).isNull();
        assertThat(old.stays().get(0).taken()).isEmpty();
        assertThat(CanonicalJson.write(old)).isEqualTo(OLD);
    }

    @Test
    void a_seat_tells_which_round_took_it() {
        Snapshot frozen = new Frozen()
                .seats("lunge", Frozen.SPRING, 3, List.of(TAKEN))
                .seats("geriatri", Frozen.SPRING, 1, List.of(TAKEN))
                .freeze();
        Supply offering = CanonicalJson.read(CanonicalJson.write(frozen.roster().offering()), Supply.class);
        OfferedStay lung =
                offering.stay(new PositionId("lunge-1"), Frozen.SPRING).orElseThrow();
        assertThat(lung.seatsInAll()).isEqualTo(3);
        assertThat(lung.seats()).isEqualTo(1);
        assertThat(lung.taken()).containsExactly(TAKEN);
        assertThat(offering.stay(new PositionId("geriatri-1"), Frozen.SPRING))
                .get()
                .extracting(OfferedStay::seats)
                .isEqualTo(0);
    }

    @Test
    void a_limit_tells_which_round_the_doctors_are_away_by() {
        Frozen round = new Frozen().seats("lunge", Frozen.SPRING, 3).limit("3205", 3);
        round.away("3205", Frozen.SPRING, List.of(TAKEN));
        round.doctor(7_000_001, "Kari").area("3205");
        Snapshot frozen = round.freeze();
        Supply offering = CanonicalJson.read(CanonicalJson.write(frozen.roster().offering()), Supply.class);
        Supply.Away away = offering.away(new AreaCode("3205"), Frozen.SPRING).orElseThrow();
        assertThat(away.limit()).isEqualTo(3);
        assertThat(away.count()).isEqualTo(2);
        assertThat(away.by()).containsExactly(TAKEN);
        assertThat(frozen.problem().resources())
                .filteredOn(each -> each.id().equals(frozen.roster().away(new AreaCode("3205"), Frozen.SPRING)))
                .singleElement()
                .extracting("capacity")
                .isEqualTo(1);
        assertThat(offering.away(new AreaCode("3205"), Frozen.AUTUMN)).isEmpty();
    }
}
