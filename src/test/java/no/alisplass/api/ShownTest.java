package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.api.waitlist.WaitlistResponse;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** Every endpoint and page says, on the method itself, which of doctors' data it shows, or that it shows none. */
class ShownTest {
    @Test
    void every_endpoint_says_what_it_shows_and_says_so_once() {
        List<Method> all = Endpoints.all();
        assertThat(all).hasSizeGreaterThan(140);
        assertThat(undeclared(all)).isEmpty();
    }

    @Test
    void what_says_it_shows_nobody_answers_with_nothing_that_has_a_doctor_in_it() {
        assertThat(lying(Endpoints.all())).isEmpty();
    }

    @Test
    void no_kind_is_there_for_nothing() {
        EnumSet<Seen> used = EnumSet.noneOf(Seen.class);
        Endpoints.all().stream()
                .map(method -> method.getAnnotation(ShowsPersons.class))
                .filter(shown -> shown != null)
                .forEach(shown -> used.add(shown.value()));
        assertThat(used).containsExactlyInAnyOrder(Seen.values());
    }

    @Test
    void an_endpoint_that_is_silent_or_lies_would_be_found() {
        List<Method> careless = Endpoints.of(Careless.class);
        assertThat(undeclared(careless)).hasSize(2).allMatch(each -> each.contains("silent") || each.contains("both"));
        assertThat(lying(careless)).hasSize(1).allMatch(each -> each.contains("lying"));
    }

    private static List<String> undeclared(List<Method> methods) {
        return methods.stream()
                .filter(method ->
                        method.isAnnotationPresent(ShowsPersons.class) == method.isAnnotationPresent(ShowsNobody.class))
                .map(Method::toString)
                .toList();
    }

    private static List<String> lying(List<Method> methods) {
        return methods.stream()
                .filter(method -> method.isAnnotationPresent(ShowsNobody.class))
                .filter(method -> hasDoctor(method.getGenericReturnType(), new HashSet<>()))
                .map(Method::toString)
                .toList();
    }

    /** Whether a doctor's number is anywhere within; what is answered as a plain response cannot be seen here. */
    private static boolean hasDoctor(Type type, Set<Type> looked) {
        if (!looked.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return hasDoctor(generic.getRawType(), looked)
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(each -> hasDoctor(each, looked));
        }
        if (type instanceof WildcardType wild) {
            return Arrays.stream(wild.getUpperBounds()).anyMatch(each -> hasDoctor(each, looked));
        }
        if (type == HprNumber.class || type == DoctorId.class) {
            return true;
        }
        return type instanceof Class<?> known
                && known.isRecord()
                && Arrays.stream(known.getRecordComponents())
                        .anyMatch(each -> isNumber(each) || hasDoctor(each.getGenericType(), looked));
    }

    private static boolean isNumber(RecordComponent component) {
        return component.getName().equals("hprNumber");
    }

    static class Careless {
        @GET
        public String silent() {
            return "";
        }

        @GET
        @ShowsNobody
        @ShowsPersons(Seen.RANKING)
        public String both() {
            return "";
        }

        @GET
        @ShowsNobody
        public RestResponse<List<WaitlistResponse>> lying() {
            return null;
        }

        @GET
        @ShowsNobody
        public String right() {
            return "";
        }
    }
}
