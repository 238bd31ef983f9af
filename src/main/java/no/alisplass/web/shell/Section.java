package no.alisplass.web.shell;

import java.util.List;
import java.util.stream.Stream;
import no.alisplass.platform.Roles;

/** The part of the house each role works in, with its start page and its main navigation. */
public enum Section {
    COORDINATOR(
            Roles.COORDINATOR,
            "/koordinator",
            List.of(
                    new Entry("nav-start", "/koordinator"),
                    new Entry(
                            "nav-coordinator-doctors",
                            "/koordinator/leger",
                            "/koordinator/flytting",
                            "/koordinator/prognose"),
                    new Entry("nav-coordinator-positions", "/koordinator/stillinger"),
                    new Entry("nav-coordinator-vacancies", "/koordinator/vikariater"),
                    new Entry("nav-coordinator-agreements", "/koordinator/avtaler"),
                    new Entry("nav-coordinator-offers", "/koordinator/tilbud"))),
    MUNICIPALITY(Roles.MUNICIPALITY, "/kommune", List.of(new Entry("nav-municipality-doctors", "/kommune"))),
    DEPARTMENT(Roles.DEPARTMENT, "/avdeling", List.of(new Entry("nav-start", "/avdeling"))),
    PLANNER(
            Roles.PLANNER,
            "/planlegger",
            List.of(
                    new Entry("nav-start", "/planlegger"),
                    new Entry("nav-need", "/planlegger/behov"),
                    new Entry("nav-what-if", "/planlegger/hva-om"),
                    new Entry("nav-forecast", "/planlegger/prognose", "/planlegger/sporsmal"))),
    ADMIN(Roles.ADMIN, "/admin", List.of(new Entry("nav-start", "/admin"))),
    DOCTOR(Roles.DOCTOR, "/innsyn/mine", List.of());

    /**
     * A line of the main navigation.
     *
     * @param key of its text
     * @param href where it leads
     * @param also other pages that belong to it, though their addresses do not say so
     */
    record Entry(String key, String href, String... also) {
        /** How much of a page's address says that the page belongs here; 0 when it does not. */
        int holds(String path) {
            return Stream.concat(Stream.of(href), Stream.of(also))
                    .filter(place -> path.equals(place) || path.startsWith(place + "/"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /** Where a doctor's link leads, and everything that is there for doctors. */
    public static final String LOOK = "/innsyn";

    private final String role;
    private final String start;
    private final List<Entry> navigation;

    Section(String role, String start, List<Entry> navigation) {
        this.role = role;
        this.start = start;
        this.navigation = navigation;
    }

    String role() {
        return role;
    }

    public String start() {
        return start;
    }

    List<Entry> navigation() {
        return navigation;
    }

    boolean holds(String path) {
        return path.equals(start) || path.startsWith(start + "/");
    }
}
