package no.alisplass.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.api.Endpoints;
import no.alisplass.platform.Roles;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** Whatever lists is paged, or says why it is given whole. */
class PagingTest {
    @Test
    void every_answer_that_lists_is_paged_or_says_why_it_is_whole() {
        List<Method> all = Endpoints.all().stream()
                .filter(method -> method.getDeclaringClass().getPackageName().startsWith("no.alisplass.api"))
                .filter(method -> method.isAnnotationPresent(GET.class))
                .toList();
        assertThat(all.stream().filter(PagingTest::isPaged)).hasSizeGreaterThan(15);
        assertThat(unbounded(all)).isEmpty();
    }

    @Test
    void an_answer_that_lists_without_either_would_be_found_however_deep_the_list_is() {
        assertThat(unbounded(Endpoints.of(Careless.class)))
                .containsExactlyInAnyOrder("all", "answered", "within", "mapped", "file");
    }

    private static List<String> unbounded(List<Method> methods) {
        return methods.stream()
                .filter(method -> lists(method.getGenericReturnType(), new HashSet<>()))
                .filter(method -> !isPaged(method))
                .filter(method -> !method.isAnnotationPresent(Whole.class)
                        || method.getAnnotation(Whole.class).value().isBlank())
                .map(Method::getName)
                .toList();
    }

    private static boolean isPaged(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(each -> each.getType() == Paging.class && each.isAnnotationPresent(BeanParam.class));
    }

    /** Of a file nobody can tell here how long it is. */
    private static boolean lists(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType of) {
            Class<?> raw = (Class<?>) of.getRawType();
            return Collection.class.isAssignableFrom(raw)
                    || Map.class.isAssignableFrom(raw)
                    || raw == RestResponse.class && lists(of.getActualTypeArguments()[0], seen);
        }
        Class<?> raw = (Class<?>) type;
        return raw == Response.class
                || raw.isArray()
                || raw.isRecord()
                        && Arrays.stream(raw.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .anyMatch(each -> lists(each, seen));
    }

    @Test
    void a_page_lies_over_several_lists_one_after_the_other() {
        List<Integer> first = IntStream.range(0, 5).boxed().toList();
        List<Integer> second = List.of();
        List<Integer> third = IntStream.range(5, 12).boxed().toList();
        List<Integer> read = new java.util.ArrayList<>();
        for (int page = 0; page < 5; page++) {
            Paging paging = new Paging();
            paging.page = page;
            paging.size = 3;
            Paging.Window window = paging.window();
            List<Integer> here = new java.util.ArrayList<>(window.take(first));
            here.addAll(window.take(second));
            here.addAll(window.take(third));
            assertThat(here).as("page " + page).hasSize(page < 4 ? 3 : 0);
            assertThat(window.total()).isEqualTo(12);
            read.addAll(here);
        }
        assertThat(read)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void a_page_behind_all_others_is_empty_whatever_its_number() {
        Paging paging = new Paging();
        paging.page = 1_000_000;
        paging.size = 500;
        assertThat(paging.window().take(List.of(1, 2))).isEmpty();
    }

    static class Careless {
        record Deep(String name, Wrapped wrapped) {}

        record Wrapped(List<String> names) {}

        record Mapped(Map<String, String> names) {}

        record Flat(String name, Integer number) {}

        @GET
        public List<String> all() {
            return List.of();
        }

        @GET
        public RestResponse<List<String>> answered() {
            return RestResponse.ok(List.of());
        }

        @GET
        @Whole(" ")
        public Deep within() {
            return null;
        }

        @GET
        public Mapped mapped() {
            return null;
        }

        @GET
        public Response file() {
            return null;
        }

        @GET
        @Whole(Roles.ADMIN)
        public List<String> whole() {
            return List.of();
        }

        @GET
        public List<String> paged(@BeanParam Paging paging) {
            return List.of();
        }

        @GET
        public Flat flat() {
            return null;
        }
    }
}
