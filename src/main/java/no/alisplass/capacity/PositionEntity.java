package no.alisplass.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;

@Entity
@Table(name = "earmarked_position")
class PositionEntity {
    @Id
    String id;

    @Column(name = "hospital_id")
    String hospitalId;

    @Column(name = "first_department_id")
    String firstDepartmentId;

    @Column(name = "first_months")
    int firstMonths;

    @Column(name = "second_department_id")
    String secondDepartmentId;

    @Column(name = "second_months")
    Integer secondMonths;

    @Version
    long version;

    Versioned<Position> versioned() {
        return new Versioned<>(position(), version);
    }

    private Position position() {
        List<PositionPart> parts = new ArrayList<>();
        parts.add(new PositionPart(new DepartmentId(firstDepartmentId), firstMonths));
        if (secondDepartmentId != null) {
            parts.add(new PositionPart(new DepartmentId(secondDepartmentId), secondMonths));
        }
        return new Position(new PositionId(id), parts);
    }

    void copyFrom(Position position) {
        id = position.id().value();
        PositionPart first = position.parts().get(0);
        firstDepartmentId = first.department().value();
        firstMonths = first.months();
        boolean shared = position.parts().size() > 1;
        secondDepartmentId = shared ? position.parts().get(1).department().value() : null;
        secondMonths = shared ? position.parts().get(1).months() : null;
    }
}
