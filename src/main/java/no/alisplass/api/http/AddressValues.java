package no.alisplass.api.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Dates;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;

/**
 * Reads what stands in addresses, headers and form fields: texts in the one form of texts, and after the question mark
 * numbers, dates and words, each refused with its name, what stood there and what to write instead.
 */
@Provider
public class AddressValues implements ParamConverterProvider {
    private static final int MOST = 4000;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = reader(type, annotations);
        return reader == null ? null : (ParamConverter<T>) new Converter(reader);
    }

    private static Function<String, ?> reader(Class<?> type, Annotation[] annotations) {
        if (type == String.class) {
            String name = name(annotations, PathParam.class)
                    .or(() -> name(annotations, QueryParam.class))
                    .orElse("text");
            return typed -> text(name, typed);
        }
        return name(annotations, QueryParam.class)
                .<Function<String, ?>>map(name -> afterTheQuestionMark(type, name))
                .orElse(null);
    }

    private static Function<String, ?> afterTheQuestionMark(Class<?> type, String name) {
        if (type == int.class || type == Integer.class) {
            return typed ->
                    Math.toIntExact(Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole(name, typed))));
        }
        if (type == long.class || type == Long.class) {
            return typed -> whole(name, typed);
        }
        if (type == LocalDate.class) {
            return typed -> day(name, typed);
        }
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .toList();
            return typed -> words.contains(typed)
                    ? type.getEnumConstants()[words.indexOf(typed)]
                    : refuse(name, typed, "api.address-word", words.stream().collect(Collectors.joining(", ")));
        }
        return null;
    }

    private static String text(String name, String typed) {
        Read<String> read = Text.readLine(typed, MOST);
        if (read.isFault()) {
            throw new RefusedException(Result.Kind.INVALID, List.of(read.fault().at(name, typed)));
        }
        return read.isBlank() ? "" : read.value();
    }

    private static LocalDate day(String name, String typed) {
        Read<LocalDate> read = Dates.day(typed);
        if (read.isFault()) {
            throw new RefusedException(Result.Kind.INVALID, List.of(read.fault().at(name, typed)));
        }
        return read.isBlank() ? refuse(name, typed, "api.address-date") : read.value();
    }

    private static long whole(String name, String typed) {
        return WHOLE.matcher(typed).matches() ? Long.parseLong(typed) : refuse(name, typed, "api.address-whole-number");
    }

    private static <T> T refuse(String name, String typed, String code, Object... arguments) {
        String shown = Text.shown(typed);
        throw new RefusedException(
                Result.Kind.INVALID, List.of(Finding.of(name, shown, code, prepend(shown, arguments))));
    }

    private static Object[] prepend(Object first, Object... rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static Optional<String> name(Annotation[] annotations, Class<? extends Annotation> kind) {
        return Arrays.stream(annotations)
                .filter(kind::isInstance)
                .map(each -> each instanceof QueryParam query ? query.value() : ((PathParam) each).value())
                .findFirst();
    }

    /** One way: nothing writes addresses here. */
    private record Converter(Function<String, ?> reader) implements ParamConverter<Object> {
        @Override
        public Object fromString(String typed) {
            return reader.apply(typed);
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
