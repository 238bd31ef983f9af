package no.alisplass.web.account;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Addresses;
import no.alisplass.platform.login.Logins;
import no.alisplass.platform.login.Proof;
import no.alisplass.platform.login.Sessions;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.CsrfToken;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everyone's own password: the only page there is for who has one that somebody else chose. */
@Path("/passord")
@Blocking
public class PasswordPages {
    private final Page page;
    private final Caller caller;
    private final FormRequest posted;
    private final Users users;
    private final Logins logins;
    private final Sessions sessions;
    private final CsrfToken csrf;
    private final Flash flash;

    @Inject
    PasswordPages(
            Page page,
            Caller caller,
            FormRequest posted,
            Users users,
            Logins logins,
            Sessions sessions,
            CsrfToken csrf,
            Flash flash) {
        this.page = page;
        this.caller = caller;
        this.posted = posted;
        this.users = users;
        this.logins = logins;
        this.sessions = sessions;
        this.csrf = csrf;
        this.flash = flash;
    }

    /** @param forced whether somebody else chose the password, so that nothing else opens */
    record Change(Form form, boolean forced) implements TemplateInstance {}

    @GET
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response show() {
        if (!page.isKnown()) {
            return Pages.seeOther("/logg-inn?til=/passord");
        }
        refuseUnlessHere();
        return Pages.show(change(Form.empty()));
    }

    @POST
    @PermitAll
    @ShowsNobody
    @Operation(hidden = true)
    public Response change(@Context RoutingContext request) {
        if (!page.isKnown()) {
            return Pages.seeOther("/logg-inn?til=/passord&utlopt=ja");
        }
        refuseUnlessHere();
        Form form = posted.form();
        String old = form.value("old");
        Proof proof = logins.prove(caller.name(), old, Addresses.of(request));
        if (proof instanceof Proof.HeldBack held) {
            form.refuse(Finding.of("old", null, "web.login-held-back", Waits.told(held.delay())));
        } else if (proof instanceof Proof.Busy busy) {
            form.refuse(Finding.of("old", null, "web.login-busy", Waits.told(busy.delay())));
        } else if (!(proof instanceof Proof.Right)) {
            form.refuse(Finding.of("old", null, "platform.password-old-wrong"));
        } else if (!form.value("password").equals(form.value("again"))) {
            form.refuse(Finding.of("again", null, "web.password-again-differs"));
        } else if (form.take(users.changeOwnPassword(caller.name(), old, form.value("password")))
                .isPresent()) {
            // Every other session is over; this browser's goes on as a new one.
            users.account(caller.name()).ifPresent(account -> sessions.begin(account, request));
            csrf.renew();
            flash.tell("password-changed");
            return Pages.seeOther("/");
        }
        return Pages.faulty(change(form));
    }

    /** Whom an identity provider vouches for has no password here. */
    private void refuseUnlessHere() {
        if (!caller.isKeptHere()) {
            Pages.of(Result.conflict(Finding.of("password", null, "web.password-elsewhere")));
        }
    }

    private Change change(Form form) {
        return new Change(form, caller.mustChangePassword());
    }
}
