package no.alisplass.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "app_user")
class AppUserEntity {
    @Id
    public String username;

    @Column(name = "password_hash")
    public String passwordHash;

    public String roles;

    @Column(name = "display_name")
    public String displayName;

    public String area;
    public String hospital;
    public String department;
    public boolean demo;
    public boolean disabled;
    public long epoch;

    @Column(name = "must_change")
    public boolean mustChange;

    @Version
    public long version;
}
