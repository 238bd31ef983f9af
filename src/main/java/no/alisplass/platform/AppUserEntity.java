package no.alisplass.platform;

import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "app_user")
@UserDefinition
class AppUserEntity {
    @Id
    @Username
    public String username;

    @Password
    @Column(name = "password_hash")
    public String passwordHash;

    @Roles
    public String roles;

    @Column(name = "display_name")
    public String displayName;

    public String area;
    public String hospital;
    public String department;
    public boolean demo;
    public boolean disabled;

    @Version
    public long version;
}
