package no.alisplass.refill.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The checker of refills stands apart from what it checks. */
@AnalyzeClasses(packages = "no.alisplass.refill", importOptions = ImportOption.DoNotIncludeTests.class)
class RefillCheckerRoomTest {
    private static final Set<String> PACKAGES = Set.of(
            "com.fasterxml.jackson.annotation",
            "no.alisplass.problem",
            "no.alisplass.json",
            "no.alisplass.domain",
            "no.alisplass.refill",
            "no.alisplass.refill.check",
            // How a folder is read, and what a problem must hold to by itself: asked of a round's folder too.
            "no.alisplass.certificate.check");

    private static final DescribedPredicate<JavaClass> PLAIN_RECORDS = DescribedPredicate.describe(
            "java, annotations, the problem, its JSON, the domain, the records of a refill or what is asked of every folder",
            type -> type.isPrimitive()
                    || type.isArray()
                    || type.getPackageName().startsWith("java.")
                    || PACKAGES.contains(type.getPackageName()));

    @ArchTest
    static final ArchRule the_checker_knows_only_plain_records = classes()
            .that()
            .resideInAPackage("no.alisplass.refill.check")
            .should()
            .onlyDependOnClassesThat(PLAIN_RECORDS);

    @ArchTest
    static final ArchRule nothing_else_of_a_refill_knows_the_checker = noClasses()
            .that()
            .resideOutsideOfPackage("no.alisplass.refill.check")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("no.alisplass.refill.check");

    @ArchTest
    static final ArchRule the_records_know_neither_who_makes_nor_who_checks_nor_who_tells_them = noClasses()
            .that()
            .resideInAPackage("no.alisplass.refill")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "no.alisplass.refill.run..", "no.alisplass.refill.check..", "no.alisplass.refill.told..");
}
