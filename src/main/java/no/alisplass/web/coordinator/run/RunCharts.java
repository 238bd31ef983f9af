package no.alisplass.web.coordinator.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.alisplass.allocation.outcome.RunStatistics;
import no.alisplass.allocation.outcome.RunStatistics.Demand;
import no.alisplass.allocation.outcome.RunStatistics.Share;
import no.alisplass.allocation.outcome.RunStatistics.WishesMet;
import no.alisplass.domain.Affiliation;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** The pictures of a run: each a chart, a table and a download. */
final class RunCharts {
    private RunCharts() {}

    static List<Chart> all(RunStatistics counted, Names names) {
        return List.of(
                competition(counted.demand(), names),
                outcome(counted.wishesMet()),
                byName(
                        "tilknytning",
                        Texts.of("chart-affiliation"),
                        Texts.of("case-affiliation"),
                        counted.affiliations(),
                        RunCharts::affiliation,
                        false),
                byName("kommune", Texts.of("chart-area"), Texts.of("lists-area"), counted.areas(), names::area, true),
                ordered(
                        "alder",
                        Texts.of("chart-age"),
                        Texts.of("chart-age-waited"),
                        counted.waited(),
                        waited -> Texts.of("chart-age-half-years", waited)),
                ordered(
                        "start",
                        Texts.of("chart-start"),
                        Texts.of("chart-start-wanted"),
                        counted.starts(),
                        Formats::halfYear));
    }

    private static String affiliation(Affiliation affiliation) {
        return Texts.of("case-affiliation-" + (affiliation == null ? "NONE" : affiliation));
    }

    /** How many want each department, against the seats there are in all half-years. */
    private static Chart competition(List<Demand> demand, Names names) {
        return new Chart(
                "konkurranse",
                Texts.of("chart-competition"),
                Texts.of("department"),
                demand.stream().map(each -> names.department(each.department())).toList(),
                List.of(
                        new Chart.Series(
                                Texts.of("chart-first-wish"),
                                demand.stream().map(Demand::first).toList()),
                        new Chart.Series(
                                Texts.of("chart-any-wish"),
                                demand.stream().map(Demand::any).toList()),
                        new Chart.Series(
                                Texts.of("chart-seats"),
                                demand.stream().map(Demand::seats).toList())),
                false,
                false);
    }

    private static Chart outcome(WishesMet met) {
        List<String> categories = new ArrayList<>(IntStream.rangeClosed(1, RunStatistics.RANKS)
                .mapToObj(rank -> Texts.of("wish-rank", rank))
                .toList());
        List<Integer> counts = new ArrayList<>(met.ranks());
        categories.add(Texts.of("chart-later-wish", RunStatistics.RANKS + 1));
        counts.add(met.later());
        categories.add(Texts.of("wish-not-among"));
        counts.add(met.notAmong());
        categories.add(Texts.of("wish-no-wishes"));
        counts.add(met.without());
        categories.add(Texts.of("chart-waiting"));
        counts.add(met.waiting());
        return new Chart(
                "onsker",
                Texts.of("chart-outcome"),
                Texts.of("chart-result"),
                categories,
                List.of(new Chart.Series(Texts.of("lists-doctors"), counts)),
                false,
                false);
    }

    private static <K> Chart byName(
            String id,
            String title,
            String category,
            List<Share<K>> shares,
            Function<K, String> name,
            boolean horizontal) {
        List<Share<K>> sorted = shares.stream()
                .sorted(Comparator.comparing(each -> name.apply(each.of())))
                .toList();
        return placedAndWaiting(id, title, category, sorted, name, horizontal);
    }

    private static <K> Chart ordered(
            String id, String title, String category, List<Share<K>> shares, Function<K, String> name) {
        return placedAndWaiting(id, title, category, shares, name, false);
    }

    private static <K> Chart placedAndWaiting(
            String id,
            String title,
            String category,
            List<Share<K>> shares,
            Function<K, String> name,
            boolean horizontal) {
        return new Chart(
                id,
                title,
                category,
                shares.stream().map(each -> name.apply(each.of())).toList(),
                List.of(
                        new Chart.Series(
                                Texts.of("chart-placed"),
                                shares.stream().map(Share::placed).toList()),
                        new Chart.Series(
                                Texts.of("chart-waiting"),
                                shares.stream().map(Share::waiting).toList())),
                true,
                horizontal);
    }
}
