package no.alisplass.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.alisplass.platform.Account;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Users;

/** Knows whoever shows a session or a token of the user's present epoch. */
@ApplicationScoped
class ByShown implements IdentityProvider<Shown> {
    private final Users users;

    @Inject
    ByShown(Users users) {
        this.users = users;
    }

    @Override
    public Class<Shown> getRequestType() {
        return Shown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Shown shown, AuthenticationRequestContext context) {
        return context.runBlocking(() -> users.account(shown.username())
                .filter(Account::mayLogIn)
                .filter(account -> account.epoch() == shown.epoch())
                .map(account -> account.identity(Caller.BY_SESSION))
                .orElseThrow(() -> new AuthenticationFailedException("It is over")));
    }
}
