package no.alisplass.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Objective;

/** The files of a sample round by their path in its folder, always the same bytes for the same round. */
final class RoundFiles {
    private static final String FOLDER = "ventelister/";
    private static final String POLICY = "ahus-2020";

    private final SampleRound round;
    private final Parameters parameters;

    RoundFiles(SampleRound round) {
        this.round = round;
        this.parameters = round.parameters();
    }

    Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("README.md", Readme.of(round).getBytes(StandardCharsets.UTF_8));
        files.put("runde.json", JsonFile.write(plan()));
        files.put("plasser.json", JsonFile.write(Map.of("seats", seats())));
        files.put("lister.json", JsonFile.write(Map.of("lists", lists())));
        if (parameters.rules().asksAgreed()) {
            files.put("avtaler.json", JsonFile.write(Map.of("agreements", SampleAgreements.of(parameters.areas()))));
        }
        for (int i = 0; i < round.lists().size(); i++) {
            SampleList list = round.lists().get(i);
            files.put(FOLDER + list.fileName(), bytes(list, new AreaStyle(i % SampleDepartment.WAYS)));
        }
        return files;
    }

    private byte[] bytes(SampleList list, AreaStyle writing) {
        String code = list.area().code().value();
        return switch (list.format()) {
            case XLSX ->
                XlsxFile.write(
                        "Venteliste " + list.area().name() + ", " + title(),
                        new Columns(writing, doctor -> Integer.valueOf(code)).rows(list.doctors(), true));
            case CSV_1252 ->
                CsvFile.write(
                        new Columns(writing, doctor -> Integer.valueOf(code)).rows(list.doctors(), false),
                        "",
                        Charset.forName("windows-1252"));
            case CSV_UTF8 ->
                CsvFile.write(
                        new Columns(writing, doctor -> code).rows(list.doctors(), false),
                        "\ufeff",
                        StandardCharsets.UTF_8);
            case JSON -> JsonFile.write(list);
        };
    }

    private List<HalfYear> halfYears() {
        return IntStream.range(0, parameters.halfYears())
                .mapToObj(parameters.first()::plus)
                .toList();
    }

    private String title() {
        boolean spring = parameters.first().season() == HalfYear.Season.V;
        return (spring ? "vår " : "høst ") + parameters.first().year();
    }

    private String id() {
        return "ahus-" + parameters.first().toString().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("id", id());
        plan.put("hospital", "ahus");
        plan.put("title", "Ahus fra " + title());
        plan.put("halfYears", halfYears());
        plan.put("policyId", POLICY);
        plan.put("policyVersion", parameters.rules().policyVersion());
        plan.put("objective", Objective.WISHES_FIRST);
        plan.put("deadline", parameters.rules().deadline(parameters.first()).toString());
        return plan;
    }

    private List<Map<String, Object>> seats() {
        List<Map<String, Object>> seats = new ArrayList<>();
        for (SampleDepartment department : SampleDepartment.values()) {
            for (HalfYear half : halfYears()) {
                Map<String, Object> seat = new LinkedHashMap<>();
                seat.put("position", department.position());
                seat.put("halfYear", half);
                seat.put("seats", round.seatsPerPosition());
                seats.add(seat);
            }
        }
        return seats;
    }

    private List<Map<String, Object>> lists() {
        List<Map<String, Object>> lists = new ArrayList<>();
        for (SampleList list : round.lists()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("area", list.area().code());
            json.put("name", list.area().name());
            json.put("file", FOLDER + list.fileName());
            json.put("awayLimit", list.awayLimit());
            lists.add(json);
        }
        return lists;
    }
}
