package no.alisplass.platform;

import io.quarkus.panache.common.Sort;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;

/**
 * Those who came to the pages by an identity provider. What they may do is the provider's word alone, taken anew at each
 * log-in; what is kept here lets their sessions be ended, and shuts out whom the provider still lets in.
 */
@ApplicationScoped
public class ProviderUsers {
    private static final String ARRIVED = "INSERT INTO provider_user AS u"
            + " (subject, username, display_name, roles, area, hospital, department, hpr, last_at)"
            + " VALUES (:subject, :username, :displayName, :roles, CAST(:area AS text), CAST(:hospital AS text),"
            + " CAST(:department AS text), CAST(CAST(:hpr AS text) AS integer), :now)"
            + " ON CONFLICT (subject) DO UPDATE SET username = EXCLUDED.username, display_name = EXCLUDED.display_name,"
            + " roles = EXCLUDED.roles, area = EXCLUDED.area, hospital = EXCLUDED.hospital,"
            + " department = EXCLUDED.department, hpr = EXCLUDED.hpr, last_at = EXCLUDED.last_at RETURNING u.id";

    private final ProviderUserStore store;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ProviderUsers(ProviderUserStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps, as of now, whom the provider has just vouched for; the identity is one that has passed {@link IdentityBindings}. */
    @Transactional
    public ProviderUser arrived(SecurityIdentity identity) {
        List<String> given = Roles.ALL.stream().filter(identity::hasRole).toList();
        List<String> roles = given.isEmpty() ? List.of(Roles.DOCTOR) : given;
        Object id = store.getEntityManager()
                .createNativeQuery(ARRIVED)
                .setParameter("subject", attribute(identity, Caller.SUBJECT).orElseThrow())
                .setParameter("username", identity.getPrincipal().getName())
                .setParameter(
                        "displayName", attribute(identity, Caller.DISPLAY_NAME).orElseThrow())
                .setParameter("roles", String.join(",", roles))
                .setParameter("area", attribute(identity, Caller.AREA).orElse(null))
                .setParameter("hospital", attribute(identity, Caller.HOSPITAL).orElse(null))
                .setParameter(
                        "department", attribute(identity, Caller.DEPARTMENT).orElse(null))
                .setParameter(
                        "hpr", given.isEmpty() ? attribute(identity, Caller.HPR).orElseThrow() : null)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return find(((Number) id).longValue()).orElseThrow();
    }

    @Transactional
    public List<ProviderUser> all() {
        return store.listAll(Sort.by("username", "id")).stream()
                .map(ProviderUsers::user)
                .toList();
    }

    @Transactional
    public Optional<ProviderUser> find(long id) {
        return store.findByIdOptional(id).map(ProviderUsers::user);
    }

    /** Whose session it is; empty for a name that is none of {@link ProviderUser#sessionName}. */
    @Transactional
    public Optional<ProviderUser> ofSession(String name) {
        return isOfProvider(name)
                ? find(Long.parseLong(name.substring(ProviderUser.BEGINNING.length())))
                : Optional.empty();
    }

    /** Whether that is the name, or the session's name, of someone an identity provider vouches for. */
    public static boolean isOfProvider(String name) {
        return name.startsWith(ProviderUser.BEGINNING);
    }

    /** Whether someone is shut out here: known by what never changes, and by the name too, so that a new number opens nothing. */
    @Transactional
    public boolean isClosed(String subject, String username) {
        return store.count("disabled AND (subject = ?1 OR username = ?2)", subject, username) > 0;
    }

    /** What people call whoever logged in last by that name. */
    @Transactional
    public Optional<String> nameOf(String username) {
        return store.find("username", Sort.descending("lastAt"), username)
                .firstResultOptional()
                .map(entity -> entity.displayName);
    }

    /** Ends every session of the user at once, on every instance; nothing for an unknown one. */
    @Transactional
    public void endSessions(String username) {
        store.update("epoch = epoch + 1 WHERE username = ?1", username);
    }

    /** Shuts the user out, of the pages at once and of the API, or lets the provider's word count again. Refused for an unknown one. */
    @Transactional
    public Result<User> setDisabled(long id, boolean disabled) {
        Optional<User> before = find(id).map(ProviderUser::user);
        if (before.isEmpty()) {
            String shown = Long.toString(id);
            return Result.notFound(Finding.of("id", shown, "platform.provider-user-unknown", shown));
        }
        store.update("disabled = ?1, epoch = epoch + 1 WHERE id = ?2", disabled, id);
        User after = before.get().disabled(disabled);
        audit.record("user.disabled-set", "user/" + after.username(), before.get(), after);
        return Result.done(after);
    }

    private static Optional<String> attribute(SecurityIdentity identity, String name) {
        return Optional.ofNullable(identity.<Object>getAttribute(name)).map(Object::toString);
    }

    private static ProviderUser user(ProviderUserEntity entity) {
        User user = new User(
                entity.username,
                entity.displayName,
                new TreeSet<>(Arrays.asList(entity.roles.split(","))),
                Optional.ofNullable(entity.area).map(AreaCode::new),
                Optional.ofNullable(entity.hospital).map(HospitalId::new),
                Optional.ofNullable(entity.department).map(DepartmentId::new),
                false,
                entity.disabled);
        return new ProviderUser(
                entity.id,
                user,
                entity.epoch,
                entity.lastAt,
                Optional.ofNullable(entity.hpr).map(HprNumber::new));
    }
}
