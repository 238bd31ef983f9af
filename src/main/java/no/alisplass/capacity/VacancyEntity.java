package no.alisplass.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

@Entity
@Table(name = "sporadic_vacancy")
class VacancyEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "hospital_id")
    String hospitalId;

    @Column(name = "department_id")
    String departmentId;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "on_call")
    boolean onCall;

    String note;

    @Enumerated(EnumType.STRING)
    VacancyState state;

    boolean counts;

    @Column(name = "policy_id")
    String policyId;

    @Column(name = "policy_version")
    Integer policyVersion;

    @Column(name = "lottery_seed")
    String lotterySeed;

    @Column(name = "nominate_by")
    Instant nominateBy;

    @Column(name = "release_at")
    Instant releaseAt;

    @Version
    long version;

    /** What of it can change. */
    void copyFrom(Vacancy vacancy) {
        firstDay = vacancy.from();
        lastDay = vacancy.to();
        onCall = vacancy.onCall();
        note = vacancy.note();
        state = vacancy.state();
        copyFrom(vacancy.course());
    }

    void copyFrom(Vacancy.Course course) {
        policyId = course == null ? null : course.policyId();
        policyVersion = course == null ? null : course.policyVersion();
        lotterySeed = course == null ? null : course.lotterySeed();
        nominateBy = course == null ? null : course.nominateBy();
        releaseAt = course == null ? null : course.releaseAt();
    }

    Versioned<Vacancy> versioned() {
        Vacancy vacancy = new Vacancy(
                id,
                new HospitalId(hospitalId),
                new DepartmentId(departmentId),
                firstDay,
                lastDay,
                onCall,
                note,
                state,
                counts,
                policyId == null
                        ? null
                        : new Vacancy.Course(policyId, policyVersion, lotterySeed, nominateBy, releaseAt));
        return new Versioned<>(vacancy, version);
    }
}
