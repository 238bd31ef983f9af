package no.alisplass.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Users whom an identity provider vouches for, in the database. */
@ApplicationScoped
class ProviderUserStore implements PanacheRepositoryBase<ProviderUserEntity, Long> {}
