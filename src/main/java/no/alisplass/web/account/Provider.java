package no.alisplass.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.alisplass.platform.login.ProviderOffer;
import no.alisplass.web.text.Texts;

/** The organisation's identity provider, as pages speak of it; templates reach it as {@code {cdi:provider.…}}. */
@Named("provider")
@ApplicationScoped
public class Provider {
    private final ProviderOffer offer;

    @Inject
    Provider(ProviderOffer offer) {
        this.offer = offer;
    }

    /** Whether the pages can be logged in to by it. */
    public boolean isOffered() {
        return offer.isOffered();
    }

    /** Whether name and password are folded away. */
    public boolean isFirst() {
        return offer.isFirst();
    }

    /** What its users call it, in the reader's language when the settings do not tell. */
    public String getName() {
        return offer.name().orElseGet(() -> Texts.of("provider-unnamed"));
    }
}
