package no.alisplass;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All Quarkus tests share a database, and the service remembers whom a round has placed and which area has a doctor: each class begins
 * without what the rounds of others gave and whom they registered, so that the doctors of the sample lists can be listed and placed again.
 */
public class ForgottenDoctors implements QuarkusTestBeforeEachCallback {
    private static final Set<Class<?>> BEGUN = new HashSet<>();

    /** The history is append-only to everyone else. */
    private static final List<String> FORGET = List.of(
            "UPDATE offer SET state = 'VOID', time_asked = NULL, recall_asked_by = NULL, withdrawal_asked = NULL WHERE live",
            "UPDATE placement SET active = false WHERE active",
            "ALTER TABLE registered_change DISABLE TRIGGER USER",
            "TRUNCATE registered_doctor CASCADE",
            "ALTER TABLE registered_change ENABLE TRIGGER USER");

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        Class<?> tests = test.getTestInstance().getClass();
        // A class with an application of its own may have a database of its own, with all that is in it.
        if (BEGUN.add(tests) && !tests.isAnnotationPresent(TestProfile.class)) {
            EntityManager database =
                    Arc.container().instance(EntityManager.class).get();
            QuarkusTransaction.requiringNew()
                    .run(() -> FORGET.forEach(
                            statement -> database.createNativeQuery(statement).executeUpdate()));
        }
    }
}
