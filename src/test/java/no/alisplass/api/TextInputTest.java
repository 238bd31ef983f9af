package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.api.json.AsTyped;
import no.alisplass.api.json.StrictJson;
import no.alisplass.api.json.UnfitValueException;
import no.alisplass.api.round.RoundRequest;
import no.alisplass.api.user.UsersResource;
import org.junit.jupiter.api.Test;

/** No text comes in past the one text type, neither in the bodies of the interface nor in the forms of the pages. */
class TextInputTest {
    /** What pages read as it was sent: secrets, words of their own that are compared and never kept, and a reason to see whether one was typed. */
    private static final Set<String> NO_TEXTS = Set.of(
            "password",
            "version",
            "rows",
            "row",
            "who",
            "move",
            "key",
            "base",
            "hpr",
            "vis",
            "affiliation",
            "seats",
            "fra",
            "seen",
            "svar",
            "nokkel",
            "hash",
            "offers",
            "answerBy",
            "steg",
            "id",
            "area",
            "reason",
            "old",
            "again",
            "hospital",
            "j_username",
            "j_password");

    private final ObjectMapper json = new ObjectMapper();

    TextInputTest() {
        new StrictJson().customize(json);
    }

    record Careless(@JsonDeserialize(using = Raw.class) String text, List<String> fine) {}

    static class Raw extends com.fasterxml.jackson.databind.deser.std.StringDeserializer {
        private static final long serialVersionUID = 1;
    }

    @Test
    void each_text_of_each_body_goes_through_the_text_type() throws IOException {
        Set<Class<?>> bodies = new LinkedHashSet<>();
        for (Method method : Endpoints.all()) {
            for (Parameter parameter : method.getParameters()) {
                collect(parameter.getParameterizedType(), bodies);
            }
        }
        assertThat(bodies).hasSizeGreaterThan(15);
        List<String> past = new ArrayList<>();
        for (Class<?> body : bodies) {
            past.addAll(past(body));
        }
        assertThat(past).isEmpty();
    }

    @Test
    void a_text_that_went_past_it_would_be_found() throws IOException {
        assertThat(past(Careless.class)).containsExactly("Careless.text");
    }

    @Test
    void a_secret_is_taken_as_it_was_typed_and_a_note_keeps_its_lines() throws IOException {
        assertThat(json.readValue("{\"password\":\" a  \\u0007\"}", UsersResource.Password.class)
                        .password())
                .isEqualTo(" a  \u0007");
        assertThat(json.readValue("{\"reason\":\" a\\r\\nb \"}", RoundRequest.Reason.class)
                        .reason())
                .isEqualTo("a\nb");
        assertThat(json.readValue("{\"title\":\" a\\r\\nb \"}", RoundRequest.Change.class)
                        .title())
                .isEqualTo("a b");
    }

    @Test
    void each_text_of_each_form_goes_through_the_text_type() throws IOException {
        Pattern raw = Pattern.compile("form\\.value\\(\"([^\"]+)\"\\)(?!\\.is(?:Empty|Blank))");
        TreeSet<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/no/alisplass/web"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = raw.matcher(Files.readString(file));
                while (found.find()) {
                    read.add(found.group(1));
                }
            }
        }
        assertThat(read).isNotEmpty();
        assertThat(NO_TEXTS).containsAll(read);
    }

    private List<String> past(Class<?> body) throws IOException {
        List<String> past = new ArrayList<>();
        for (RecordComponent component : body.getRecordComponents()) {
            boolean list = component.getType() == List.class;
            Type element = list
                    ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getType();
            if (element != String.class || component.isAnnotationPresent(AsTyped.class)) {
                assertThat(component.isAnnotationPresent(AsTyped.class))
                        .as(body + "." + component.getName())
                        .isEqualTo(List.of("password", "old").contains(component.getName()));
                continue;
            }
            String value = list ? "[\"a\\u0000\"]" : "\"a\\u0000\"";
            Throwable refused =
                    catchThrowable(() -> json.readValue("{\"" + component.getName() + "\":" + value + "}", body));
            boolean number = component.getName().equals("hprNumber");
            if (!number && !(refused instanceof UnfitValueException)) {
                past.add(body.getSimpleName() + "." + component.getName());
            }
        }
        return past;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, found);
            }
        } else if (type instanceof Class<?> raw
                && raw.isRecord()
                && raw.getPackageName().startsWith("no.alisplass.api")
                && found.add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(component.getGenericType(), found);
            }
        }
    }
}
