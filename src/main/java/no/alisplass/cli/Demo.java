package no.alisplass.cli;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.database.DataFolder;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@code ./alis demo} does once the service answers. */
@ApplicationScoped
class Demo {
    private static final HospitalId HOSPITAL = new HospitalId("ahus");
    /** The round a year before, whose places are given: some who waited then wait again. */
    private static final Sample HISTORY = new Sample("ahus-2027-var", "ahus-2027-v");

    private static final Sample NOW = new Sample("ahus-2028-var", "ahus-2028-v");

    /** A folder of files, and the round that comes of it. */
    private record Sample(String folder, String round) {}

    private final Users users;
    private final Path samples;
    private final int port;

    @Inject
    Demo(
            Users users,
            @ConfigProperty(name = "alisplass.sample-data", defaultValue = "sample-data") Path samples,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.users = users;
        this.samples = samples;
        this.port = port;
    }

    void show() {
        String base = "http://localhost:" + port;
        String password = password();
        Path reference = samples.resolve("ahus");
        List<User> people = people(DemoRound.areas(reference));
        users.createDemo(people, password);
        FrontDoor door = new FrontDoor(URI.create(base));
        FrontDoor.As coordinator = door.as("koordinator", password);
        DemoRound demo = new DemoRound(coordinator, area -> door.as("kommune-" + area, password));
        if (!demo.exists(HISTORY.round())) {
            System.out.println("Loading the sample round of the year before ...");
            demo.loadReferenceData(reference);
            demo.sendWaitlists(samples.resolve(HISTORY.folder()));
            demo.approve(demo.run(HISTORY.round()));
        }
        if (!demo.exists(NOW.round())) {
            System.out.println("Loading the sample round ...");
            demo.sendAgreements(samples.resolve(NOW.folder()));
            demo.sendWaitlists(samples.resolve(NOW.folder()));
        }
        String run = demo.run(NOW.round());
        print(
                coordinator.get(run + "/allocation"),
                coordinator.get("/api/v1/rounds/" + NOW.round() + "/ranking"),
                coordinator.get("/api/v1/areas"));
        System.out.println("Pages      " + base + "/");
        System.out.println("API        " + base + "/q/swagger-ui/");
        System.out.println("This run   curl -u koordinator:" + password + " " + base + run + "/allocation");
        System.out.println("Users      koordinator, planlegger, avdeling, admin and kommune-<code> (kommune-3205);"
                + " the password of all is " + password);
    }

    private static void print(JsonNode allocation, JsonNode ranking, JsonNode areas) {
        System.out.println();
        System.out.println("Fordelingen");
        System.out.println(RoundReport.table(allocation));
        System.out.println("De ti første i rangeringen");
        System.out.println(RoundReport.ranking(ranking, areas));
        System.out.println("Hvem venter");
        System.out.println(RoundReport.waiting(allocation));
        System.out.println(RoundReport.proof(allocation));
    }

    /** One for each role, and for each area one municipality. */
    private static List<User> people(List<String> areas) {
        List<User> people = new ArrayList<>();
        people.add(User.of("koordinator", "Koordinator", Roles.COORDINATOR));
        people.add(User.of("avdeling", "Avdeling", Roles.DEPARTMENT).in(HOSPITAL));
        people.add(User.of("planlegger", "Planlegger", Roles.PLANNER));
        people.add(User.of("admin", "Administrator", Roles.ADMIN));
        for (String area : areas) {
            people.add(User.of("kommune-" + area, "Kommune " + area, Roles.MUNICIPALITY)
                    .in(new AreaCode(area)));
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
