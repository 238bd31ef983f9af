package no.alisplass.catchment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "area")
class AreaEntity {
    @Id
    String code;

    String name;

    @Enumerated(EnumType.STRING)
    AreaKind kind;

    @Version
    long version;

    void copyFrom(Area area) {
        code = area.code().value();
        name = area.name();
        kind = area.kind();
    }
}
