package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.api.Endpoints;
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
        List<Method> methods = pageMethods();
        assertThat(methods).hasSizeGreaterThan(5);
        assertThat(methods).allSatisfy(method -> {
            assertThat(method.isAnnotationPresent(RolesAllowed.class) || method.isAnnotationPresent(PermitAll.class))
                    .as("access of " + method)
                    .isTrue();
            assertThat(method.getDeclaringClass().isAnnotationPresent(Blocking.class))
                    .as("@Blocking on " + method.getDeclaringClass().getName())
                    .isTrue();
            assertThat(method.isAnnotationPresent(Operation.class))
                    .as("@Operation(hidden = true) on " + method)
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

    private static List<Method> pageMethods() {
        return Endpoints.all().stream()
                .filter(method -> (method.getDeclaringClass().getPackageName() + ".").startsWith("no.alisplass.web."))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
    }
}
