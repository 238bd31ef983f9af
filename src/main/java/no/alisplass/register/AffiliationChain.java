package no.alisplass.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * The dated chain of a doctor's affiliations. The facts tell the latest link alone; what came before it follows from what they
 * told earlier. The links are in order and never overlap.
 */
final class AffiliationChain {
    private AffiliationChain() {}

    /**
     * The chain once the facts tell something. The same kind in the same area, overlapping the last link or going on from it, is
     * that link told anew; anything else begins another link, and ends what lasted then.
     *
     * @param today when a link begins or ends whose day is not told
     */
    static List<AffiliationLink> told(
            List<AffiliationLink> chain, AreaCode area, WaitlistEntry facts, LocalDate today) {
        Employment employment = facts.employment();
        if (employment.kind() == null) {
            return endedBefore(chain, today);
        }
        AffiliationLink link = new AffiliationLink(area, employment.kind(), employment.from(), employment.to());
        // A link whose first day is not told begins when the one before has ended, today or on its own last day at the
        // latest.
        LocalDate latest = link.lastsTo(today) ? today : link.to();
        List<AffiliationLink> before = chain.stream()
                .filter(each -> link.from() != null || each.beginsBefore(latest))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!before.isEmpty() && isAgain(last(before), link)) {
            before.remove(before.size() - 1);
        }
        if (before.isEmpty()) {
            return List.of(link);
        }
        LocalDate first = link.from() != null
                ? link.from()
                : last(before).lastsTo(latest) ? latest : last(before).to().plusDays(1);
        List<AffiliationLink> told = new ArrayList<>(endedBefore(before, first));
        told.add(told.isEmpty() ? link : link.from(first));
        return told;
    }

    private static AffiliationLink last(List<AffiliationLink> links) {
        return links.get(links.size() - 1);
    }

    private static boolean isAgain(AffiliationLink last, AffiliationLink link) {
        return last.isOfSameKind(link)
                && (link.from() == null || last.lastsTo(link.from().minusDays(1)))
                && (last.from() == null || link.lastsTo(last.from().minusDays(1)));
    }

    /**
     * What an area is shown of a chain: how the doctor belonged to itself. The first day of a link that goes on from another area's
     * tells when that one ended, and is shown only where the area has told it.
     *
     * @param told first day of the latest link, as the facts tell it; null when they do not
     */
    static List<AffiliationLink> shown(List<AffiliationLink> chain, AreaCode area, LocalDate told) {
        List<AffiliationLink> shown = new ArrayList<>();
        for (int at = 0; at < chain.size(); at++) {
            AffiliationLink link = chain.get(at);
            AffiliationLink before = at == 0 ? link : chain.get(at - 1);
            boolean goesOn = !before.area().equals(link.area())
                    && link.from() != null
                    && before.lastsTo(link.from().minusDays(1));
            if (link.area().equals(area)) {
                shown.add(goesOn && !link.from().equals(told) ? link.from(null) : link);
            }
        }
        return shown;
    }

    /** Without what begins on the day or later; what lasts to it ends the day before. */
    static List<AffiliationLink> endedBefore(List<AffiliationLink> chain, LocalDate day) {
        return chain.stream()
                .filter(link -> link.beginsBefore(day))
                .map(link -> link.lastsTo(day) ? link.until(day.minusDays(1)) : link)
                .toList();
    }
}
