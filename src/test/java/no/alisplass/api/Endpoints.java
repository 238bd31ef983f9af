package no.alisplass.api;

import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The JAX-RS methods of the application, or of one class. */
public final class Endpoints {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String SUFFIX = ".class";

    private Endpoints() {}

    public static List<Method> all() {
        return All.METHODS;
    }

    public static List<Method> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)))
                .toList();
    }

    /** Looked for once in a process. */
    private static final class All {
        static final List<Method> METHODS = find();

        private All() {}

        private static List<Method> find() {
            try (Stream<Path> files = Files.walk(CLASSES.resolve("no/alisplass"))) {
                return files.map(file -> CLASSES.relativize(file).toString())
                        .filter(name -> name.endsWith(SUFFIX))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length())
                                .replace('/', '.'))
                        .sorted()
                        .map(All::load)
                        .filter(type -> !type.isAnonymousClass())
                        .flatMap(type -> of(type).stream())
                        .toList();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Class<?> load(String name) {
            try {
                return Class.forName(name, false, Endpoints.class.getClassLoader());
            } catch (ClassNotFoundException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
