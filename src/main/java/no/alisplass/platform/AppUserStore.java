package no.alisplass.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Users who log in with a password, in the database. */
@ApplicationScoped
class AppUserStore implements PanacheRepositoryBase<AppUserEntity, String> {}
