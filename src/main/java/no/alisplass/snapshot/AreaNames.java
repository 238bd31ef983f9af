package no.alisplass.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.text.Sha256;
import no.alisplass.waitlist.Submission;

/**
 * What a problem calls the areas: a01, a02 and so on, in an order that is the same whenever the same lists are frozen and that nobody
 * can work out who does not have the receipts of them all. A code, or its bare hash, could be looked up by anyone.
 */
final class AreaNames {
    private AreaNames() {}

    /** The lists, in the order of their areas, with a name for each area. */
    static List<Roster.Submitted> of(List<Submission> lists) {
        List<Submission> byArea =
                lists.stream().sorted(Comparator.comparing(Submission::area)).toList();
        String receipts =
                byArea.stream().map(list -> list.receipt().sha256() + "\n").collect(Collectors.joining());
        List<AreaCode> drawn = byArea.stream()
                .map(Submission::area)
                .sorted(Comparator.comparing(area -> Sha256.hex(receipts + area)))
                .toList();
        List<Roster.Submitted> named = new ArrayList<>();
        for (Submission list : byArea) {
            String name = String.format(Locale.ROOT, "a%02d", drawn.indexOf(list.area()) + 1);
            named.add(new Roster.Submitted(list.area(), list.version(), name));
        }
        return named;
    }
}
