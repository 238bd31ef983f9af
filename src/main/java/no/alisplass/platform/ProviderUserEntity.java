package no.alisplass.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Read as an entity; written by single statements, since the same user may log in at several instances at once. */
@Entity
@Table(name = "provider_user")
class ProviderUserEntity {
    @Id
    public long id;

    public String subject;
    public String username;

    @Column(name = "display_name")
    public String displayName;

    public String roles;
    public String area;
    public String hospital;
    public String department;
    public Integer hpr;
    public boolean disabled;
    public long epoch;

    @Column(name = "last_at")
    public Instant lastAt;
}
