package no.alisplass.certificate.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The checker stands apart from what it checks. */
@AnalyzeClasses(packages = "no.alisplass.certificate", importOptions = ImportOption.DoNotIncludeTests.class)
class CheckerRoomTest {
    private static final DescribedPredicate<JavaClass> A_PLAIN_RECORD_OF_THE_CERTIFICATE = DescribedPredicate.describe(
            "a record of the certificate", type -> type.getPackageName().equals("no.alisplass.certificate"));

    private static final DescribedPredicate<JavaClass> FILES_AND_ARITHMETIC = DescribedPredicate.describe(
            "java, Jackson's annotations, the problem, its JSON, a hash or the domain",
            type -> type.isPrimitive()
                    || type.isArray()
                    || type.getPackageName().startsWith("java.")
                    || type.getPackageName().equals("com.fasterxml.jackson.annotation")
                    || type.getPackageName().equals("no.alisplass.problem")
                    || type.getPackageName().equals("no.alisplass.json")
                    || type.getPackageName().equals("no.alisplass.domain")
                    || type.getFullName().equals("no.alisplass.domain.text.Sha256")
                    || type.getPackageName().equals("no.alisplass.certificate.check"));

    @ArchTest
    static final ArchRule the_checker_knows_only_plain_records = classes()
            .that()
            .resideInAPackage("no.alisplass.certificate.check")
            .should()
            .onlyDependOnClassesThat(FILES_AND_ARITHMETIC.or(A_PLAIN_RECORD_OF_THE_CERTIFICATE));

    @ArchTest
    static final ArchRule the_prover_does_not_know_the_checker = noClasses()
            .that()
            .resideInAnyPackage("no.alisplass.certificate", "no.alisplass.certificate.prove")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("no.alisplass.certificate.check");
}
