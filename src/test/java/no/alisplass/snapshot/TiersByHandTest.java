package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Stay;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/ranking.md are what the product makes of such a doctor, and add up. */
class TiersByHandTest {
    private static final DepartmentId LUNG = new DepartmentId("lunge");
    private static final DepartmentId GERIATRICS = new DepartmentId("geriatri");
    private static final DepartmentId PSYCHIATRY = new DepartmentId("psykiatri");
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final HalfYear AUTUMN = HalfYear.parse("2027-H");

    private record Row(int tier, String option, Map<String, Integer> columns) {
        String line() {
            return tier + " " + option;
        }
    }

    /** The rows of the table under a heading, by what the columns are called. */
    private static List<Row> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/ranking.md"));
        List<List<String>> cells = lines.stream()
                .skip(lines.indexOf("### " + heading) + 1L)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (List<String> row : cells.subList(2, cells.size())) {
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (int c = 2; c < row.size(); c++) {
                columns.put(cells.get(0).get(c), Integer.parseInt(row.get(c)));
            }
            rows.add(new Row(Integer.parseInt(row.get(0)), row.get(1), columns));
        }
        return rows;
    }

    private static Stay stay(HalfYear halfYear, String... departments) {
        List<Leg> legs = Arrays.stream(departments)
                .map(department -> new Leg(new DepartmentId(department), 6 / departments.length))
                .toList();
        return new Stay(new PositionId(String.join("-", departments)), halfYear, legs);
    }

    private record Offer(int tier, List<Stay> stays) {}

    /** Each stay alone and, for two, each pair of different departments. */
    private static List<Offer> tiers(Wishes wishes, boolean two, Stay... offered) {
        List<List<Stay>> offers = new ArrayList<>();
        for (Stay first : offered) {
            offers.add(List.of(first));
            for (Stay second : offered) {
                boolean pair = first.halfYear().until(second.halfYear()) == 1
                        && !first.position().equals(second.position());
                if (two && pair) {
                    offers.add(List.of(first, second));
                }
            }
        }
        Comparator<List<Stay>> order = new WishOrder(wishes, SPRING).comparator();
        offers.sort(order);
        List<Offer> tiers = new ArrayList<>();
        int tier = 0;
        for (int o = 0; o < offers.size(); o++) {
            tier += o > 0 && order.compare(offers.get(o - 1), offers.get(o)) != 0 ? 1 : 0;
            tiers.add(new Offer(tier, offers.get(o)));
        }
        return tiers;
    }

    private static Wishes wishes(WishWeight weight, List<Set<DepartmentId>> ranked) {
        return new Wishes(ranked, false, Set.of(), null, Set.of(), weight);
    }

    private static String text(Offer option) {
        return option.stays().stream()
                .map(stay -> stay.position() + " " + stay.halfYear())
                .collect(Collectors.joining(" + "));
    }

    /** The table has these options in these tiers, its columns are what the rule says, and a tier is where the columns are the same. */
    private static void holds(List<Row> rows, List<Offer> options, Map<String, Integer> ranks) {
        assertThat(rows.stream().map(Row::line))
                .containsExactlyInAnyOrderElementsOf(options.stream()
                        .map(option -> option.tier() + " " + text(option))
                        .toList());
        List<List<Integer>> tiers = rows.stream()
                .map(row -> List.copyOf(row.columns().values()))
                .distinct()
                .toList();
        for (Row row : rows) {
            assertThat(tiers.indexOf(List.copyOf(row.columns().values()))).isEqualTo(row.tier());
            Offer option = options.stream()
                    .filter(one -> text(one).equals(row.option()))
                    .findFirst()
                    .orElseThrow();
            List<Leg> legs = option.stays().stream()
                    .flatMap(stay -> stay.legs().stream())
                    .toList();
            row.columns().forEach((name, value) -> assertThat(value)
                    .as(row + " " + name)
                    .isEqualTo(
                            switch (name) {
                                case "stays" -> option.stays().size();
                                case "ranks by months" -> ranksByMonths(legs, ranks);
                                case "worst" ->
                                    legs.stream()
                                            .mapToInt(leg ->
                                                    ranks.get(leg.department().value()))
                                            .max()
                                            .orElseThrow();
                                case "first part" ->
                                    ranksByMonths(option.stays().get(0).legs(), ranks);
                                case "wait" -> option.stays().get(0).halfYear().equals(SPRING) ? 0 : 1;
                                default -> throw new AssertionError("The table has a column " + name);
                            }));
        }
    }

    private static int ranksByMonths(List<Leg> legs, Map<String, Integer> ranks) {
        int sum = 0;
        for (Leg leg : legs) {
            sum += ranks.get(leg.department().value()) * leg.months();
        }
        return sum;
    }

    private static final Stay[] ONE = {
        stay(SPRING, "lunge"),
        stay(AUTUMN, "lunge"),
        stay(SPRING, "geriatri"),
        stay(SPRING, "geriatri", "lunge"),
        stay(SPRING, "onh")
    };

    @Test
    void one_stay() throws IOException {
        Wishes wishes = wishes(WishWeight.DEPARTMENT, List.of(Set.of(LUNG), Set.of(GERIATRICS)));
        holds(table("One stay"), tiers(wishes, false, ONE), Map.of("lunge", 0, "geriatri", 1, "onh", 2));
    }

    @Test
    void the_start_first() throws IOException {
        Wishes wishes = wishes(WishWeight.START, List.of(Set.of(LUNG), Set.of(GERIATRICS)));
        holds(table("The start first"), tiers(wishes, false, ONE), Map.of("lunge", 0, "geriatri", 1, "onh", 2));
    }

    @Test
    void two_stays() throws IOException {
        Wishes wishes = wishes(WishWeight.DEPARTMENT, List.of(Set.of(LUNG), Set.of(GERIATRICS, PSYCHIATRY)));
        List<Offer> options = tiers(
                wishes,
                true,
                stay(SPRING, "lunge"),
                stay(SPRING, "geriatri"),
                stay(SPRING, "psykiatri"),
                stay(AUTUMN, "lunge"),
                stay(AUTUMN, "geriatri"),
                stay(AUTUMN, "psykiatri"),
                stay(AUTUMN, "onh"));
        holds(table("Two stays"), options, Map.of("lunge", 0, "geriatri", 1, "psykiatri", 1, "onh", 2));
    }
}
