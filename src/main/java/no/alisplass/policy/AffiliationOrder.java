package no.alisplass.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * Permanently employed, own list, locum, "preferably for a year or more", in the policy's order (003 §7.3.1.1,
 * criterion 1). A locum lasts from its first day to its last; where the first is not known, from the day the service
 * starts, so that nobody gains from leaving it out. Without a last day it is a long one.
 */
record AffiliationOrder(String source, List<Standing> order, int longLocumMonths) implements Criterion {
    enum Standing {
        PERMANENT,
        OWN_LIST,
        LONG_LOCUM,
        SHORT_LOCUM
    }

    static AffiliationOrder read(PolicySection settings) {
        String source = settings.text("source");
        List<Standing> order = settings.choices("order", Standing.values(), true);
        Integer longLocumMonths = settings.whole("long-locum-months", 1, 120);
        return settings.sound() ? new AffiliationOrder(source, order, longLocumMonths) : null;
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.AFFILIATION;
    }

    @Override
    public Message rule() {
        // The sentence that names the order is said only of a policy that has it.
        boolean usual = order.equals(List.of(Standing.values()));
        return Message.of(usual ? "policy.rule-affiliation" : "policy.rule-affiliation-other", longLocumMonths);
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        Employment employment = candidate.employment();
        return new long[] {
            employment.kind() == null ? order.size() : order.indexOf(standing(employment, occasion.day(candidate)))
        };
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        Employment employment = candidate.employment();
        long[] key = key(candidate, occasion);
        if (employment.kind() == null) {
            return CriterionValue.of(code(), key, "-none");
        }
        return CriterionValue.of(code(), key, "-" + Text.word(order.get((int) key[0])), longLocumMonths);
    }

    private Standing standing(Employment employment, LocalDate on) {
        return switch (employment.kind()) {
            case PERMANENT -> Standing.PERMANENT;
            case OWN_LIST -> Standing.OWN_LIST;
            case LOCUM -> isLong(employment, on) ? Standing.LONG_LOCUM : Standing.SHORT_LOCUM;
        };
    }

    private boolean isLong(Employment employment, LocalDate on) {
        if (employment.to() == null) {
            return true;
        }
        LocalDate from = employment.from() == null ? on : employment.from();
        LocalDate longFrom = from.plusMonths(longLocumMonths).minusDays(1);
        return !employment.to().isBefore(longFrom);
    }

    @Override
    public Optional<Finding> remark(Candidate candidate, RankingContext occasion) {
        Employment employment = candidate.employment();
        boolean guessed = employment.kind() == Affiliation.LOCUM
                && employment.from() == null
                && !isLong(employment, occasion.day(candidate));
        return guessed
                ? Optional.of(Finding.of("affiliationFrom", null, "policy.locum-start-unknown", longLocumMonths))
                : Optional.empty();
    }
}
