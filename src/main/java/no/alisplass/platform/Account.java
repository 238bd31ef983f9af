package no.alisplass.platform;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * What is needed to know someone who logs in with a password kept here.
 *
 * @param passwordHash bcrypt
 * @param epoch raised when everything that was opened with the password so far is over
 * @param mustChange whether somebody else chose the password
 */
public record Account(User user, String passwordHash, long epoch, boolean mustChange) {

    /** Whether the right password opens anything: not for who is shut out, nor for a demo user outside the demo. */
    public boolean mayLogIn() {
        return !user.disabled() && (!user.demo() || ConfigUtils.isProfileActive("demo"));
    }

    /**
     * Who they are to everything that asks for a role. With a password that somebody else chose they have none, so that no
     * door can forget to ask.
     *
     * @param shown how they showed it: {@link Caller#BY_PASSWORD} or something that was given them for it
     */
    public SecurityIdentity identity(String shown) {
        QuarkusSecurityIdentity.Builder builder =
                of(user).addAttribute(Caller.SHOWN, shown).addAttribute(Caller.MUST_CHANGE, mustChange);
        if (!mustChange) {
            builder.addRoles(user.roles());
        }
        return builder.build();
    }

    /** The user without a role, with what they are bound to. */
    static QuarkusSecurityIdentity.Builder of(User user) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.username()))
                .addAttribute(Caller.DISPLAY_NAME, user.displayName());
        user.area().ifPresent(area -> builder.addAttribute(Caller.AREA, area.value()));
        user.hospital().ifPresent(hospital -> builder.addAttribute(Caller.HOSPITAL, hospital.value()));
        user.department().ifPresent(department -> builder.addAttribute(Caller.DEPARTMENT, department.value()));
        return builder;
    }

    /** Without the hash, which belongs in no log. */
    @Override
    public String toString() {
        return "Account[" + user.username() + ", epoch=" + epoch + "]";
    }
}
