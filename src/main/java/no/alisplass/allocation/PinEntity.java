package no.alisplass.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import no.alisplass.domain.HprNumber;
import no.alisplass.json.CanonicalJson;
import no.alisplass.snapshot.Pin;

@Entity
@Table(name = "pin")
class PinEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "round_id")
    String roundId;

    int hpr;
    String stays;
    String reason;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    Pin toPin() {
        return new Pin(new HprNumber(hpr), List.of(CanonicalJson.read(stays, Pin.Held[].class)), reason);
    }
}
