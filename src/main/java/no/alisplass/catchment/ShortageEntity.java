package no.alisplass.catchment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "specialist_shortage")
class ShortageEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "area_code")
    String areaCode;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    String source;

    static ShortageEntity of(String areaCode, Shortage shortage) {
        ShortageEntity entity = new ShortageEntity();
        entity.areaCode = areaCode;
        entity.firstDay = shortage.from();
        entity.lastDay = shortage.to();
        entity.source = shortage.source();
        return entity;
    }

    Shortage shortage() {
        return new Shortage(firstDay, lastDay, source);
    }
}
