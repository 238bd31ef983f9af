package no.alisplass.web.admin;

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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.ProviderUsers;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.admin.UserRows.UserRow;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who may log in: listed, made, given a new password, shut out. */
@Path("/admin")
@Blocking
public class AdminPages {
    private static final int SHORT = 200;

    /** Of each user's page, before the name. */
    private static final String ADDRESS = "/admin/brukere/";

    /** What stands in the form for no hospital in particular; it can be no id. */
    private static final String ALL = "*";

    private final Users users;
    private final ProviderUsers vouched;
    private final UserRows rows;
    private final Capacity capacity;
    private final Catchment catchment;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    AdminPages(
            Users users,
            ProviderUsers vouched,
            UserRows rows,
            Capacity capacity,
            Catchment catchment,
            FormRequest posted,
            Flash flash) {
        this.users = users;
        this.vouched = vouched;
        this.rows = rows;
        this.capacity = capacity;
        this.catchment = catchment;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param vouched who logs in by the identity provider */
    record Start(Cut<UserRow> users, Cut<UserRow> vouched, String sought, String href, String vouchedHref)
            implements TemplateInstance {}

    record New(Form form, List<Choice> roles, List<Choice> areas, List<Choice> hospitals, List<Choice> departments)
            implements TemplateInstance {}

    /** @param address of the user, after which what is done is named */
    record Account(Form form, UserRow row, String address, String shut, String open) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start(
            @QueryParam("sok") @Size(max = 100) String sought,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page,
            @QueryParam("sideekstern") @DefaultValue("1") @Min(1) @Max(10_000) int vouchedPage) {
        String wanted = sought == null ? "" : sought;
        UserRows.Names names = rows.names();
        List<UserRow> found = users.all().stream()
                .map(user -> names.row(user, ADDRESS + user.username()))
                .filter(row -> row.holds(wanted))
                .toList();
        List<UserRow> foundVouched = vouched.all().stream()
                .map(user -> names.row(user.user(), ProviderUserPages.ADDRESS + user.id()))
                .filter(row -> row.holds(wanted))
                .toList();
        String search = "/admin?sok=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return Pages.show(new Start(
                Cut.of(found, page),
                Cut.of(foundVouched, vouchedPage),
                wanted,
                search + "&sideekstern=" + vouchedPage + "&side=",
                search + "&side=" + page + "&sideekstern="));
    }

    @GET
    @Path("brukere/ny")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response make() {
        return Pages.show(page(Form.empty()));
    }

    @POST
    @Path("brukere/ny")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
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
    @ShowsNobody
    @Operation(hidden = true)
    public Response one(@PathParam("username") @Size(max = 100) String username) {
        return Pages.show(account(Form.empty(), username));
    }

    @POST
    @Path("brukere/{username}")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
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
    @ShowsNobody
    @Operation(hidden = true)
    public Response shut(@PathParam("username") @Size(max = 100) String username) {
        Form form = posted.form();
        if (form.take(users.setDisabled(username, true)).isEmpty()) {
            return Pages.faulty(account(form, username));
        }
        flash.tellWithUndo(ADDRESS + username + "/apne", "user-shut-done", username);
        return Pages.seeOther("/admin");
    }

    @POST
    @Path("brukere/{username}/apne")
    @RolesAllowed(Roles.ADMIN)
    @ShowsNobody
    @Operation(hidden = true)
    public Response open(@PathParam("username") @Size(max = 100) String username) {
        Pages.of(users.setDisabled(username, false));
        flash.tell("user-open-done", username);
        return Pages.seeOther("/admin");
    }

    private Account account(Form form, String username) {
        User user = users.find(username)
                .orElseGet(() ->
                        Pages.of(Result.notFound(Finding.of("username", username, "platform.user-unknown", username))));
        String address = ADDRESS + username;
        return new Account(form, rows.names().row(user, address), address, address + "/steng", address + "/apne");
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
}
