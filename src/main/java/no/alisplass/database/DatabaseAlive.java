package no.alisplass.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down while the application's own PostgreSQL is not there; a database somebody else keeps is no part of this life. */
@Liveness
class DatabaseAlive implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Own PostgreSQL process")
                .status(!DatabaseWatch.seesItGone())
                .build();
    }
}
