package no.alisplass.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where an identity provider's tokens for other services would open this one too. */
@ApplicationScoped
class IdentityProviderSettings {
    /** To Quarkus this means that nobody is asked whom a token is for. */
    private static final String ANYONE = "any";

    private final boolean enabled;
    private final Optional<List<String>> audience;
    private final boolean pages;
    private final Optional<List<String>> audienceOfPages;

    @Inject
    IdentityProviderSettings(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.pages.tenant-enabled") boolean pages,
            @ConfigProperty(name = "quarkus.oidc.pages.token.audience") Optional<List<String>> audienceOfPages) {
        this.enabled = enabled;
        this.audience = audience;
        this.pages = pages;
        this.audienceOfPages = audienceOfPages;
    }

    void check(@Observes StartupEvent starting) {
        if (enabled) {
            refuseWithout(audience.orElse(List.of()));
        }
        if (pages) {
            // Where nothing is said, tokens of the pages' log-in are for the client that asked for them.
            audienceOfPages.ifPresent(IdentityProviderSettings::refuseWithout);
        }
    }

    static void refuseWithout(List<String> audience) {
        if (audience.isEmpty() || audience.stream().anyMatch(each -> each.isBlank() || each.equals(ANYONE))) {
            throw new StartRefused(
                    "An identity provider is configured, but not whom its tokens are for, so that tokens for"
                            + " other services would open this one. Give the audience the provider puts in tokens for alisplass:"
                            + " QUARKUS_OIDC_TOKEN_AUDIENCE=alisplass");
        }
    }
}
