package no.alisplass.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import no.alisplass.register.intake.KeptFile;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "waitlist_file")
class WaitlistFileEntity extends KeptFile {
    @Column(name = "round_id")
    String round;

    boolean sound;

    @Column(name = "seen_version")
    long seenVersion;

    @Column(name = "taken_version")
    Long takenVersion;

    Integer doctors;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String before;

    @Column(name = "undone_version")
    Long undoneVersion;
}
