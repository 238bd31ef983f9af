package no.alisplass.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "department")
class DepartmentEntity {
    @Id
    String id;

    @Column(name = "hospital_id")
    String hospitalId;

    @Column(name = "division_name")
    String divisionName;

    String name;

    @Column(name = "on_call")
    boolean onCall;

    int place;

    void copyFrom(Department department, String division, int at) {
        id = department.id().value();
        divisionName = division;
        name = department.name();
        onCall = department.onCall();
        place = at;
    }
}
