package no.alisplass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import no.alisplass.database.Backup;
import no.alisplass.database.DataFolder;
import no.alisplass.database.Restore;
import no.alisplass.platform.StartRefused;

/** {@code alis backup <file>} and {@code alis restore <file>}. */
public final class BackupTool {
    private static final int MISUSED = 2;

    private BackupTool() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** The exit code: 0 when it is done, 1 when it was refused, 2 when it is not said what to do. */
    static int run(String... arguments) {
        if (arguments.length != 2) {
            System.err.println(
                    "Say the file: ./alis backup alis-2027-03-01.tar.gz, or ./alis restore alis-2027-03-01.tar.gz.");
            return MISUSED;
        }
        Path folder = DataFolder.configured();
        Path file = Path.of(arguments[1]);
        try {
            if (arguments[0].equals("backup")) {
                Backup.write(folder, file);
                System.out.println("The database and the secrets of " + folder + " are in " + file
                        + ". It holds personal data and passwords: keep it as you keep them.");
            } else {
                Restore.into(folder, file);
                System.out.println(
                        "The data folder " + folder + " is as it was when " + file + " was made. Start: ./alis serve");
            }
            return 0;
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
        } catch (IOException | SQLException failed) {
            System.err.println("It could not be done, and nothing was changed: " + failed.getMessage());
        }
        return 1;
    }
}
