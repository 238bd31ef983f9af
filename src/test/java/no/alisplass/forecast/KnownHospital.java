package no.alisplass.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.alisplass.domain.Wishes;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.forecast.given.Range;

/** A hospital played without the engine, first come, first served, whose queue after some years is forecast from. */
final class KnownHospital {
    private static final int BEFORE = 6;
    private static final int AFTER = 5;
    private static final int SEATS = 12;
    private static final int REPLICATIONS = 60;
    private static final Range COMING = new Range(20, 28, 40, "test");
    private static final Range LEAVING = new Range(0.01, 0.04, 0.10, "test");
    private static final Range DECLINING = new Range(0.05, 0.15, 0.30, "test");

    private final Random random;
    private final int number;
    private final double coming;
    private final double leaving;
    private final double declining;
    /** By when they came, the longest waiting first. */
    private final List<Integer> queue = new ArrayList<>();

    KnownHospital(int number) {
        this.number = number;
        random = new Random(1_000 + number);
        coming = COMING.at(random.nextDouble());
        leaving = LEAVING.at(random.nextDouble());
        declining = DECLINING.at(random.nextDouble());
        for (int d = 0; d < 40; d++) {
            queue.add(-1);
        }
        for (int t = 0; t < BEFORE; t++) {
            halfYear(t, true);
        }
    }

    /** Whether the queue some half-years later is within the band that was forecast. */
    boolean isHeld() {
        List<QueuedDoctor> waiting = new ArrayList<>();
        for (int came : queue) {
            waiting.add(Hospitals.doctor(1 + waiting.size(), "3201", 30 + BEFORE - came, Wishes.NONE));
        }
        Assumptions assumptions = Assumptions.nothing()
                .with(Assumption.NEW_DOCTORS, COMING)
                .with(Assumption.WITHDRAWAL, LEAVING)
                .with(Assumption.DECLINE, DECLINING)
                .with(Arrivals.RANDOM);
        ForecastInput input = new ForecastInput(
                waiting,
                List.of(Hospitals.area("3201")),
                assumptions,
                Hospitals.plan(1, SEATS, AFTER, 1),
                Hospitals.policy());
        ForecastResult forecast = Forecast.of(input, number, REPLICATIONS, 1);
        int asked = 1 + number % (AFTER - 1);
        for (int t = 0; t <= asked; t++) {
            halfYear(BEFORE + t, t > 0);
        }
        return forecast.halfYears().get(asked).queue().holds(queue.size());
    }

    /** @param leave whether anybody leaves: before the first half-year of a forecast nobody does */
    private void halfYear(int t, boolean leave) {
        double rest = Math.exp(-coming / 2);
        for (double product = random.nextDouble(); product > rest; product *= random.nextDouble()) {
            queue.add(t);
        }
        if (leave) {
            queue.removeIf(came -> random.nextDouble() < leaving);
        }
        List<Integer> offered = new ArrayList<>(queue.subList(0, Math.min(SEATS, queue.size())));
        queue.subList(0, offered.size()).clear();
        offered.removeIf(came -> random.nextDouble() >= declining);
        queue.addAll(0, offered);
    }
}
