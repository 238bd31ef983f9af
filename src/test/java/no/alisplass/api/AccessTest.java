package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

    private static List<String> undeclared(List<Method> methods) {
        return methods.stream()
                .filter(method -> !declares(method))
                .map(Method::toString)
                .toList();
    }

    private static boolean declares(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return roles.value().length > 0 && Roles.ALL.containsAll(Arrays.asList(roles.value()));
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
