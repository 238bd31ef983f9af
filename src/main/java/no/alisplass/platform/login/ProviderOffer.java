package no.alisplass.platform.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether, and as what, log-in by an identity provider is offered at the pages. */
@ApplicationScoped
public class ProviderOffer {
    private final boolean offered;
    private final boolean first;
    private final Optional<String> name;

    @Inject
    ProviderOffer(
            @ConfigProperty(name = "quarkus.oidc.pages.tenant-enabled") boolean offered,
            @ConfigProperty(name = "alisplass.oidc.first") boolean first,
            @ConfigProperty(name = "alisplass.oidc.name") Optional<String> name) {
        this.offered = offered;
        this.first = first;
        this.name = name;
    }

    public boolean isOffered() {
        return offered;
    }

    /** Whether it is what nearly everyone uses, so that name and password are asked for only on request. */
    public boolean isFirst() {
        return offered && first;
    }

    /** What its users call the provider; empty when the settings do not tell. */
    public Optional<String> name() {
        return name.filter(text -> !text.isBlank());
    }
}
