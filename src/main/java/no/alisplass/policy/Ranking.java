package no.alisplass.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** A candidate with what the criteria but the last compare; the last, the lottery, is drawn only where it decides. */
    private static final class Row {
        private final Candidate candidate;
        private final long[] key;
        private long[] last;

        private Row(Candidate candidate, List<Criterion> criteria, RankingContext occasion) {
            this.candidate = candidate;
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
            key = all;
        }

        private long[] last(Criterion criterion, RankingContext occasion) {
            if (last == null) {
                last = criterion.key(candidate, occasion);
            }
            return last;
        }
    }

    /** Candidates who can take part, in the order of the criteria. */
    static List<Candidate> order(List<Candidate> eligible, List<Criterion> criteria, RankingContext occasion) {
        Criterion last = criteria.get(criteria.size() - 1);
        Row[] rows = new Row[eligible.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(eligible.get(i), criteria, occasion);
        }
        Arrays.sort(rows, (a, b) -> {
            int order = Arrays.compare(a.key, b.key);
            return order == 0 && a != b ? Arrays.compare(a.last(last, occasion), b.last(last, occasion)) : order;
        });
        List<Candidate> ordered = new ArrayList<>(rows.length);
        for (Row row : rows) {
            ordered.add(row.candidate);
        }
        return ordered;
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
