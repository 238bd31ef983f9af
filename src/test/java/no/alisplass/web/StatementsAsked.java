package no.alisplass.web;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The statements that requests put to the database. What runs and clocks ask at the same time, on threads of their own, is none of a
 * page's.
 */
@PersistenceUnitExtension
@ApplicationScoped
class StatementsAsked implements StatementInspector {
    private static final String REQUESTS = "executor-thread-";

    private volatile List<String> asked;

    @Override
    public String inspect(String sql) {
        List<String> counted = asked;
        if (counted != null && Thread.currentThread().getName().startsWith(REQUESTS)) {
            counted.add(sql);
        }
        return sql;
    }

    /** What is asked for while this is done. */
    List<String> during(Runnable request) {
        List<String> counted = new CopyOnWriteArrayList<>();
        asked = counted;
        try {
            request.run();
        } finally {
            asked = null;
        }
        return List.copyOf(counted);
    }
}
