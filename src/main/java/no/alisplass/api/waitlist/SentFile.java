package no.alisplass.api.waitlist;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.grid.GridReader;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files of doctors as they come in and go out at this door. */
public final class SentFile {
    /** One byte more than is allowed is enough to know that there is too much. */
    private static final int MAX_BYTES = GridReader.MAX_BYTES + 1;

    private SentFile() {}

    public static Response answer(byte[] content, FileFormat format, String name) {
        return Response.ok(content)
                .type(format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @param format {@code xlsx} or {@code csv} */
    public static FileFormat format(String format) {
        return FileFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }

    /** @param columns each the name in the file, an equals sign and the name of ours; null for none, as {@code ignore} */
    public static ColumnAnswers answers(List<String> columns, List<String> ignore) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String column : columns == null ? List.<String>of() : columns) {
            int sign = column.lastIndexOf('=');
            if (sign < 1) {
                Answers.of(Result.<Void>invalid(Finding.of("columns", column, "waitlist.column-answer-form", column)));
            }
            meanings.put(
                    column.substring(0, sign).strip(),
                    column.substring(sign + 1).strip());
        }
        Set<String> leftOut = new LinkedHashSet<>();
        for (String column : ignore == null ? List.<String>of() : ignore) {
            leftOut.add(column.strip());
        }
        return new ColumnAnswers(meanings, leftOut);
    }

    /** @param file null when none was sent, which is refused */
    public static byte[] bytes(FileUpload file) {
        if (file == null) {
            return Answers.of(Result.<byte[]>invalid(Finding.of("file", null, "waitlist.file-missing")));
        }
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
