package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Outcome;
import no.alisplass.domain.text.Folding;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who may log in: listed, made, given a new password, shut out. */
@Path("/admin")
@Blocking
public class AdminPages {
    private static final int SHORT = 200;

    /** What stands in the form for no hospital in particular; it can be no id. */
    private static final String ALL = "*";

    private final Users users;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Posted posted;
    private final Flash flash;

    @Inject
    AdminPages(Users users, Capacity capacity, Catchment catchment, Posted posted, Flash flash) {
        this.users = users;
        this.capacity = capacity;
        this.catchment = catchment;
        this.posted = posted;
        this.flash = flash;
    }

    @TemplateData
    public record UserRow(User user, List<String> roleKeys, String bond) {}

    record Start(Cut<UserRow> users, String sought, String href) implements TemplateInstance {}

    record New(Form form, List<Choice> roles, List<Choice> areas, List<Choice> hospitals, List<Choice> departments)
            implements TemplateInstance {}

    /** @param address of the user, after which what is done is named */
    record Account(Form form, UserRow row, String address, String shut, String open) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response start(
            @QueryParam("sok") @Size(max = 100) String sought,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        String wanted = sought == null ? "" : sought;
        Bonds bonds = bonds();
        List<UserRow> found = users.all().stream()
                .map(bonds::row)
                .filter(row -> holds(row, wanted))
                .toList();
        return Pages.show(new Start(
                Cut.of(found, page),
                wanted,
                "/admin?sok=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&side="));
    }

    @GET
    @Path("brukere/ny")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response make() {
        return Pages.show(page(Form.empty()));
    }

    @POST
    @Path("brukere/ny")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response made() {
        Form form = posted.form();
        String username = form.required("username", 100);
        String name = form.required("displayName", SHORT);
        TreeSet<String> roles = new TreeSet<>(form.all("roles"));
        // What a role does not need is not asked for, and does not count where a browser sends it all the same.
        boolean ofMunicipality = roles.contains(Roles.MUNICIPALITY);
        boolean ofDepartment = roles.contains(Roles.DEPARTMENT);
        boolean ofHospital = ofDepartment || roles.contains(Roles.COORDINATOR) || roles.contains(Roles.PLANNER);
        boolean all = ALL.equals(form.value("hospital"));
        User user = new User(
                username,
                name,
                roles,
                ofMunicipality ? form.choice("area", AreaCode::new) : Optional.empty(),
                ofHospital && !all ? form.choice("hospital", HospitalId::new) : Optional.empty(),
                ofDepartment ? form.choice("department", DepartmentId::new) : Optional.empty(),
                false,
                false);
        users.unbound(user, all).forEach(form::refuse);
        String password = form.value("password");
        if (form.faulty()) {
            users.check(user, password).stream()
                    .filter(each -> form.findings(each.field()).isEmpty())
                    .forEach(form::refuse);
        }
        Optional<User> created = form.faulty() ? Optional.empty() : form.take(users.createForOther(user, password));
        if (created.isEmpty()) {
            return Pages.faulty(page(form));
        }
        flash.tell("user-made", created.get().username());
        return Pages.seeOther("/admin");
    }

    @GET
    @Path("brukere/{username}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response one(@PathParam("username") @Size(max = 100) String username) {
        return Pages.show(account(Form.empty(), username));
    }

    @POST
    @Path("brukere/{username}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response password(@PathParam("username") @Size(max = 100) String username) {
        Form form = posted.form();
        if (form.take(users.setPasswordOfOther(username, form.value("password")))
                .isEmpty()) {
            return Pages.faulty(account(form, username));
        }
        flash.tell("user-password-done", username);
        return Pages.seeOther("/admin");
    }

    @POST
    @Path("brukere/{username}/steng")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response shut(@PathParam("username") @Size(max = 100) String username) {
        Form form = posted.form();
        if (form.take(users.setDisabled(username, true)).isEmpty()) {
            return Pages.faulty(account(form, username));
        }
        flash.tellWithUndo("/admin/brukere/" + username + "/apne", "user-shut-done", username);
        return Pages.seeOther("/admin");
    }

    @POST
    @Path("brukere/{username}/apne")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response open(@PathParam("username") @Size(max = 100) String username) {
        Pages.of(users.setDisabled(username, false));
        flash.tell("user-open-done", username);
        return Pages.seeOther("/admin");
    }

    private Account account(Form form, String username) {
        User user = users.find(username)
                .orElseGet(() -> Pages.of(
                        Outcome.notFound(Finding.of("username", username, "platform.user-unknown", username))));
        String address = "/admin/brukere/" + username;
        return new Account(form, bonds().row(user), address, address + "/steng", address + "/apne");
    }

    private New page(Form form) {
        List<Hospital> hospitals = capacity.hospitals();
        return new New(
                form,
                Roles.ALL.stream()
                        .map(role -> new Choice(role, Texts.of("role-" + role)))
                        .toList(),
                catchment.areas().stream()
                        .map(area -> new Choice(area.code().value(), area.name()))
                        .toList(),
                Stream.concat(
                                hospitals.stream()
                                        .map(each -> new Choice(each.id().value(), each.name())),
                                Stream.of(new Choice(ALL, Texts.of("user-all-hospitals"))))
                        .toList(),
                hospitals.stream()
                        .flatMap(each -> each.departments()
                                .map(department ->
                                        new Choice(department.id().value(), department.name() + ", " + each.name())))
                        .toList());
    }

    private static boolean holds(UserRow row, String wanted) {
        return Text.blank(wanted)
                || Folding.finds(
                        wanted, row.user().username() + " " + row.user().displayName() + " " + row.bond());
    }

    /** What areas and hospitals are called, read once for however many users. */
    private record Bonds(Map<AreaCode, String> areas, Map<HospitalId, Hospital> hospitals) {
        UserRow row(User user) {
            Optional<Hospital> hospital = user.hospital().map(hospitals::get);
            String bond = user.area()
                    .map(code -> areas.getOrDefault(code, code.value()))
                    .or(() -> user.department()
                            .map(id -> hospital.map(each -> Own.name(each, id)).orElse(id.value())))
                    .or(() -> user.hospital()
                            .map(id -> hospital.map(Hospital::name).orElse(id.value())))
                    .orElse(user.ofAllHospitals() ? Texts.of("user-all-hospitals") : "–");
            return new UserRow(
                    user, user.roles().stream().map(role -> "role-" + role).toList(), bond);
        }
    }

    private Bonds bonds() {
        return new Bonds(
                catchment.areas().stream().collect(Collectors.toMap(Area::code, Area::name)),
                capacity.hospitals().stream().collect(Collectors.toMap(Hospital::id, each -> each)));
    }
}
