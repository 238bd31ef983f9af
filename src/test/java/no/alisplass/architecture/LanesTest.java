package no.alisplass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.Arrays;
import no.alisplass.SettingsLane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lane a test is of is seen from what it needs. */
class LanesTest {
    @Test
    void a_test_that_starts_the_service_with_other_settings_is_of_the_last_lane() {
        assertThat(new ClassFileImporter()
                        .importPath(Path.of("target", "test-classes", "no", "alisplass")).stream()
                                .filter(each -> each.getSimpleName().endsWith("IT"))
                                .filter(LanesTest::startsItsOwn)
                                .map(JavaClass::reflect))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.getAnnotationsByType(Tag.class))
                        .extracting(Tag::value)
                        .contains(SettingsLane.OTHER_SETTINGS));
    }

    private static boolean startsItsOwn(JavaClass test) {
        return test.isAnnotatedWith(TestProfile.class)
                || Arrays.stream(test.reflect().getAnnotationsByType(WithTestResource.class))
                        .anyMatch(resource -> resource.scope() == TestResourceScope.RESTRICTED_TO_CLASS);
    }
}
