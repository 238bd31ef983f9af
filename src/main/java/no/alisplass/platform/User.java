package no.alisplass.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;

/**
 * Someone who logs in: with a password kept here, or vouched for by an identity provider ({@link ProviderUser}).
 *
 * @param area what the role municipality is bound to
 * @param hospital what the role department is bound to; the roles coordinator and planner too, which reach all without it
 * @param department a narrower bond within that hospital
 * @param demo made by the demo; may log in only there
 */
public record User(
        String username,
        String displayName,
        SortedSet<String> roles,
        Optional<AreaCode> area,
        Optional<HospitalId> hospital,
        Optional<DepartmentId> department,
        boolean demo,
        boolean disabled) {
    public User {
        roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** An enabled user with one role and no bond. */
    public static User of(String username, String displayName, String role) {
        return new User(
                username,
                displayName,
                new TreeSet<>(java.util.Set.of(role)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    public User in(AreaCode boundTo) {
        return new User(username, displayName, roles, Optional.of(boundTo), hospital, department, demo, disabled);
    }

    public User in(HospitalId boundTo) {
        return new User(username, displayName, roles, area, Optional.of(boundTo), department, demo, disabled);
    }

    /** Whether the user coordinates or plans, and does so for all hospitals. */
    @JsonIgnore
    public boolean ofAllHospitals() {
        return hospital.isEmpty() && (roles.contains(Roles.COORDINATOR) || roles.contains(Roles.PLANNER));
    }

    User asDemo() {
        return new User(username, displayName, roles, area, hospital, department, true, disabled);
    }

    User disabled(boolean now) {
        return new User(username, displayName, roles, area, hospital, department, demo, now);
    }
}
