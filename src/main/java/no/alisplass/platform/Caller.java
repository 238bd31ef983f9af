package no.alisplass.platform;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;

/** The person (or system) behind the request, and what they are bound to. */
@RequestScoped
public class Caller {
    static final String AREA = "area";
    static final String HOSPITAL = "hospital";
    static final String DEPARTMENT = "department";
    static final String DISPLAY_NAME = "display-name";
    static final String SHOWN = "shown";

    /** What an identity provider calls them for good. */
    static final String SUBJECT = "subject";

    /** Attribute of a doctor who looks at what is registered: the number. */
    public static final String HPR = "hpr";

    /** Attribute of a doctor who came by a link: the area that made it. */
    public static final String LINK_OF = "link-of";

    /** Attribute of who has a password that somebody else chose; see {@link #mustChangePassword}. */
    public static final String MUST_CHANGE = "must-change";

    /** Shown with the request itself: name and password. */
    public static final String BY_PASSWORD = "password";

    /** Shown by what a browser or a program was given for the password. */
    public static final String BY_SESSION = "session";

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user name; {@code anonymous} when nobody has logged in. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** What to call them on the screen; the user name when nothing better is known. */
    public String displayName() {
        return bound(DISPLAY_NAME, Function.identity()).orElseGet(this::name);
    }

    /** Whether they log in with a password kept here, rather than being vouched for by an identity provider. */
    public boolean isKeptHere() {
        return !identity.isAnonymous() && identity.<Object>getAttribute(SHOWN) != null;
    }

    /** Whether the password itself came with the request. */
    public boolean showedPassword() {
        return BY_PASSWORD.equals(identity.<Object>getAttribute(SHOWN));
    }

    /** Whether somebody else chose the password, so that nothing opens before they have chosen one. */
    public boolean mustChangePassword() {
        return Boolean.TRUE.equals(identity.<Object>getAttribute(MUST_CHANGE));
    }

    public boolean isIn(String role) {
        return identity.hasRole(role);
    }

    /** The area a municipality's user is bound to. */
    public Optional<AreaCode> area() {
        return bound(AREA, AreaCode::new);
    }

    /** The area whose own a municipality's user may see. @throws ForbiddenException when none is bound to the user */
    public AreaCode ownArea() {
        return area().orElseThrow(() -> new ForbiddenException("No area is bound to the user"));
    }

    /** The doctor who looks at what is registered about the own person; empty for everyone who has another role. */
    public Optional<HprNumber> doctor() {
        return isIn(Roles.DOCTOR) ? bound(HPR, text -> new HprNumber(Integer.parseInt(text))) : Optional.empty();
    }

    /** Of a doctor who came by a link: the area that made it. */
    public Optional<AreaCode> linkOf() {
        return bound(LINK_OF, AreaCode::new);
    }

    public Optional<HospitalId> hospital() {
        return bound(HOSPITAL, HospitalId::new);
    }

    public Optional<DepartmentId> department() {
        return bound(DEPARTMENT, DepartmentId::new);
    }

    private <T> Optional<T> bound(String attribute, Function<String, T> read) {
        return Optional.ofNullable(identity.<Object>getAttribute(attribute)).map(value -> read.apply(value.toString()));
    }
}
