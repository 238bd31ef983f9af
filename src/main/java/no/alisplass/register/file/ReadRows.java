package no.alisplass.register.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.ListRules;
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

    /** The numbers of all its doctors that can be read. */
    public Set<HprNumber> numbers() {
        return doctors.values().stream()
                .map(doctor -> doctor.entry().hpr())
                .filter(hpr -> hpr != null)
                .collect(Collectors.toSet());
    }

    /**
     * What it comes to as a list. To be asked once.
     *
     * @param known what stands of doctors: a column that the file has not says nothing of them
     */
    public Reading asList(Map<HprNumber, WaitlistEntry> known, ListRules rules) {
        KeptColumns kept = new KeptColumns(absent);
        Map<Integer, ReadRow> told = new TreeMap<>();
        doctors.forEach((row, doctor) -> {
            WaitlistEntry entry = doctor.entry();
            WaitlistEntry before = entry.hpr() == null ? null : known.get(entry.hpr());
            told.put(row, before == null ? doctor : ReadRow.of(kept.entry(entry, before)));
        });
        Map<Integer, WaitlistEntry> entries = new TreeMap<>();
        told.forEach((row, doctor) -> entries.put(row, doctor.entry()));
        return new ReadRows(told, absent, inFile, remarks, table, asked).checked(all -> rules.check(entries, all));
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
