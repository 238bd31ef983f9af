package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;

/** The doctors of a file as they stand there, with what is to say of the cells; nobody has asked the rules yet. */
public final class ReadRows {
    private final Map<Integer, ReadRow> doctors;
    private final Set<Column> absent;
    private final int inFile;
    private final Remarks remarks;
    private final Reading.Table table;
    private final List<Reading.Asked> asked;

    ReadRows(
            Map<Integer, ReadRow> doctors,
            Set<Column> absent,
            int inFile,
            Remarks remarks,
            Reading.Table table,
            List<Reading.Asked> asked) {
        this.doctors = Collections.unmodifiableMap(doctors);
        this.absent = absent;
        this.inFile = inFile;
        this.remarks = remarks;
        this.table = table;
        this.asked = asked;
    }

    /** By the row's number, as people see it. */
    public Map<Integer, ReadRow> doctors() {
        return doctors;
    }

    Map<Integer, WaitlistEntry> entries() {
        Map<Integer, WaitlistEntry> entries = new TreeMap<>();
        doctors.forEach((row, doctor) -> entries.put(row, doctor.entry()));
        return entries;
    }

    /** The columns that such a file can have and this one has not. */
    public Set<Column> absent() {
        return absent;
    }

    /** What the file came to. To be asked once. @param rules add what there is to say of the doctors, each under its row */
    public Reading checked(Consumer<Remarks> rules) {
        rules.accept(remarks);
        if (inFile == 0) {
            remarks.add(Severity.ERROR, null, Remarks.FILE, null, "file-without-rows");
        }
        List<Reading.Row> good = new ArrayList<>();
        if (!remarks.haveErrorOfTheWhole()) {
            doctors.forEach((row, doctor) -> {
                if (!remarks.isBad(row)) {
                    good.add(new Reading.Row(row, doctor.entry()));
                }
            });
        }
        return new Reading(good, inFile, remarks.capped(), table, asked);
    }
}
