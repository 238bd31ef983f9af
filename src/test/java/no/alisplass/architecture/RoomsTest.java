package no.alisplass.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;

/** Who may import whom: the rooms of the house and their doors (src/docs/decisions/0001-rooms.md). */
@AnalyzeClasses(packages = "no.alisplass", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String BASE = "no.alisplass.";

    @ArchTest
    static final ArchRule the_domain_knows_no_other_room_and_no_framework = classes()
            .that()
            .resideInAPackage(BASE + "domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + "domain..", "java..", "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule the_platform_knows_only_the_domain = room("platform", "domain");

    @ArchTest
    static final ArchRule the_policy_ranks_facts_and_nothing_else = room("policy", "domain");

    @ArchTest
    static final ArchRule the_problem_stands_alone = room("problem", "domain");

    @ArchTest
    static final ArchRule the_catchment_stands_alone = room("catchment", "domain", "platform");

    @ArchTest
    static final ArchRule capacity_stands_alone = room("capacity", "domain", "platform");

    @ArchTest
    static final ArchRule a_round_stands_on_capacity_and_policy =
            room("round", "capacity", "policy", "domain", "platform");

    @ArchTest
    static final ArchRule a_waitlist_is_sent_to_a_round =
            room("waitlist", "round", "capacity", "catchment", "domain", "platform");

    @ArchTest
    static final ArchRule a_snapshot_freezes_what_the_others_hold =
            room("snapshot", "waitlist", "capacity", "catchment", "round", "policy", "problem", "domain");

    @ArchTest
    static final ArchRule the_solver_sees_only_the_problem = room("solver", "problem", "domain");

    @ArchTest
    static final ArchRule the_certificate_sees_only_the_problem = room("certificate", "problem", "domain");

    @ArchTest
    static final ArchRule the_allocation_conducts = room(
            "allocation",
            "waitlist",
            "round",
            "snapshot",
            "problem",
            "solver",
            "certificate",
            "offer",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule an_offer_stands_on_a_certificate = room("offer", "certificate", "domain", "platform");

    @ArchTest
    static final ArchRule a_scenario_cannot_reach_a_round_or_an_offer =
            room("scenario", "snapshot", "policy", "problem", "solver", "certificate", "domain");

    @ArchTest
    static final ArchRule an_explanation_reads_a_finished_run_and_touches_nothing =
            room("explanation", "snapshot", "policy", "problem", "solver", "certificate", "domain", "platform");

    @ArchTest
    static final ArchRule a_sample_is_made_of_values_alone = room("sample", "domain");

    @ArchTest
    static final ArchRule the_web_shows_what_the_others_offer = room(
            "web",
            "explanation",
            "allocation",
            "snapshot",
            "scenario",
            "explanation",
            "offer",
            "certificate",
            "problem",
            "waitlist",
            "round",
            "capacity",
            "catchment",
            "policy",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule only_the_solver_knows_timefold = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "solver..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.timefold..");

    @ArchTest
    static final ArchRule entities_do_not_leave_their_room = classes()
            .that()
            .haveSimpleNameEndingWith("Entity")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule rooms_form_no_ring =
            SlicesRuleDefinition.slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    private static ArchRule room(String room, String... mayImport) {
        List<String> allowed = new ArrayList<>(List.of(BASE + room + ".."));
        for (String other : mayImport) {
            allowed.add(BASE + other + "..");
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "belong to another room than " + allowed,
                        type -> type.getPackageName().startsWith("no.alisplass")
                                && allowed.stream()
                                        .map(name -> name.substring(0, name.length() - 2))
                                        .noneMatch(name -> type.getPackageName().equals(name)
                                                || type.getPackageName().startsWith(name + "."))))
                .allowEmptyShould(true);
    }
}
