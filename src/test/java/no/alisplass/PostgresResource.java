package no.alisplass;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.alisplass.database.EmbeddedDatabase;

/**
 * A fresh PostgreSQL for all Quarkus tests of a run. Being global, it needs no mention in them: one application start
 * serves every {@code @QuarkusTest}.
 */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            Path programs = Files.createDirectories(Path.of("target", "postgres-programs"));
            database = EmbeddedDatabase.start(Files.createTempDirectory(Path.of("target"), "postgres-test-"), programs);
            return database.settings();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
