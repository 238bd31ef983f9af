package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page and every template keeps to. */
class PagesHoldTest {
    private static final Map<String, Pattern> FORBIDDEN = new TreeMap<>(Map.of(
            // The tag confirm has a parameter of that name, which is the class of its button.
            "an inline style", Pattern.compile("\\sstyle\\s*=\\s*[\"'](?!btn-)|<style", Pattern.CASE_INSENSITIVE),
            "an inline handler", Pattern.compile("<[^>]*\\son[a-z]+\\s*=\\s*[\"']", Pattern.CASE_INSENSITIVE),
            "an inline script", Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE),
            "something of another site",
                    Pattern.compile(
                            "(src|action)=\"(https?:)?//|<link[^>]*href=\"(https?:)?//", Pattern.CASE_INSENSITIVE),
            "an htmx expression", Pattern.compile("hx-on|hx-vals\\s*=\\s*[\"']js:", Pattern.CASE_INSENSITIVE)));

    @Test
    void every_page_method_declares_access_and_may_block() {
        List<JavaMethod> methods = pageMethods();
        assertThat(methods).hasSizeGreaterThan(5);
        assertThat(methods).allSatisfy(method -> {
            assertThat(method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class))
                    .as("access of " + method.getFullName())
                    .isTrue();
            assertThat(method.getOwner().isAnnotatedWith(Blocking.class))
                    .as("@Blocking on " + method.getOwner().getName())
                    .isTrue();
            assertThat(method.isAnnotatedWith(Operation.class))
                    .as("@Operation(hidden = true) on " + method.getFullName())
                    .isTrue();
        });
    }

    @Test
    void no_template_has_anything_inline_or_foreign() throws IOException {
        for (Path template : templates()) {
            assertThat(faults(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"color:red\">",
                "<button onclick=\"x()\">",
                "<script>alert(1)</script>",
                "<script src=\"https://cdn.example/x.js\">",
                "<link rel=\"stylesheet\" href=\"//cdn.example/x.css\">",
                "<div hx-on:click=\"x()\">"
            })
    void what_is_forbidden_would_be_found(String html) {
        assertThat(faults(html)).isNotEmpty();
    }

    @Test
    void every_posting_form_carries_the_token() throws IOException {
        for (Path template : templates()) {
            boolean exempt = template.endsWith("tags/form.html") || template.endsWith("LoginPages/Login.html");
            if (!exempt) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContainIgnoringCase("<form method=\"post\"");
            }
        }
        assertThat(Files.readString(Path.of("src/main/resources/templates/tags/form.html")))
                .contains("name=\"_csrf\" value=\"{cdi:page.csrf}\"");
    }

    private static List<String> faults(String html) {
        return FORBIDDEN.entrySet().stream()
                .filter(each -> each.getValue().matcher(html).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(each -> each.toString().endsWith(".html")).toList();
        }
    }

    private static List<JavaMethod> pageMethods() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("no.alisplass.web")
                        .stream()
                        .map(JavaClass::getMethods)
                        .flatMap(java.util.Collection::stream)
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getAnnotations().stream()
                                .anyMatch(each -> each.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                                        || each.getRawType().isAnnotatedWith(HttpMethod.class)))
                        .toList();
    }
}
