package no.alisplass.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.DataFolder;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@code ./alis demo} does once the service answers. */
@ApplicationScoped
class Demo {
    private static final HospitalId HOSPITAL = new HospitalId("ahus");

    private final Users users;
    private final int port;

    @Inject
    Demo(Users users, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.users = users;
        this.port = port;
    }

    void show() {
        List<User> made = people(List.of(new AreaCode("3205")));
        String password = password();
        users.createDemo(made, password);
        System.out.println();
        System.out.println("API description   http://localhost:" + port + "/q/swagger-ui/");
        System.out.println(
                "Who am I          curl -u koordinator:" + password + " http://localhost:" + port + "/api/v1/me");
        System.out.println("Users, all with the password " + password + ":");
        made.forEach(user -> System.out.printf("  %-20s %s%n", user.username(), user.displayName()));
    }

    /** One for each role, and for each area one municipality. */
    private static List<User> people(List<AreaCode> areas) {
        List<User> people = new ArrayList<>();
        people.add(User.of("koordinator", "Koordinator", Roles.COORDINATOR));
        people.add(User.of("avdeling", "Avdeling", Roles.DEPARTMENT).in(HOSPITAL));
        people.add(User.of("planlegger", "Planlegger", Roles.PLANNER));
        people.add(User.of("admin", "Administrator", Roles.ADMIN));
        for (AreaCode area : areas) {
            people.add(User.of("kommune-" + area, "Kommune " + area, Roles.MUNICIPALITY)
                    .in(area));
        }
        return people;
    }

    /** The same at every start on this data folder. */
    private static String password() {
        try {
            return DataFolder.secret(DataFolder.configured(), "demo-password");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
