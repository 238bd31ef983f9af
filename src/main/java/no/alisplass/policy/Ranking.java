package no.alisplass.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.OrderConflict.OwnPriority;

/** A policy's strict priority order of those who can take part, and the others with their reasons. */
public final class Ranking {
    private final List<Ranked> ranked;
    private final List<IneligibleCandidate> notEligible;
    private final Map<HprNumber, Ranked> places = new HashMap<>();

    Ranking(List<Ranked> ranked, List<IneligibleCandidate> notEligible) {
        this.ranked = List.copyOf(ranked);
        this.notEligible = List.copyOf(notEligible);
        for (Ranked place : ranked) {
            places.put(place.candidate().hpr(), place);
        }
    }

    /** A candidate with what the criteria but the last compare, and with the lot of one draw. */
    private record Row(Candidate candidate, long[] key, long[] lot) {
        static Row of(Candidate candidate, List<Criterion> criteria, RankingContext occasion) {
            long[] all = new long[16];
            int length = 0;
            for (int at = 0; at < criteria.size() - 1; at++) {
                long[] one = criteria.get(at).key(candidate, occasion);
                if (length + one.length > all.length) {
                    all = Arrays.copyOf(all, 2 * all.length);
                }
                System.arraycopy(one, 0, all, length, one.length);
                length += one.length;
            }
            return new Row(candidate, all, null);
        }

        Row drawing(Criterion lottery, RankingContext occasion) {
            return new Row(candidate, key, lottery.key(candidate, occasion));
        }
    }

    /**
     * Candidates who can take part in the order of all criteria but the last, the lottery, which is drawn only where it decides: as often as is asked.
     *
     * @param runs of those whom only the lottery tells apart, one run after the other
     */
    record Undrawn(List<List<Row>> runs, Criterion lottery) {
        /** Them all, in the order of the criteria. @param occasion with the seed of this draw */
        List<Candidate> drawn(RankingContext occasion) {
            List<Candidate> ordered = new ArrayList<>();
            for (List<Row> run : runs) {
                Stream<Row> alike = run.stream();
                if (run.size() > 1) {
                    alike = alike.map(row -> row.drawing(lottery, occasion))
                            .sorted((a, b) -> Arrays.compare(a.lot(), b.lot()));
                }
                alike.map(Row::candidate).forEach(ordered::add);
            }
            return ordered;
        }
    }

    /** @param occasion of which no criterion but the last asks the seed */
    static Undrawn undrawn(List<Candidate> eligible, List<Criterion> criteria, RankingContext occasion) {
        List<Row> rows = new ArrayList<>(eligible.size());
        eligible.forEach(candidate -> rows.add(Row.of(candidate, criteria, occasion)));
        rows.sort((a, b) -> Arrays.compare(a.key(), b.key()));
        List<List<Row>> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size()
                    || !Arrays.equals(rows.get(from).key(), rows.get(to).key())) {
                runs.add(rows.subList(from, to));
                from = to;
            }
        }
        return new Undrawn(runs, criteria.get(criteria.size() - 1));
    }

    /** Whose turn may be next: a place in the list given, and what it is compared by. The lot is drawn only where it decides. */
    private static final class Turn {
        private final int place;
        private final Row row;
        private long[] lot;

        private Turn(int place, Row row) {
            this.place = place;
            this.row = row;
        }

        private long[] lot(Criterion lottery, RankingContext occasion) {
            if (lot == null) {
                lot = lottery.key(row.candidate(), occasion);
            }
            return lot;
        }
    }

    /** Each candidate's place in the list given, in the order of the criteria; the next is looked for when it is asked for. */
    static IntStream turns(List<Candidate> candidates, List<Criterion> criteria, RankingContext occasion) {
        Criterion lottery = criteria.get(criteria.size() - 1);
        Comparator<Turn> byCriteria = (a, b) -> {
            int order = Arrays.compare(a.row.key(), b.row.key());
            return order == 0 && a != b ? Arrays.compare(a.lot(lottery, occasion), b.lot(lottery, occasion)) : order;
        };
        PriorityQueue<Turn> waiting = new PriorityQueue<>(Math.max(1, candidates.size()), byCriteria);
        for (int place = 0; place < candidates.size(); place++) {
            waiting.add(new Turn(place, Row.of(candidates.get(place), criteria, occasion)));
        }
        return IntStream.range(0, candidates.size()).map(turn -> waiting.remove().place);
    }

    /** Highest priority first. */
    public List<Ranked> ranked() {
        return ranked;
    }

    /** A doctor who cannot take part, with every reason. */
    public record IneligibleCandidate(Candidate candidate, List<Finding> reasons) {
        public IneligibleCandidate {
            reasons = List.copyOf(reasons);
        }
    }

    /** By HPR number. */
    public List<IneligibleCandidate> notEligible() {
        return notEligible;
    }

    /** A doctor's place; empty when not ranked. */
    public Optional<Ranked> place(HprNumber hpr) {
        return Optional.ofNullable(places.get(hpr));
    }

    /**
     * What put one of two before the other; the order of asking does not matter.
     *
     * @throws IllegalArgumentException when one of them is not ranked, or both are the same doctor
     */
    public Decision decide(HprNumber a, HprNumber b) {
        Ranked one = ranked(a);
        Ranked other = ranked(b);
        if (one == other) {
            throw new IllegalArgumentException("A doctor cannot be compared with the same doctor.");
        }
        Ranked ahead = one.position() < other.position() ? one : other;
        Ranked behind = ahead == one ? other : one;
        for (int i = 0; i < ahead.values().size(); i++) {
            CriterionValue first = ahead.values().get(i);
            CriterionValue second = behind.values().get(i);
            if (first.compareTo(second) != 0) {
                return new Decision(ahead.candidate().hpr(), behind.candidate().hpr(), first, second);
            }
        }
        throw new IllegalStateException("No criterion tells two ranked doctors apart, not even the lottery.");
    }

    private Ranked ranked(HprNumber hpr) {
        return place(hpr).orElseThrow(() -> new IllegalArgumentException("A doctor asked about is not ranked."));
    }

    /**
     * Every pair that a municipality's own list has the other way round than the criteria, those highest in this
     * ranking first; doctors who are not ranked are left out. Grows with the square of the list, which is one area's.
     *
     * @throws IllegalArgumentException when a doctor is listed twice
     */
    public List<OrderConflict> contradictions(List<OwnPriority> own) {
        Set<HprNumber> listed = new HashSet<>();
        if (!own.stream().allMatch(entry -> listed.add(entry.hpr()))) {
            throw new IllegalArgumentException("A doctor is listed twice.");
        }
        List<OwnPriority> byCriteria = own.stream()
                .filter(entry -> places.containsKey(entry.hpr()))
                .sorted(Comparator.comparingInt(
                        (OwnPriority entry) -> places.get(entry.hpr()).position()))
                .toList();
        List<OrderConflict> found = new ArrayList<>();
        for (int i = 0; i < byCriteria.size(); i++) {
            for (int j = i + 1; j < byCriteria.size(); j++) {
                OwnPriority ahead = byCriteria.get(i);
                OwnPriority behind = byCriteria.get(j);
                if (behind.priority() < ahead.priority()) {
                    found.add(new OrderConflict(behind, ahead, decide(ahead.hpr(), behind.hpr())));
                }
            }
        }
        return found;
    }
}
