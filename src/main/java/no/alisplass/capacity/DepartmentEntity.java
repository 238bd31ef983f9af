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
}
