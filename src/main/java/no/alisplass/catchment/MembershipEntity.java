package no.alisplass.catchment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;

@Entity
@Table(name = "catchment_membership")
class MembershipEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "area_code")
    String areaCode;

    @Column(name = "hospital_id")
    String hospitalId;

    @Enumerated(EnumType.STRING)
    Service service;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    static MembershipEntity of(String areaCode, Membership membership) {
        MembershipEntity entity = new MembershipEntity();
        entity.areaCode = areaCode;
        entity.hospitalId = membership.hospital().value();
        entity.service = membership.service();
        entity.firstDay = membership.from();
        entity.lastDay = membership.to();
        return entity;
    }

    Membership membership() {
        return new Membership(new HospitalId(hospitalId), service, firstDay, lastDay);
    }
}
