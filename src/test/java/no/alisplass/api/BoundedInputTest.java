package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import org.junit.jupiter.api.Test;

/** Whatever a caller can send has an upper bound, so that no request can be made arbitrarily large or deep. */
class BoundedInputTest {
    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class,
            long.class,
            short.class,
            double.class,
            float.class,
            Integer.class,
            Long.class,
            Short.class,
            Double.class,
            Float.class,
            BigDecimal.class,
            java.math.BigInteger.class);

    @Test
    void everything_a_caller_can_send_is_bounded() {
        assertThat(unbounded(Endpoints.all())).isEmpty();
    }

    @Test
    void what_is_unbounded_would_be_found() {
        assertThat(unbounded(Endpoints.of(Careless.class)))
                .containsExactlyInAnyOrder(
                        "Careless.post query: a String without @Size(max)",
                        "Careless.post deep: is not checked, @Valid is missing",
                        "Careless.several several: is not checked, @Valid is missing",
                        "Careless.several several.page: a number without lower and upper bound",
                        "Deep.text: a String without @Size(max)",
                        "Deep.count: a number without lower and upper bound",
                        "Deep.texts[]: a String without @Size(max)",
                        "Deep.inner[]: is not checked, @Valid is missing",
                        "Inner.numbers: a collection without @Size(max)",
                        "Inner.numbers[]: a number without lower and upper bound",
                        "Inner.any: of the open type java.lang.Object",
                        "Inner.maybe[]: a String without @Size(max)");
    }

    private static List<String> unbounded(List<Method> methods) {
        Set<String> found = new LinkedHashSet<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        for (Method method : methods) {
            for (Parameter parameter : method.getParameters()) {
                if (!parameter.isAnnotationPresent(Context.class)) {
                    String place = method.getDeclaringClass().getSimpleName() + "." + method.getName() + " "
                            + parameter.getName();
                    if (parameter.isAnnotationPresent(BeanParam.class)) {
                        checkFields(place, parameter, found, seen);
                    } else {
                        check(place, parameter, parameter.getAnnotatedType(), found, seen);
                    }
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** Several parameters of a query in one. */
    private static void checkFields(String place, Parameter bean, Set<String> found, Set<Class<?>> seen) {
        if (!bean.isAnnotationPresent(Valid.class)) {
            found.add(place + ": is not checked, @Valid is missing");
        }
        for (Field field : bean.getType().getDeclaredFields()) {
            if (!field.isAnnotationPresent(Context.class) && !Modifier.isStatic(field.getModifiers())) {
                check(place + "." + field.getName(), field, field.getAnnotatedType(), found, seen);
            }
        }
    }

    private static void check(
            String place, AnnotatedElement element, AnnotatedType type, Set<String> found, Set<Class<?>> seen) {
        Class<?> raw = raw(type.getType());
        if (CharSequence.class.isAssignableFrom(raw)) {
            if (!sized(element, type)) {
                found.add(place + ": a String without @Size(max)");
            }
        } else if (NUMBERS.contains(raw)) {
            boolean low = has(element, type, Min.class, DecimalMin.class, Positive.class, PositiveOrZero.class);
            boolean high = has(element, type, Max.class, DecimalMax.class);
            if (!has(element, type, Digits.class) && !(low && high)) {
                found.add(place + ": a number without lower and upper bound");
            }
        } else if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || raw == Optional.class) {
            if (raw != Optional.class && !sized(element, type)) {
                found.add(place + ": a collection without @Size(max)");
            }
            for (AnnotatedType argument : ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()) {
                check(place + "[]", argument, argument, found, seen);
            }
        } else if (raw.isRecord() && raw.getPackageName().startsWith("no.alisplass.domain")) {
            // Value types of the domain check themselves as they are read.
            assertThat(raw.getRecordComponents()).as(raw + " as input").hasSize(1);
        } else if (raw.isRecord()) {
            if (!has(element, type, Valid.class)) {
                found.add(place + ": is not checked, @Valid is missing");
            }
            if (seen.add(raw)) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    check(
                            raw.getSimpleName() + "." + component.getName(),
                            component.getAccessor(),
                            component.getAnnotatedType(),
                            found,
                            seen);
                }
            }
        } else if (!bounded(raw)) {
            found.add(place + ": of the open type " + raw.getName());
        }
    }

    /** Bodies as streams or bytes are bounded by the server's limit on bodies. */
    private static boolean bounded(Class<?> raw) {
        return raw.isEnum()
                || raw == boolean.class
                || raw == Boolean.class
                || raw == byte[].class
                || raw == InputStream.class
                || Temporal.class.isAssignableFrom(raw)
                || raw.getName().startsWith("jakarta.ws.rs.")
                || raw.getName().startsWith("org.jboss.resteasy.reactive.multipart.");
    }

    private static boolean sized(AnnotatedElement element, AnnotatedType type) {
        Size size = Optional.ofNullable(element.getAnnotation(Size.class)).orElse(type.getAnnotation(Size.class));
        return size != null && size.max() < Integer.MAX_VALUE;
    }

    @SafeVarargs
    private static boolean has(AnnotatedElement element, AnnotatedType type, Class<? extends Annotation>... any) {
        for (Class<? extends Annotation> each : any) {
            if (element.isAnnotationPresent(each) || type.isAnnotationPresent(each)) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized ? raw(parameterized.getRawType()) : (Class<?>) type;
    }

    record Inner(
            List<Integer> numbers,
            Object any,
            @Min(0) @Max(9) int fine,
            Optional<String> maybe) {}

    record Deep(
            String text,
            @Min(0) int count,
            @Size(max = 3) List<String> texts,
            @Size(max = 3) List<@NotNull Inner> inner,
            @Size(max = 3) List<@Valid Inner> checked,
            AreaCode area) {}

    static class Careless {
        @POST
        public void post(@QueryParam("q") String query, Deep deep) {}

        @POST
        public void right(@QueryParam("q") @Size(max = 10) String query, @Valid Deep deep) {}

        @POST
        public void several(@BeanParam Several several) {}
    }

    static class Several {
        @QueryParam("page")
        @Min(0) int page;
    }
}
