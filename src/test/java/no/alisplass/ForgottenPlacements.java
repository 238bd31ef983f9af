package no.alisplass;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;

/**
 * All Quarkus tests share a database, and the service remembers whom a round has placed: each class begins without what
 * the rounds of others gave, so that the doctors of the sample lists can be placed again.
 */
public class ForgottenPlacements implements QuarkusTestBeforeEachCallback {
    private static final Set<Class<?>> BEGUN = new HashSet<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (BEGUN.add(test.getTestInstance().getClass())) {
            EntityManager database =
                    Arc.container().instance(EntityManager.class).get();
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("update placement set active = false where active")
                            .executeUpdate());
        }
    }
}
