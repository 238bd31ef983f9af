package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.file.ColumnAnswers;
import no.alisplass.register.file.FileKind;
import no.alisplass.register.file.Reading;
import no.alisplass.register.intake.FiledDoctors;
import no.alisplass.register.intake.FiledRow;
import no.alisplass.web.municipality.FilePreview;
import no.alisplass.web.text.Texts;

/**
 * A file beside the register, as people are shown it.
 *
 * @param key what to take in
 * @param summary how many rows stand how
 * @param whole what is to say of the file as such
 * @param asked the columns that must be answered for
 * @param meanings what they can be
 * @param absent the names of columns that the file has not; empty for none
 * @param groups the rows that can be taken in
 * @param takeable how many those are, shown or not, but for those that reopen
 * @param reopened how many closed doctors can be opened again, shown or not
 * @param faults what must be corrected
 * @param held the doctors whom others have
 * @param unchanged the doctors who are as they were
 * @param missing those who are not in the file
 * @param shown how many of those that can be taken in are shown; null for all of them
 */
@TemplateData
public record FiledInWords(
        String key,
        String name,
        String summary,
        boolean broken,
        List<FilePreview.Mark> whole,
        List<Reading.Asked> asked,
        List<String> meanings,
        String absent,
        List<Group> groups,
        int takeable,
        int reopened,
        List<Row> faults,
        List<Row> held,
        List<Row> unchanged,
        List<Missing> missing,
        Integer shown) {
    /** More are no help on a page. */
    private static final int MOST = 200;

    /** @param kind of rows, by which its texts are called @param ticked whether they are chosen from the start */
    @TemplateData
    public record Group(String kind, boolean ticked, List<Row> rows) {}

    /** @param marks what is to say of the row @param fields what is other than in the register */
    @TemplateData
    public record Row(
            int number, String name, String hpr, List<FilePreview.Mark> marks, List<ChangeInWords.Field> fields) {}

    /** @param href where the doctor is closed */
    @TemplateData
    public record Missing(String name, String hpr, String href) {}

    static FiledInWords of(FiledDoctors looked, DoctorInWords words) {
        List<Group> groups = new ArrayList<>();
        int left = MOST;
        int takeable = 0;
        int shown = 0;
        for (String kind : List.of("CHANGED", "NEW", "REOPENED")) {
            List<FiledRow> all = looked.rows().stream().filter(isOf(kind)).toList();
            boolean reopens = kind.equals("REOPENED");
            takeable += all.size();
            // Nobody is to be opened again unseen because others are many.
            List<Row> rows = all.stream()
                    .limit(reopens ? MOST : left)
                    .map(row -> row(row, words))
                    .toList();
            left -= rows.size();
            shown += rows.size();
            if (!rows.isEmpty()) {
                groups.add(new Group(kind, !reopens, rows));
            }
        }
        int reopened = (int) looked.rows().stream().filter(FiledRow::reopens).count();
        return new FiledInWords(
                looked.key(),
                looked.name(),
                summary(looked),
                looked.isBroken(),
                looked.whole().stream().map(FiledInWords::whole).toList(),
                looked.canBeAnswered() ? looked.reading().asked() : List.of(),
                ColumnAnswers.possible(FileKind.REGISTER).stream()
                        .filter(meaning -> !looked.reading().table().columns().contains(meaning))
                        .toList(),
                looked.isBroken()
                        ? ""
                        : looked.absent().stream().map(Column::header).collect(Collectors.joining(", ")),
                groups,
                takeable - reopened,
                reopened,
                rows(looked, FiledRow.State.FAULTY, words),
                rows(looked, FiledRow.State.HELD_ELSEWHERE, words),
                rows(looked, FiledRow.State.UNCHANGED, words),
                looked.missing().stream().map(FiledInWords::missing).toList(),
                shown < takeable ? shown : null);
    }

    /** Whether there are rows to take in. */
    public boolean isChoosable() {
        return takeable + reopened > 0;
    }

    /** Whether there is anything to do with it. */
    public boolean isUsable() {
        return isChoosable() || !unchanged.isEmpty();
    }

    private static Predicate<FiledRow> isOf(String kind) {
        return row -> row.state().isTakeable()
                && (row.reopens() ? kind.equals("REOPENED") : row.state().name().equals(kind));
    }

    private static String summary(FiledDoctors looked) {
        List<String> counts = new ArrayList<>();
        int reopened = (int) looked.rows().stream().filter(FiledRow::reopens).count();
        for (FiledRow.State state : FiledRow.State.values()) {
            int count = looked.count(state) - (state == FiledRow.State.CHANGED ? reopened : 0);
            if (count > 0) {
                counts.add(Texts.of("register-filed-count-" + state, count));
            }
            if (state == FiledRow.State.CHANGED && reopened > 0) {
                counts.add(Texts.of("register-filed-count-REOPENED", reopened));
            }
        }
        return Texts.of("register-filed", String.join(", ", counts));
    }

    private static List<Row> rows(FiledDoctors looked, FiledRow.State state, DoctorInWords words) {
        return looked.rows().stream()
                .filter(row -> row.state() == state)
                .map(row -> row(row, words))
                .toList();
    }

    private static Row row(FiledRow row, DoctorInWords words) {
        return new Row(
                row.number(),
                row.name(),
                row.hpr() == null ? "" : row.hpr().digits(),
                row.remarks().stream().map(FilePreview::left).toList(),
                ChangeInWords.fields(row.differences(), words));
    }

    private static FilePreview.Mark whole(Remark remark) {
        return FilePreview.mark(
                remark, remark.row() == null ? "" : Texts.of("preview-row") + " " + remark.row() + ": ");
    }

    private static Missing missing(RegisteredDoctor doctor) {
        return new Missing(
                doctor.facts().entry().name(),
                doctor.hpr().digits(),
                OwnRegister.address(doctor.hpr()) + "?avslutt=ja");
    }
}
