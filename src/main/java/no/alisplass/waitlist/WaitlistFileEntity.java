package no.alisplass.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "waitlist_file")
class WaitlistFileEntity {
    @Id
    String id;

    @Column(name = "round_id")
    String round;

    @Column(name = "area_code")
    String area;

    @Column(name = "user_name")
    String user;

    String name;

    byte[] file;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String answers;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String content;

    boolean sound;

    @Column(name = "seen_version")
    long seenVersion;

    @Column(name = "kept_at")
    Instant keptAt;

    @Column(name = "taken_version")
    Long takenVersion;

    Integer doctors;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String before;

    @Column(name = "undone_version")
    Long undoneVersion;
}
