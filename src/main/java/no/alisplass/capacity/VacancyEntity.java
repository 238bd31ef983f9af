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

    @Version
    long version;

    Versioned<Vacancy> versioned() {
        Vacancy vacancy = new Vacancy(
                id, new HospitalId(hospitalId), new DepartmentId(departmentId), firstDay, lastDay, onCall, note, state);
        return new Versioned<>(vacancy, version);
    }
}
