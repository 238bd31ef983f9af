package no.alisplass.forecast.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Phasing;

/** A result in plain text: bands, and what they assume beside them. */
public final class ForecastText {
    private static final int AREAS_SHOWN = 10;
    private static final String NOBODY = "–";

    private final StringBuilder text = new StringBuilder();

    private ForecastText() {}

    /** @param withoutNeed how many of the register need no more service. @param backwards null where no goal was set */
    public static String of(ForecastResult result, BackwardsResult backwards, int withoutNeed) {
        ForecastText summary = new ForecastText();
        summary.head(result, withoutNeed);
        summary.plan(result);
        summary.halfYears(result);
        summary.areas(result);
        summary.doctors(result);
        if (backwards != null) {
            summary.backwards(backwards);
        }
        summary.assumptions(result);
        return summary.text.toString();
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values).stripTrailing()).append('\n');
    }

    private void head(ForecastResult result, int withoutNeed) {
        List<ForecastResult.Row> rows = result.halfYears();
        line(
                "Forecast from %s to %s, %d half-years, %d replications, seed %d.",
                rows.get(0).halfYear(),
                rows.get(rows.size() - 1).halfYear(),
                rows.size(),
                result.replications(),
                result.seed());
        line("Policy %s version %d decides each round.", result.policy(), result.policyVersion());
        line(
                "%d doctors wait as it begins.%s%s",
                result.queued(),
                result.notEligible() == 0
                        ? ""
                        : " " + result.notEligible() + " of them cannot take part in the first round, by the policy: "
                                + reasons(result) + ".",
                withoutNeed == 0
                        ? ""
                        : " " + withoutNeed + " more in the register need no more service and are left out.");
        line(
                "Each band is 10 %% – 50 %% – 90 %% of the replications: at most one in ten came out below it, and at most one in ten above.");
        line("It says what follows from the assumptions below, not what will happen.");
        if (result.unproven() > 0) {
            line(
                    "In %d cases the search neither found nor ruled out something better for a doctor.",
                    result.unproven());
        }
        line("");
    }

    /** By the policy's own words; who has several reasons stands at each. */
    private static String reasons(ForecastResult result) {
        return result.notEligibleBy().stream()
                .map(each -> each.word() + " " + each.doctors())
                .collect(Collectors.joining(", "));
    }

    private void plan(ForecastResult result) {
        line(
                "Seats of each position from a half-year on, until another number is told; each half-year's are in plan.csv.");
        for (ForecastResult.PositionRow each : result.positions()) {
            List<String> from = new ArrayList<>();
            for (int at = 0; at < each.seats().size(); at++) {
                if (at == 0 || !each.seats().get(at).equals(each.seats().get(at - 1))) {
                    from.add(result.halfYears().get(at).halfYear() + " "
                            + each.seats().get(at));
                }
            }
            line("  %s: %s", each.position(), String.join(", ", from));
        }
        line("");
    }

    private void halfYears(ForecastResult result) {
        line(
                "%-9s %5s  %-16s %-16s %-14s %-16s %-16s %-18s",
                "Half-year",
                "seats",
                "queue at its end",
                "placed",
                "unused seats",
                "months waited by",
                "months waited by",
                "% served within");
        line(
                "%-9s %5s  %-16s %-16s %-14s %-16s %-16s %-18s",
                "", "", "", "", "", "those placed", "those waiting", "five years");
        for (ForecastResult.Row row : result.halfYears()) {
            line(
                    "%-9s %5d  %-16s %-16s %-14s %-16s %-16s %-18s",
                    row.halfYear(),
                    row.seats(),
                    band(row.queue()),
                    band(row.placed()),
                    band(row.unused()),
                    band(row.waitOfPlaced()),
                    band(row.waitOfWaiting()),
                    percent(row.withinFiveYears()));
        }
        line(
                "Months waited are of all doctors in all replications together, in whole half-years; counted from the wished start, or, where");
        line("none is told that is earlier, from the first half-year of the forecast.");
        line("");
    }

    private void areas(ForecastResult result) {
        int shown = Math.min(AREAS_SHOWN, result.areas().size());
        line("Areas hit hardest, %d of %d", shown, result.areas().size());
        line("%-28s %-18s %-18s %-18s", "", "months waited", "placed", "waiting at the end");
        for (ForecastResult.AreaRow row : result.areas().subList(0, shown)) {
            line(
                    "%-28s %-18s %-18s %-18s",
                    row.area() + " " + row.name(), band(row.waits()), band(row.placed()), band(row.queue()));
        }
        line("");
    }

    /** How many, without saying who: that stands in a table of its own. */
    private void doctors(ForecastResult result) {
        HalfYear last = result.halfYears().get(result.halfYears().size() - 1).halfYear();
        Map<String, Integer> likely = new TreeMap<>();
        int never = 0;
        for (ForecastResult.DoctorRow row : result.doctors()) {
            if (row.middle() == null) {
                never++;
            } else {
                likely.merge(row.middle().toString(), 1, Integer::sum);
            }
        }
        List<String> told = new ArrayList<>();
        result.halfYears().stream()
                .map(row -> row.halfYear().toString())
                .filter(likely::containsKey)
                .forEach(halfYear -> told.add(halfYear + " " + likely.get(halfYear)));
        told.add("not by " + last + " " + never);
        line(
                "Those who wait today, by the half-year they have begun in by half of the replications in which they do not leave before:");
        line("  %s", String.join(", ", told));
        line("Each doctor's own half-years, 10 %% – 50 %% – 90 %%, are in doctors.csv.");
        line("");
    }

    private void backwards(BackwardsResult result) {
        Goal goal = result.goal();
        String what = goal.isOfQueue()
                ? "the queue as " + goal.by() + " ends is no longer than as the first half-year ends"
                : percent(goal.share()) + " % of those placed in " + goal.by() + " or waiting as it ends wait under "
                        + goal.underMonths() + " months";
        line("Goal: %s, in %s %% of the replications.", what, percent(goal.certainty()));
        for (BackwardsResult.Tried answer : result.answers()) {
            line("%s: %s", answer.more() == 0 ? "The plan as it stands reaches it" : phased(answer), told(answer));
        }
        for (Phasing phasing : Phasing.values()) {
            boolean answered =
                    result.answers().stream().anyMatch(each -> each.phasing() == phasing || each.more() == 0);
            result.tried().stream()
                    .filter(each -> !answered && each.phasing() == phasing)
                    .max(Comparator.comparingInt(BackwardsResult.Tried::more))
                    .ifPresent(most -> line(
                            "Not even %s reach it: %s, unused seats %s.%s",
                            phased(most),
                            told(most),
                            band(most.unused()),
                            most.unused().middle() > 0
                                    ? " What is in the way is not seats alone: see limits of areas, wishes, leave, eligibility."
                                    : ""));
        }
        line(
                "Tried with %d replications, the same doctors with the same fates in each plan; the seats go to the plan's positions in turn:",
                result.replications());
        List<String> tried = new ArrayList<>();
        for (BackwardsResult.Tried each : result.tried()) {
            tried.add(Text.word(each.phasing()) + " +" + each.more() + (each.met() ? " yes" : " no"));
        }
        line("  %s", String.join(", ", tried));
        line("");
    }

    private static String phased(BackwardsResult.Tried answer) {
        String how =
                switch (answer.phasing()) {
                    case AT_ONCE -> "from the first half-year";
                    case IN_TWO_STEPS -> "in two steps";
                    case EVENLY -> "in equal steps";
                };
        return answer.more() + " seats more in each half-year, phased in " + how;
    }

    private static String told(BackwardsResult.Tried answer) {
        return answer.seats() + " seats then, queue " + band(answer.queue())
                + (answer.under() == null ? "" : ", " + percent(answer.under()) + " % under it")
                + ", reached in " + percent(answer.reached()) + " % of the replications";
    }

    private void assumptions(ForecastResult result) {
        line("Assumed (low – likely – high; * is the default)");
        for (ForecastResult.Assumed each : result.assumptions()) {
            Assumption which = Assumption.of(each.name()).orElseThrow();
            line(
                    "%s%s%s  %s – %s – %s  %s",
                    each.name(),
                    each.area() == null ? "" : " " + each.area(),
                    each.usual() ? " *" : "",
                    number(each.low()),
                    number(each.likely()),
                    number(each.high()),
                    which.meaning());
            line("    %s", each.source());
        }
        line(
                "Shares and numbers are drawn once for each replication, months once for each doctor; new doctors come %s.",
                result.arrivals().equals("even") ? "evenly" : "at random, so many on average");
        line(
                "%s",
                result.furtherOffers() == 0
                        ? "Places that are declined stay empty."
                        : "Places that are declined are given again to those without one, "
                                + (result.furtherOffers() == 1 ? "once" : result.furtherOffers() + " times")
                                + "; what is declined then stays empty. Nobody who has said yes is moved to something better.");
        line(
                "New doctors wish as those who wait today. Of those in the register nobody leaves or moves before the second half-year, and what the "
                        + "register says of leave holds for the first round.");
    }

    private static String band(Band band) {
        return band == null ? NOBODY : number(band.low()) + " – " + number(band.middle()) + " – " + number(band.high());
    }

    private static String percent(Band band) {
        return band == null
                ? NOBODY
                : percent(band.low()) + " – " + percent(band.middle()) + " – " + percent(band.high());
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
