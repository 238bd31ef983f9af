package no.alisplass.web.shell;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.alisplass.platform.Caller;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page shows around its content; templates reach it as {@code {cdi:page.…}}. */
@Named("page")
@RequestScoped
public class Page {
    private final RoutingContext request;
    private final Caller caller;
    private final Flash flash;
    private final CsrfToken csrf;
    private final Optional<String> contact;
    private final String formKey = UUID.randomUUID().toString();

    @Inject
    Page(
            CurrentVertxRequest current,
            Caller caller,
            Flash flash,
            CsrfToken csrf,
            @ConfigProperty(name = "alisplass.contact") Optional<String> contact) {
        this.request = current.getCurrent();
        this.caller = caller;
        this.flash = flash;
        this.csrf = csrf;
        this.contact = contact;
    }

    /** Proxies need it. */
    Page() {
        this(new CurrentVertxRequest(), null, null, null, Optional.empty());
    }

    public Language getLanguage() {
        return Language.current();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public boolean isKnown() {
        try {
            // A doctor who came by a link has no name here, and nothing to go to.
            return !caller.name().equals("anonymous") && caller.linkOf().isEmpty();
        } catch (AuthenticationFailedException shutOut) {
            // A session of someone who may no longer log in: the login page must still be shown to them.
            return false;
        }
    }

    public String getUserName() {
        return isKnown() ? caller.name() : "";
    }

    /** Whether whoever is logged in has a password here, and so a page to change it on. */
    public boolean isPasswordHere() {
        return caller.isKeptHere();
    }

    public String getDisplayName() {
        return caller.displayName();
    }

    /** The roles of who is logged in, as people say them. */
    public String getRoles() {
        return String.join(
                ", ",
                sections().stream()
                        .map(section -> Texts.of("role-" + section.role()))
                        .toList());
    }

    /** The main navigation: that of the section the reader is in, with the other sections they may go to after it. */
    public List<Link> getNavigation() {
        List<Link> links = new ArrayList<>();
        Section here = sections().stream()
                .filter(section -> section.holds(getPath()))
                .findFirst()
                .orElse(sections().stream().findFirst().orElse(null));
        if (here == null) {
            return links;
        }
        int nearest = here.navigation().stream()
                .mapToInt(each -> each.holds(getPath()))
                .max()
                .orElse(0);
        here.navigation()
                .forEach(each -> links.add(
                        new Link(Texts.of(each.key()), each.href(), nearest > 0 && each.holds(getPath()) == nearest)));
        sections().stream()
                .filter(section -> section != here)
                .forEach(section ->
                        links.add(Link.to(Texts.of("role-" + section.role() + "-section"), section.start())));
        return links;
    }

    public List<Section> sections() {
        return isKnown()
                ? Arrays.stream(Section.values())
                        .filter(section -> caller.isIn(section.role()))
                        .toList()
                : List.of();
    }

    public String getPath() {
        return request.normalizedPath();
    }

    /** This page's address, for links that come back to it. */
    public String getReturnTo() {
        String address = request.request().method().name().equals("GET")
                ? request.request().uri()
                : getPath();
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** What the page before this one wanted told; shown once. */
    public Optional<Flash.Message> getMessage() {
        return flash.read();
    }

    /** Goes into each form as the field {@code _csrf}; {@code alis.js} gives it to htmx. */
    public String getCsrf() {
        return csrf.value();
    }

    /** Whom to ask about users and passwords: the one who is named in the settings, else what kind of person it is. */
    public String getContact() {
        return contact.filter(text -> !text.isBlank())
                .map(text -> Texts.of("contact-named", text))
                .orElseGet(() -> Texts.of("contact-admin"));
    }

    /** Goes into each form as the field {@code _en}, so that a second click is the same as one ({@link OnceGuard}). */
    public String getFormKey() {
        return formKey;
    }

    /** The part of an address after which a changed file is fetched anew. */
    public String getAssets() {
        return Assets.VERSION;
    }

    /** Whether htmx asks for a part of the page only. */
    public static boolean partOnly(HttpServerRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && request.getHeader("HX-Boosted") == null;
    }
}
