package no.alisplass.web.municipality;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.grid.GridReader;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;

/** Files of doctors as a browser sends and gets them. */
public final class SentFile {
    /** One byte more than is allowed is enough to know that there is too much. */
    private static final int MAX_BYTES = GridReader.MAX_BYTES + 1;

    private static final String LEAVE_OUT = "-";

    private SentFile() {}

    public static byte[] bytes(FormRequest.Upload file) {
        try (InputStream in = Files.newInputStream(file.content())) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What columns are that have no name of ours; each answer is a column's name, "-" for none, or blank for not yet. */
    public static ColumnAnswers answers(Form form) {
        List<String> names = form.all("column");
        List<String> given = form.all("meaning");
        Map<String, String> meanings = new LinkedHashMap<>();
        Set<String> leftOut = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(names.size(), given.size()); i++) {
            if (given.get(i).equals(LEAVE_OUT)) {
                leftOut.add(names.get(i));
            } else if (!given.get(i).isBlank()) {
                meanings.put(names.get(i), given.get(i));
            }
        }
        return new ColumnAnswers(meanings, leftOut);
    }

    public static Response answer(byte[] content, FileFormat format, String name) {
        return Response.ok(content)
                .type(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
