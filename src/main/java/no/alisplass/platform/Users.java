package no.alisplass.platform;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The users who log in with a password kept here; every change is recorded. */
@ApplicationScoped
public class Users {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    public static final int NAME_LENGTH = 200;
    private final AppUserStore store;
    private final ProviderUsers vouched;
    private final Audit audit;
    private final Event<PasswordChanged> changed;
    private final int cost;

    @Inject
    Users(
            AppUserStore store,
            ProviderUsers vouched,
            Audit audit,
            Event<PasswordChanged> changed,
            @ConfigProperty(name = "alisplass.password-cost", defaultValue = "10") int cost) {
        this.store = store;
        this.vouched = vouched;
        this.audit = audit;
        this.changed = changed;
        this.cost = cost;
    }

    /** The name as it is kept, of what someone typed: small letters, nothing around. Empty when it can be nobody's. */
    public static Optional<String> name(String typed) {
        return Text.readLine(typed, NAME_LENGTH)
                .optional()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> USERNAME.matcher(name).matches());
    }

    @Transactional
    public List<User> all() {
        return store.listAll(Sort.by("username")).stream().map(Users::user).toList();
    }

    /** What people call the user: the full name, or the user name of someone of whom no other is known. */
    @Transactional
    public String nameOf(String username) {
        return find(username)
                .map(User::displayName)
                .or(() -> vouched.nameOf(username))
                .orElse(username);
    }

    @Transactional
    public Optional<User> find(String username) {
        return name(username).flatMap(store::findByIdOptional).map(Users::user);
    }

    /** What is needed to know the user; empty when there is none. */
    @Transactional
    public Optional<Account> account(String username) {
        return name(username)
                .flatMap(store::findByIdOptional)
                .map(entity -> new Account(user(entity), entity.passwordHash, entity.epoch, entity.mustChange));
    }

    /** Ends every session and token of the user at once, on every instance; nothing for an unknown one. */
    @Transactional
    public void endSessions(String username) {
        if (ProviderUsers.isOfProvider(username)) {
            vouched.endSessions(username);
            return;
        }
        // Not through the entity: two who log out at once are not in each other's way.
        store.update("epoch = epoch + 1 WHERE username = ?1", username);
    }

    /**
     * Makes a user whose password is the user's own, or drawn. Refused (INVALID) for an unfit name, password, role or a missing
     * bond; (CONFLICT) when the name is taken.
     */
    @Transactional
    public Result<User> create(User user, String password) {
        return create(user, password, false);
    }

    /** As {@link #create}, with a password that whoever asks chose: the user must choose another before anything opens. */
    @Transactional
    public Result<User> createForOther(User user, String password) {
        return create(user, password, true);
    }

    private Result<User> create(User user, String password, boolean mustChange) {
        List<Finding> findings = check(user, password);
        if (!findings.isEmpty()) {
            return Result.invalid(findings);
        }
        if (store.findById(user.username()) != null) {
            return Result.conflict(Finding.of("username", user.username(), "platform.username-taken", user.username()));
        }
        add(user, hash(password)).mustChange = mustChange;
        return Result.done(user);
    }

    /** All that would be refused in a user to be made, but for a name that is taken. */
    public List<Finding> check(User user, String password) {
        List<Finding> findings = new ArrayList<>(unfit(user));
        findings.addAll(Passwords.unfit(user, password));
        return findings;
    }

    /**
     * What is wrong with the bond of a user to be made: who coordinates or plans is bound to a hospital, or reaches all of
     * them because somebody said so.
     */
    public List<Finding> unbound(User user, boolean allHospitals) {
        if (user.hospital().isPresent() && allHospitals) {
            return List.of(Finding.of("allHospitals", true, "platform.one-hospital-or-all"));
        }
        return user.ofAllHospitals() && !allHospitals
                ? List.of(Finding.of("hospital", null, "platform.hospital-or-all"))
                : List.of();
    }

    /** Gives a password that is the user's own, or drawn. Refused for an unfit password or an unknown user. */
    @Transactional
    public Result<User> setPassword(String username, String password) {
        return setPassword(username, password, false);
    }

    /** As {@link #setPassword}, with one that whoever asks chose: the user must choose another before anything opens. */
    @Transactional
    public Result<User> setPasswordOfOther(String username, String password) {
        return setPassword(username, password, true);
    }

    /**
     * Gives the user the password the user chose, after the old one was proven. Refused for an unfit one, and for the old one
     * once more.
     */
    @Transactional
    public Result<User> changeOwnPassword(String username, String old, String password) {
        if (old.equals(password)) {
            return Result.invalid(Finding.of("password", null, "platform.password-same"));
        }
        Result<User> changed = setPassword(username, password, false);
        if (changed instanceof Result.Done<User> done) {
            this.changed.fire(new PasswordChanged(done.value().username()));
        }
        return changed;
    }

    private Result<User> setPassword(String username, String password, boolean mustChange) {
        return entity(username).then(entity -> {
            List<Finding> findings = Passwords.unfit(user(entity), password);
            if (!findings.isEmpty()) {
                return Result.invalid(findings);
            }
            entity.passwordHash = hash(password);
            entity.epoch++;
            entity.mustChange = mustChange;
            audit.record("user.password-set", subject(entity.username), null, null);
            return Result.done(user(entity));
        });
    }

    /** Refused for an unknown user, and (CONFLICT) for the last administrator who could undo it. */
    @Transactional
    public Result<User> setDisabled(String username, boolean disabled) {
        return entity(username).then(entity -> {
            User before = user(entity);
            boolean otherAdmin = all().stream()
                    .anyMatch(each -> isActiveAdmin(each) && !each.username().equals(entity.username));
            if (disabled && isActiveAdmin(before) && !otherAdmin) {
                return Result.conflict(Finding.of("disabled", true, "platform.last-admin", username));
            }
            entity.disabled = disabled;
            // Opening too: what was opened before the user was shut out stays over.
            entity.epoch++;
            audit.record("user.disabled-set", subject(entity.username), before, before.disabled(disabled));
            return Result.done(before.disabled(disabled));
        });
    }

    /** Whether anyone but a demo user is an administrator. */
    @Transactional
    public boolean haveAdmin() {
        return all().stream().anyMatch(user -> user.roles().contains(Roles.ADMIN) && !user.demo());
    }

    /** Makes the one administrator a fresh installation needs, who must choose another password; false when there is an administrator already. */
    @Transactional
    public boolean createFirstAdmin(String password) {
        if (haveAdmin()) {
            return false;
        }
        add(User.of("administrator", "Administrator", Roles.ADMIN), hash(password)).mustChange = true;
        return true;
    }

    /** Makes the demo's users, whose password is drawn and printed, or gives those there are that password; an ordinary user of that name is left alone. */
    @Transactional
    public void createDemo(List<User> users, String password) {
        String hash = hash(password);
        for (User user : users) {
            AppUserEntity existing = store.findById(user.username());
            if (existing == null) {
                add(user.asDemo(), hash);
            } else if (existing.demo && !BcryptUtil.matches(password, existing.passwordHash)) {
                existing.passwordHash = hash;
                existing.epoch++;
            }
        }
    }

    private String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    private Result<AppUserEntity> entity(String username) {
        String shown = Text.shown(username);
        return name(username)
                .flatMap(store::findByIdOptional)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(Finding.of("username", shown, "platform.user-unknown", shown)));
    }

    private AppUserEntity add(User user, String hash) {
        AppUserEntity entity = new AppUserEntity();
        entity.username = user.username();
        entity.passwordHash = hash;
        entity.roles = String.join(",", user.roles());
        entity.displayName = user.displayName();
        entity.area = user.area().map(AreaCode::value).orElse(null);
        entity.hospital = user.hospital().map(HospitalId::value).orElse(null);
        entity.department = user.department().map(DepartmentId::value).orElse(null);
        entity.demo = user.demo();
        entity.disabled = user.disabled();
        store.persist(entity);
        audit.record("user.created", subject(user.username()), null, user);
        return entity;
    }

    private static List<Finding> unfit(User user) {
        List<Finding> findings =
                new ArrayList<>(Text.faults("displayName", user.displayName(), NAME_LENGTH, "text.missing"));
        if (!USERNAME.matcher(user.username()).matches()) {
            String shown = Text.shown(user.username());
            findings.add(Finding.of("username", shown, "platform.username-unfit", shown));
        }
        if (user.roles().isEmpty()) {
            findings.add(Finding.of("roles", null, "platform.role-missing"));
        }
        for (String role : user.roles()) {
            if (!Roles.ALL.contains(role)) {
                String shown = Text.shown(role);
                findings.add(Finding.of("roles", shown, "platform.role-unknown", shown, String.join(", ", Roles.ALL)));
            }
        }
        if (user.roles().contains(Roles.MUNICIPALITY) && user.area().isEmpty()) {
            findings.add(Finding.of("area", null, "platform.area-missing"));
        }
        if (user.roles().contains(Roles.DEPARTMENT) && user.hospital().isEmpty()) {
            findings.add(Finding.of("hospital", null, "platform.hospital-missing"));
        }
        if (user.department().isPresent() && user.hospital().isEmpty()) {
            findings.add(Finding.of("department", user.department().get(), "platform.hospital-missing"));
        }
        return findings;
    }

    private static boolean isActiveAdmin(User user) {
        return user.roles().contains(Roles.ADMIN) && !user.disabled();
    }

    private static String subject(String username) {
        return "user/" + username;
    }

    private static User user(AppUserEntity entity) {
        return new User(
                entity.username,
                entity.displayName,
                new TreeSet<>(Arrays.asList(entity.roles.split(","))),
                Optional.ofNullable(entity.area).map(AreaCode::new),
                Optional.ofNullable(entity.hospital).map(HospitalId::new),
                Optional.ofNullable(entity.department).map(DepartmentId::new),
                entity.demo,
                entity.disabled);
    }
}
