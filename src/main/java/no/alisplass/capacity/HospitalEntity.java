package no.alisplass.capacity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Service;

@Entity
@Table(name = "hospital")
class HospitalEntity {
    @Id
    String id;

    @Column(name = "organisation_number")
    String organisationNumber;

    String name;

    @Version
    long version;

    @ElementCollection
    @CollectionTable(name = "hospital_division", joinColumns = @JoinColumn(name = "hospital_id"))
    @OrderBy("place")
    List<DivisionRow> divisions = new ArrayList<>();

    /** All but the departments. */
    void copyFrom(Hospital hospital) {
        id = hospital.id().value();
        organisationNumber = hospital.organisationNumber();
        name = hospital.name();
        divisions.clear();
        hospital.divisions()
                .forEach(division ->
                        divisions.add(new DivisionRow(division.name(), division.service(), divisions.size())));
    }

    @Embeddable
    record DivisionRow(
            String name, @Enumerated(EnumType.STRING) Service service, int place) {}
}
