package no.alisplass.web.shell;

import jakarta.enterprise.context.RequestScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What the browser sent with a form. */
@RequestScoped
public class FormRequest {
    /**
     * A file that was sent.
     *
     * @param name as the sender's machine calls it; never a path on this one
     * @param content where it lies until the request is answered
     */
    public record Upload(String name, Path content) {}

    /** The fields of the form, as typed. */
    public Form form() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        FormData data = CurrentRequestManager.get().getFormData();
        if (data != null) {
            for (String name : data) {
                List<String> all = new ArrayList<>();
                data.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value -> all.add(value.getValue()));
                values.put(name, all);
            }
        }
        values.remove(OnceGuard.FIELD);
        return Form.of(values);
    }

    /** What tells this form with this content from all others; empty for one with a file, and for one without a key. */
    Optional<String> once() {
        FormData data = CurrentRequestManager.get().getFormData();
        if (data == null || data.get(OnceGuard.FIELD) == null) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        for (String name : data) {
            for (FormValue value : data.get(name)) {
                if (value.isFileItem()) {
                    return Optional.empty();
                }
                all.append(name.length())
                        .append(name)
                        .append(value.getValue().length())
                        .append(value.getValue());
            }
        }
        return Optional.of(all.toString());
    }

    /** The file of that field; empty when none was chosen. */
    public Optional<Upload> file(String field) {
        FormData data = CurrentRequestManager.get().getFormData();
        FormValue value = data == null || data.get(field) == null ? null : data.getFirst(field);
        if (value == null
                || !value.isFileItem()
                || value.getFileName() == null
                || value.getFileName().isBlank()) {
            return Optional.empty();
        }
        String name = value.getFileName().replaceAll("^.*[/\\\\]", "");
        return Optional.of(new Upload(name, value.getFileItem().getFile()));
    }
}
