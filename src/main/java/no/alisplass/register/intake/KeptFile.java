package no.alisplass.register.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** What is kept of every file that somebody has looked at, for some hours. */
@MappedSuperclass
public abstract class KeptFile {
    @Id
    public String id;

    @Column(name = "area_code")
    public String area;

    @Column(name = "user_name")
    public String user;

    public String name;

    public byte[] file;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public String answers;

    /** What can be taken in, until it is. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public String content;

    @Column(name = "kept_at")
    public Instant keptAt;
}
