package no.alisplass.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The JAX-RS methods of the application, or of one class. */
public final class Endpoints {
    private Endpoints() {}

    public static List<Method> all() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.alisplass").stream()
                        .filter(type -> !type.isAnonymousClass())
                        .map(JavaClass::reflect)
                        .flatMap(type -> of(type).stream())
                        .toList();
    }

    public static List<Method> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)))
                .toList();
    }
}
