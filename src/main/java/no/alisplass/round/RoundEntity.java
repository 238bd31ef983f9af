package no.alisplass.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;

@Entity
@Table(name = "allocation_round")
class RoundEntity {
    @Id
    String id;

    @Column(name = "hospital_id")
    String hospitalId;

    String title;

    @Column(name = "first_half_year")
    String firstHalfYear;

    @Column(name = "half_years")
    int halfYears;

    @Column(name = "first_day", insertable = false, updatable = false)
    LocalDate firstDay;

    @Column(name = "policy_id")
    String policyId;

    @Column(name = "policy_version")
    int policyVersion;

    @Enumerated(EnumType.STRING)
    Objective objective;

    @Column(name = "lottery_seed")
    String lotterySeed;

    LocalDate deadline;

    @Enumerated(EnumType.STRING)
    RoundState state;

    @Version
    long version;

    Round round() {
        HalfYear first = HalfYear.parse(firstHalfYear);
        List<HalfYear> row = IntStream.range(0, halfYears).mapToObj(first::plus).toList();
        return new Round(
                new RoundId(id),
                new HospitalId(hospitalId),
                title,
                row,
                policyId,
                policyVersion,
                objective,
                lotterySeed,
                deadline,
                state,
                version);
    }

    /** All but the version. */
    void copyFrom(Round round) {
        id = round.id().value();
        hospitalId = round.hospital().value();
        title = round.title();
        firstHalfYear = round.first().toString();
        halfYears = round.halfYears().size();
        policyId = round.policyId();
        policyVersion = round.policyVersion();
        objective = round.objective();
        lotterySeed = round.lotterySeed();
        deadline = round.deadline();
        state = round.state();
    }
}
