package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploaded lists hold names and numbers: nobody else can look, and nothing stays behind. */
class UploadFolderTest {
    private static final long NOBODY = 999_999_999_999L;

    @TempDir
    Path data;

    @Test
    void only_the_owner_can_look_into_it() throws IOException {
        Path folder = UploadFolder.of(data, NOBODY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_killed_process_left_is_gone_and_what_a_living_one_reads_stays() throws IOException {
        long living = ProcessHandle.current().pid();
        Path left = Files.createDirectories(data.resolve("uploads").resolve(Long.toString(NOBODY)));
        Files.writeString(left.resolve("liste.csv"), "Kari Nordmann");
        Path read = Files.createDirectories(data.resolve("uploads").resolve(Long.toString(living)));
        Files.writeString(read.resolve("liste.csv"), "Ola Nordmann");

        Path own = UploadFolder.of(data, NOBODY - 1);

        assertThat(left).doesNotExist();
        assertThat(read.resolve("liste.csv")).exists();
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void a_process_that_gets_the_number_of_one_that_was_killed_begins_empty() throws IOException {
        Path left = Files.createDirectories(data.resolve("uploads").resolve(Long.toString(NOBODY)));
        Files.writeString(left.resolve("liste.csv"), "Kari Nordmann");
        assertThat(UploadFolder.of(data, NOBODY)).isEmptyDirectory();
    }
}
