package no.alisplass.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import no.alisplass.platform.Account;
import no.alisplass.platform.Caller;
import no.alisplass.platform.ProviderUser;
import no.alisplass.platform.ProviderUsers;
import no.alisplass.platform.Users;

/** Knows whoever shows a session or a token of the user's present epoch. */
@ApplicationScoped
class ByShown implements IdentityProvider<Shown> {
    private final Users users;
    private final ProviderUsers vouched;
    private final ProviderOffer offer;

    @Inject
    ByShown(Users users, ProviderUsers vouched, ProviderOffer offer) {
        this.users = users;
        this.vouched = vouched;
        this.offer = offer;
    }

    @Override
    public Class<Shown> getRequestType() {
        return Shown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Shown shown, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> identity(shown).orElseThrow(() -> new AuthenticationFailedException("It is over")));
    }

    private Optional<SecurityIdentity> identity(Shown shown) {
        if (ProviderUsers.isOfProvider(shown.username())) {
            // Where log-in by the provider is taken away, so is what came of it.
            return vouched.ofSession(shown.username())
                    .filter(user -> offer.isOffered())
                    .filter(user -> !user.user().disabled())
                    .filter(user -> user.epoch() == shown.epoch())
                    .map(ProviderUser::identity);
        }
        return users.account(shown.username())
                .filter(Account::mayLogIn)
                .filter(account -> account.epoch() == shown.epoch())
                .map(account -> account.identity(Caller.BY_SESSION));
    }
}
