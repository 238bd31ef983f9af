package no.alisplass.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.Result;

/** Who may import whom: the rooms of the house and their doors (docs/decisions/0001-rooms.md). */
@AnalyzeClasses(packages = "no.alisplass", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String BASE = "no.alisplass.";
    private static final long MAX_FILES = 28;
    private static final Set<String> ENTITY_CALLS =
            Set.of("find", "getReference", "persist", "merge", "remove", "lock", "refresh", "createQuery");

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
    static final ArchRule the_database_is_started_before_anything_asks_it = room("database", "domain", "platform");

    @ArchTest
    static final ArchRule only_the_command_line_knows_how_the_database_is_started = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "database..", BASE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "database..");

    @ArchTest
    static final ArchRule the_policy_ranks_facts_and_nothing_else = room("policy", "domain");

    @ArchTest
    static final ArchRule json_is_written_without_knowing_what_of = room("json", "domain");

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
    static final ArchRule the_register_knows_doctors_and_no_round =
            room("register", "capacity", "catchment", "domain", "platform");

    @ArchTest
    static final ArchRule a_waitlist_is_sent_to_a_round =
            room("waitlist", "register", "round", "capacity", "catchment", "json", "domain", "platform");

    @ArchTest
    static final ArchRule a_correction_is_of_what_lists_said =
            room("correction", "waitlist", "register", "round", "domain", "platform");

    @ArchTest
    static final ArchRule a_snapshot_freezes_what_the_others_hold = room(
            "snapshot",
            "correction",
            "waitlist",
            "register",
            "capacity",
            "catchment",
            "round",
            "policy",
            "problem",
            "json",
            "domain");

    @ArchTest
    static final ArchRule the_search_sees_only_the_problem = room("search", "problem", "domain");

    @ArchTest
    static final ArchRule the_solver_hands_the_search_to_timefold =
            room("solver", "search", "problem", "json", "domain");

    @ArchTest
    static final ArchRule the_certificate_sees_only_the_problem = room("certificate", "problem", "json", "domain");

    @ArchTest
    static final ArchRule a_refill_sees_only_its_problem_and_says_what_came_of_it =
            room("refill", "certificate", "problem", "json", "domain");

    @ArchTest
    static final ArchRule the_allocation_conducts = room(
            "allocation",
            "correction",
            "waitlist",
            "register",
            "round",
            "capacity",
            "snapshot",
            "problem",
            "json",
            "solver",
            "certificate",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule offers_stand_on_what_was_approved = room(
            "offer",
            "allocation",
            "correction",
            "snapshot",
            "refill",
            "certificate",
            "problem",
            "round",
            "register",
            "capacity",
            "catchment",
            "json",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule only_their_refilling_knows_what_refills_are = noClasses()
            .that()
            .resideInAPackage(BASE + "offer..")
            .and()
            .resideOutsideOfPackages(BASE + "offer.refill..", BASE + "offer.recovery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "refill..", BASE + "snapshot..", BASE + "certificate..");

    @ArchTest
    static final ArchRule the_life_of_an_offer_knows_no_framework = classes()
            .that()
            .resideInAPackage(BASE + "offer.life..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + "offer.life..", BASE + "domain..", "java..");

    @ArchTest
    static final ArchRule a_vacancy_is_filled_by_rank_and_by_offers = room(
            "vacancy",
            "offer",
            "allocation",
            "round",
            "register",
            "capacity",
            "catchment",
            "policy",
            "json",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule the_life_and_the_ranking_of_a_vacancy_know_no_framework = classes()
            .that()
            .resideInAnyPackage(BASE + "vacancy.life..", BASE + "vacancy.rank..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "vacancy.life..",
                    BASE + "vacancy.rank..",
                    BASE + "offer.life..",
                    BASE + "capacity",
                    BASE + "register.entry..",
                    BASE + "policy..",
                    BASE + "domain..",
                    "com.fasterxml.jackson.annotation..",
                    "java..");

    @ArchTest
    static final ArchRule a_scenario_cannot_reach_a_round_or_an_offer =
            room("scenario", "snapshot", "policy", "problem", "json", "search", "certificate", "domain", "platform");

    @ArchTest
    static final ArchRule only_what_is_kept_of_scenarios_is_stored = noClasses()
            .that()
            .resideInAPackage(BASE + "scenario..")
            .and()
            .resideOutsideOfPackage(BASE + "scenario.kept..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "platform..", "jakarta.persistence..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule a_report_tells_what_was_counted_and_reaches_no_round =
            room("report", "forecast", "scenario", "capacity", "catchment", "policy", "domain", "platform");

    @ArchTest
    static final ArchRule who_checks_a_least_number_of_seats_knows_only_what_was_found = classes()
            .that()
            .resideInAPackage(BASE + "scenario.least.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "scenario.least",
                    BASE + "scenario.least.check..",
                    BASE + "certificate",
                    BASE + "certificate.check",
                    BASE + "problem..",
                    BASE + "json..",
                    BASE + "domain..",
                    "java..");

    @ArchTest
    static final ArchRule chances_are_read_from_what_is_sent_and_from_the_register = room(
            "chance",
            "offer",
            "allocation",
            "snapshot",
            "waitlist",
            "register",
            "round",
            "capacity",
            "catchment",
            "policy",
            "problem",
            "search",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule what_is_drawn_of_chances_knows_no_framework_and_no_store = classes()
            .that()
            .resideInAPackage(BASE + "chance.world..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "chance.world..",
                    BASE + "snapshot",
                    BASE + "policy",
                    BASE + "problem",
                    BASE + "search",
                    BASE + "domain..",
                    "java..");

    @ArchTest
    static final ArchRule an_explanation_reads_a_finished_run_and_touches_nothing =
            room("explanation", "snapshot", "policy", "problem", "search", "certificate", "domain", "platform");

    @ArchTest
    static final ArchRule a_forecast_asks_the_rules_of_a_round_and_no_round = room(
            "forecast",
            "snapshot",
            "policy",
            "problem",
            "search",
            "register",
            "catchment",
            "json",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule planning_asks_what_stands_and_writes_none_of_it = room(
            "planning",
            "report",
            "forecast",
            "allocation",
            "scenario",
            "snapshot",
            "register",
            "round",
            "capacity",
            "catchment",
            "policy",
            "problem",
            "json",
            "domain",
            "platform");

    @ArchTest
    static final ArchRule a_forecast_knows_no_framework_and_no_store = noClasses()
            .that()
            .resideInAPackage(BASE + "forecast..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store");

    @ArchTest
    static final ArchRule only_the_files_of_a_forecast_are_read_and_told = noClasses()
            .that()
            .resideInAPackage(BASE + "forecast..")
            .and()
            .resideOutsideOfPackage(BASE + "forecast.file..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "json..", BASE + "platform..", BASE + "register.file..");

    @ArchTest
    static final ArchRule a_sample_is_made_of_values_alone = room("sample", "domain");

    @ArchTest
    static final ArchRule access_is_asked_by_the_doors_alone = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "access..", BASE + "api..", BASE + "web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "access..");

    @ArchTest
    static final ArchRule access_knows_who_asks_and_what_rounds_lists_and_offers_are =
            room("access", "scenario", "offer", "waitlist", "register", "round", "capacity", "domain", "platform");

    private static final String[] FEATURES = {
        "access",
        "planning",
        "forecast",
        "chance",
        "report",
        "vacancy",
        "offer",
        "explanation",
        "correction",
        "allocation",
        "snapshot",
        "scenario",
        "certificate",
        "refill",
        "problem",
        "waitlist",
        "register",
        "round",
        "capacity",
        "catchment",
        "policy",
        "domain",
        "platform"
    };

    @ArchTest
    static final ArchRule the_web_shows_what_the_others_offer = room("web", FEATURES);

    @ArchTest
    static final ArchRule the_api_answers_what_the_others_offer = room("api", FEATURES);

    @ArchTest
    static final ArchRule the_command_line_starts_the_service_and_reads_what_it_exported = room(
            "cli",
            "allocation",
            "certificate",
            "refill",
            "scenario",
            "forecast",
            "problem",
            "json",
            "search",
            "solver",
            "database",
            "platform",
            "domain");

    @ArchTest
    static final ArchRule the_doors_know_no_store_and_freeze_nothing_themselves = noClasses()
            .that()
            .resideInAnyPackage(BASE + "api..", BASE + "web..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "freezes a round",
                    call -> call.getTargetOwner().getFullName().equals(BASE + "snapshot.Snapshots")
                            && call.getName().startsWith("freeze")));

    @ArchTest
    static final ArchRule what_every_page_says_knows_no_page = apart(
            "web.text",
            "web.shell",
            "web.account",
            "web.coordinator",
            "web.municipality",
            "web.department",
            "web.planner",
            "web.admin");

    @ArchTest
    static final ArchRule the_shell_of_every_page_knows_no_role = apart(
            "web.shell",
            "web.account",
            "web.coordinator",
            "web.municipality",
            "web.department",
            "web.planner",
            "web.admin");

    @ArchTest
    static final ArchRule what_offers_are_called_knows_no_role = apart(
            "web.offer",
            "web.account",
            "web.look",
            "web.coordinator",
            "web.municipality",
            "web.department",
            "web.planner",
            "web.admin");

    @ArchTest
    static final ArchRule a_coordinators_pages_know_no_other_role =
            apart("web.coordinator", "web.account", "web.municipality", "web.department", "web.planner", "web.admin");

    @ArchTest
    static final ArchRule a_municipalitys_pages_know_no_other_role =
            apart("web.municipality", "web.account", "web.coordinator", "web.department", "web.planner", "web.admin");

    @ArchTest
    static final ArchRule a_departments_pages_know_no_other_role =
            apart("web.department", "web.account", "web.coordinator", "web.municipality", "web.planner", "web.admin");

    @ArchTest
    static final ArchRule a_planners_pages_know_no_other_role =
            apart("web.planner", "web.account", "web.coordinator", "web.municipality", "web.department", "web.admin");

    @ArchTest
    static final ArchRule an_administrators_pages_know_no_other_role =
            apart("web.admin", "web.account", "web.coordinator", "web.municipality", "web.department", "web.planner");

    @ArchTest
    static final ArchRule the_subjects_of_the_api_know_only_its_dialect =
            SlicesRuleDefinition.slices().matching(BASE + "api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rules_know_no_file = apart("register.entry", "register.file");

    @ArchTest
    static final ArchRule a_file_is_read_without_knowing_whose_it_is = noClasses()
            .that()
            .resideInAPackage(BASE + "register.file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "register");

    @ArchTest
    static final ArchRule the_records_of_a_certificate_know_neither_who_made_nor_who_checks_them = noClasses()
            .that()
            .resideInAPackage(BASE + "certificate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "certificate.prove..", BASE + "certificate.check..");

    /** A room of more than some 25 files wants dividing. */
    @ArchTest
    static void a_room_has_no_more_than_some_25_files(JavaClasses all) {
        Map<String, Long> files = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MAX_FILES));
    }

    @ArchTest
    static final ArchRule timefold_is_used_as_it_promises_to_stay = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.timefold.solver.core.impl..", "ai.timefold.solver.core.preview..");

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

    /** What else asks the database does so in its own words: locks, upserts of one statement, reports. */
    @ArchTest
    static final ArchRule entities_are_read_and_written_by_repositories = noClasses()
            .that()
            .areNotAssignableTo(PanacheRepositoryBase.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it is one of an entity manager about entities",
                    call -> call.getTargetOwner().isAssignableTo(EntityManager.class)
                            && ENTITY_CALLS.contains(call.getName())));

    /** {@code platform.RefusedRollsBack} undoes what the transaction of a refused command began; in another kind it would not. */
    @ArchTest
    static final ArchRule commands_are_undone_when_they_are_refused = noMethods()
            .that()
            .haveRawReturnType(Result.class)
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "a transaction that no refusal undoes",
                    annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                            && annotation.as(Transactional.class).value() != Transactional.TxType.REQUIRED));

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

    /** The domain is left out: its values are read by {@code domain.text}, and two of them read themselves by it. */
    @ArchTest
    static final ArchRule inner_rooms_form_no_ring = SlicesRuleDefinition.slices()
            .matching(BASE + "(**)")
            .that(DescribedPredicate.describe(
                    "are not the domain", slice -> !slice.getDescription().contains("domain")))
            .should()
            .beFreeOfCycles();

    private static ArchRule apart(String room, String... others) {
        String[] packages =
                Arrays.stream(others).map(each -> BASE + each + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static ArchRule room(String room, String... mayImport) {
        List<String> allowed = new ArrayList<>(List.of(BASE + room + ".."));
        for (String other : mayImport) {
            allowed.add(BASE + other + "..");
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to another room than " + allowed,
                        type -> type.getPackageName().startsWith("no.alisplass")
                                && allowed.stream()
                                        .map(name -> name.substring(0, name.length() - 2))
                                        .noneMatch(name -> type.getPackageName().equals(name)
                                                || type.getPackageName().startsWith(name + "."))))
                .allowEmptyShould(true);
    }
}
