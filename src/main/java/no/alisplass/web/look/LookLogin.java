package no.alisplass.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import no.alisplass.platform.login.ProviderOffer;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether doctors may log in to see what is registered about them; templates reach it as {@code {cdi:looklogin.…}}. */
@Named("looklogin")
@ApplicationScoped
public class LookLogin {
    private final ProviderOffer offer;
    private final boolean named;

    @Inject
    LookLogin(ProviderOffer offer, @ConfigProperty(name = "alisplass.oidc.hpr-claim") Optional<String> claim) {
        this.offer = offer;
        this.named = claim.filter(name -> !name.isBlank()).isPresent();
    }

    public boolean isOffered() {
        return offer.isOffered() && named;
    }

    /** What the provider is called, in the reader's language when the settings do not tell. */
    public String getName() {
        return offer.name().orElseGet(() -> Texts.of("provider-unnamed"));
    }
}
