package no.alisplass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.message.Message;
import no.alisplass.policy.Ranking.IneligibleCandidate;

/**
 * Who can take part and who goes first: one version of a hospital's criteria, read from a file that is never changed.
 *
 * @param objective what a round under this policy holds highest unless it says otherwise
 * @param trainingMonths from the start of the training to the finished specialist
 * @param counting the days facts are taken on
 * @param criteria in the order they are asked; the lottery is last
 * @param schemes what each scheme asks for
 * @param lead how long before a half-year its round is told of
 * @param replaces the id of the policy that is no longer offered since this one is there; null for none
 * @param hash SHA-256 of the file's bytes, in hexadecimal
 */
public record Policy(
        String id,
        int version,
        String title,
        String source,
        Objective objective,
        int trainingMonths,
        Eligibility eligibility,
        CountingRules counting,
        List<Criterion> criteria,
        PlacementRules placement,
        Map<Scheme, SchemeRules> schemes,
        LeadTimes lead,
        String replaces,
        String hash) {
    public Policy {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.get(criteria.size() - 1).code() != CriterionCode.LOTTERY) {
            throw new IllegalArgumentException(
                    "The criteria of " + id + " must end with the lottery, or two doctors could stand equal.");
        }
        schemes = Collections.unmodifiableMap(new EnumMap<>(schemes));
    }

    /**
     * Puts candidates in strict priority order. The same candidates, in whatever order, with the same day and seed give
     * the same ranking.
     *
     * @param on the first day of the round; where the policy asks facts on the day each service starts, each candidate is
     *     asked on the first day of the first half-year they could be offered
     * @param lotterySeed the round's published seed, not blank
     * @throws IllegalArgumentException when the seed is blank or two candidates have the same HPR number
     */
    public Ranking rank(List<Candidate> candidates, LocalDate on, String lotterySeed) {
        Set<HprNumber> seen = new HashSet<>();
        if (!candidates.stream().allMatch(candidate -> seen.add(candidate.hpr()))) {
            throw new IllegalArgumentException("Two candidates have the same HPR number.");
        }
        RankingContext occasion = occasion(on, lotterySeed);
        List<Candidate> eligible = new ArrayList<>();
        List<IneligibleCandidate> notEligible = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<Finding> reasons = reasons(candidate, occasion);
            if (reasons.isEmpty()) {
                eligible.add(candidate);
            } else {
                notEligible.add(new IneligibleCandidate(candidate, reasons));
            }
        }
        notEligible.sort(Comparator.comparing(one -> one.candidate().hpr()));
        return new Ranking(inOrder(eligible, occasion), notEligible);
    }

    private RankingContext occasion(LocalDate on, String lotterySeed) {
        if (lotterySeed == null || lotterySeed.isBlank()) {
            throw new IllegalArgumentException("The lottery seed (" + lotterySeed + ") must not be blank.");
        }
        return new RankingContext(
                on, counting.onStartDay(), lotterySeed, Months.of(trainingMonths), comparedTotals(on));
    }

    /**
     * Those that {@link #rank} ranks, in its order, without a word of why: for very many rankings that nobody reads. Nobody may stand in it
     * twice.
     *
     * @throws IllegalArgumentException when the seed is blank
     */
    public List<Candidate> order(List<Candidate> candidates, LocalDate on, String lotterySeed) {
        return orders(candidates, on, lotterySeed).apply(lotterySeed);
    }

    /**
     * The same for as many seeds as are asked: all but the lots is looked at once.
     *
     * @param lotterySeed of the round; who can take part does not go by it
     * @return the order by its seed
     * @throws IllegalArgumentException when a seed is blank
     */
    public Function<String, List<Candidate>> orders(List<Candidate> candidates, LocalDate on, String lotterySeed) {
        RankingContext occasion = occasion(on, lotterySeed);
        List<Candidate> eligible = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (reasons(candidate, occasion).isEmpty()) {
                eligible.add(candidate);
            }
        }
        Ranking.Undrawn undrawn = Ranking.undrawn(eligible, criteria, occasion);
        return seed -> undrawn.drawn(occasion(on, seed));
    }

    /**
     * As {@link #order}, one at a time: each one's place in the list given. Who comes next is found, and whether they can take part is asked, when
     * it is their turn, so that to ask for the first few of many costs little.
     *
     * @throws IllegalArgumentException when the seed is blank
     */
    public PrimitiveIterator.OfInt turns(List<Candidate> candidates, LocalDate on, String lotterySeed) {
        RankingContext occasion = occasion(on, lotterySeed);
        return Ranking.turns(candidates, criteria, occasion)
                .filter(place -> reasons(candidates.get(place), occasion).isEmpty())
                .iterator();
    }

    /**
     * How many learning objectives each scheme has, where doctors are compared by the share they have completed: where all
     * schemes say it and they differ. Else empty, and the number itself is compared, of everyone: to compare some by share
     * and others by number would let three doctors stand in a ring.
     *
     * @param on the first day of the round
     */
    public Map<Scheme, Integer> comparedTotals(LocalDate on) {
        Map<Scheme, Integer> totals = new EnumMap<>(Scheme.class);
        schemes.forEach((scheme, rules) -> rules.objectives(on).ifPresent(total -> totals.put(scheme, total)));
        boolean differ = totals.size() == schemes.size() && new HashSet<>(totals.values()).size() > 1;
        return differ ? totals : Map.of();
    }

    private List<Finding> reasons(Candidate candidate, RankingContext occasion) {
        List<Finding> reasons = new ArrayList<>(eligibility.reasons(candidate, occasion));
        schemes.get(candidate.scheme())
                .hindrance(candidate, occasion, schemes.get(Scheme.NEW))
                .ifPresent(reasons::add);
        for (Criterion criterion : criteria) {
            criterion.hindrance(candidate, occasion).ifPresent(reasons::add);
        }
        return reasons;
    }

    /**
     * Why nobody with so much service left can take part under the scheme, as {@link #rank} finds it of a candidate.
     *
     * @param on the first day of the round
     * @param start the first day a service could start for the doctor
     */
    public Optional<Finding> schemeEnds(Scheme scheme, Months left, LocalDate on, LocalDate start) {
        return schemes.get(scheme).hindrance(scheme, left, counting.onStartDay() ? start : on, schemes.get(Scheme.NEW));
    }

    private List<Ranked> inOrder(List<Candidate> eligible, RankingContext occasion) {
        List<List<CriterionValue>> columns = criteria.stream()
                .map(criterion -> criterion.values(eligible, occasion))
                .toList();
        record Row(Candidate candidate, List<CriterionValue> values) {}
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < eligible.size(); i++) {
            int row = i;
            rows.add(new Row(
                    eligible.get(row),
                    columns.stream().map(column -> column.get(row)).toList()));
        }
        rows.sort((a, b) -> compare(a.values(), b.values()));
        List<Ranked> ranked = new ArrayList<>();
        for (Row row : rows) {
            List<Finding> remarks = Stream.concat(
                            criteria.stream()
                                    .flatMap(criterion -> criterion.remark(row.candidate(), occasion).stream()),
                            eligibility.remarks(row.candidate(), occasion).stream())
                    .toList();
            ranked.add(new Ranked(ranked.size() + 1, row.candidate(), row.values(), remarks));
        }
        return ranked;
    }

    private static int compare(List<CriterionValue> a, List<CriterionValue> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether taking a yes back late puts a doctor behind those who are equal by all else, in the next round. */
    public boolean asksLateWithdrawal() {
        return criteria.stream().anyMatch(criterion -> criterion.code() == CriterionCode.LATE_WITHDRAWAL);
    }

    /** What it says besides its criteria and its days, each in a sentence; for those who read the policy. */
    public List<Message> furtherRules() {
        List<Message> rules = new ArrayList<>(eligibility.rules());
        schemes.values().forEach(scheme -> scheme.rule().ifPresent(rules::add));
        if (schemes.values().stream().anyMatch(scheme -> !scheme.objectives().isEmpty())) {
            rules.add(Message.of("policy.rule-objectives"));
        }
        placement.rule().ifPresent(rules::add);
        lead.rule().ifPresent(rules::add);
        return rules;
    }

    /** What the lottery draws for a doctor, in hexadecimal; smallest goes first. For the doctor's own check. */
    public static String lot(String lotterySeed, HprNumber hpr) {
        return HexFormat.of().formatHex(Lottery.hash(lotterySeed, hpr));
    }
}
