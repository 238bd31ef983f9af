package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import no.alisplass.platform.Roles;
import org.junit.jupiter.api.Test;

/** Every endpoint says who may use it, on the method itself, with roles that exist. */
class AccessTest {
    @Test
    void every_endpoint_declares_access() {
        List<Method> all = Endpoints.all();
        assertThat(all).isNotEmpty();
        assertThat(undeclared(all)).isEmpty();
    }

    @Test
    void an_endpoint_without_access_or_with_an_unknown_role_would_be_found() {
        assertThat(undeclared(Endpoints.of(Careless.class))).hasSize(2);
    }

    /** A doctor who looks is let in at these addresses, and nobody else is. */
    @Test
    void what_is_for_doctors_is_for_nobody_else_and_at_one_place() {
        List<Method> all = Endpoints.all().stream()
                .filter(method -> method.isAnnotationPresent(RolesAllowed.class))
                .filter(method -> Arrays.asList(
                                method.getAnnotation(RolesAllowed.class).value())
                        .contains(Roles.DOCTOR))
                .toList();
        assertThat(all).hasSize(12).allSatisfy(method -> {
            assertThat(method.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.DOCTOR);
            assertThat(method.getDeclaringClass().getAnnotation(Path.class).value())
                    .startsWith("/innsyn");
        });
    }

    private static List<String> undeclared(List<Method> methods) {
        return methods.stream()
                .filter(method -> !declares(method))
                .map(Method::toString)
                .toList();
    }

    private static boolean declares(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            List<String> allowed = Arrays.asList(roles.value());
            return !allowed.isEmpty() && (Roles.ALL.containsAll(allowed) || allowed.equals(List.of(Roles.DOCTOR)));
        }
        return method.isAnnotationPresent(PermitAll.class) || method.isAnnotationPresent(DenyAll.class);
    }

    static class Careless {
        @GET
        public String open() {
            return "";
        }

        @GET
        @RolesAllowed("boss")
        public String boss() {
            return "";
        }

        @GET
        @RolesAllowed(Roles.ADMIN)
        public String right() {
            return "";
        }
    }
}
