package no.alisplass.register.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "register_file")
class RegisterFileEntity extends KeptFile {
    @Column(name = "taken_at")
    Instant takenAt;

    String chosen;

    int registered;

    int changed;

    int reopened;

    int confirmed;
}
