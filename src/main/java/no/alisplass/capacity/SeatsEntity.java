package no.alisplass.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;

@Entity
@Table(name = "position_seats")
class SeatsEntity {
    @EmbeddedId
    Key key;

    int seats;

    @Version
    long version;

    Versioned<Integer> versioned() {
        return new Versioned<>(seats, version);
    }

    @Embeddable
    record Key(
            @Column(name = "position_id") String positionId,
            @Column(name = "half_year") String halfYear) {
        static Key of(PositionId position, HalfYear halfYear) {
            return new Key(position.value(), halfYear.toString());
        }
    }
}
