package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.RoundWishes;
import no.alisplass.offer.refill.WishChanges;
import no.alisplass.offer.refill.WishLine;
import no.alisplass.round.Round;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** A doctor's wishes between refills, for the pages of every role: shown, put in order, taken back. */
@ApplicationScoped
public class WishDesk {
    /** The lines of one group in a field of the form; no key has it. */
    private static final String BETWEEN = " ";

    /** Why nothing can be changed, where the doctor who reads is spoken to. */
    private static final Set<String> TO_YOU =
            Set.of("wishes-out", "wishes-by-hand", "wishes-unanswered", "wishes-firm", "wishes-whole");

    private static final String UNFIT = "offer.wishes-order-unfit";

    /** What is said of a key. */
    private static final Set<String> KEYS = Set.of("offer.wishes-unknown", "offer.wishes-not-above");

    private final WishChanges wishes;
    private final Directory directory;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    WishDesk(WishChanges wishes, Directory directory, FormRequest posted, Flash flash) {
        this.wishes = wishes;
        this.directory = directory;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * A wish.
     *
     * @param number from 1; those that are alike have numbers of their own
     * @param alike whether it is as good as the one above it
     * @param taken whether it is chosen to be taken back
     */
    @TemplateData
    public record Line(int number, String key, String text, boolean alike, boolean taken) {
        public String upKey() {
            return "up-" + number;
        }

        public String downKey() {
            return "down-" + number;
        }
    }

    /**
     * @param doctor the HPR number, which stands in the form and in no address
     * @param held in words; null for nothing
     * @param moves whether what is listed is what is better than what is held, and can be put in order
     * @param order the groups as the form sends them
     * @param taking whether it is the page that asks whether to take back what is chosen
     * @param unsaved whether the order is another than the one that is saved
     * @param focus name of the button to go on with; empty for none
     */
    @TemplateData
    public record WishPage(
            String name,
            String doctor,
            String held,
            boolean open,
            boolean moves,
            boolean own,
            List<String> notes,
            List<String> follows,
            List<Line> lines,
            List<String> order,
            List<String> removed,
            boolean taking,
            boolean unsaved,
            String focus,
            long version,
            String action,
            String back) {
        public List<Line> chosen() {
            return lines.stream().filter(Line::taken).toList();
        }
    }

    /** How a role shows the page. */
    public interface Shown {
        TemplateInstance of(WishPage page, Form form);
    }

    /** What is in the form besides what stands. */
    private record Draft(List<List<String>> order, Set<String> taken, boolean taking, String focus, Long version) {
        static final Draft NONE = new Draft(null, Set.of(), false, "", null);
    }

    /** @param action address of the page @param back address of the page that led to it */
    public TemplateInstance page(Round round, RoundWishes found, Acting by, String action, String back, Shown shown) {
        return shown.of(page(round, found, by, action, back, Draft.NONE), Form.empty());
    }

    /** What the form asks for: another order to look at, to save it, or to take back, first to be asked and then to be done. */
    public Response posted(Round round, RoundWishes found, Acting by, String action, String back, Shown shown) {
        Form form = posted.form();
        List<List<String>> order = order(form);
        Set<String> taken = Set.copyOf(form.all("take"));
        String move = form.value("move");
        boolean moving = move.matches("(up|down)-[0-9]{1,4}");
        if ((moving || form.value("steg").equals("take")) && !isAsStands(order, taken, found)) {
            form.refuse(Finding.of("order", null, UNFIT).at(new Place.Field(Form.WHOLE)));
            return Pages.faulty(shown.of(page(round, found, by, action, back, Draft.NONE), form));
        }
        if (moving) {
            return Pages.show(shown.of(page(round, found, by, action, back, moved(order, move, taken, form)), form));
        }
        boolean taking = form.value("steg").startsWith("take");
        if (taking && taken.isEmpty()) {
            form.refuse(Finding.of("take", null, "web-offer.wishes-choose").at(new Place.Field(Form.WHOLE)));
            Draft draft =
                    isAsStands(order, taken, found) ? new Draft(order, taken, false, "", form.version()) : Draft.NONE;
            return Pages.faulty(shown.of(page(round, found, by, action, back, draft), form));
        }
        if (form.value("steg").equals("take")) {
            return Pages.show(shown.of(
                    page(round, found, by, action, back, new Draft(order, taken, true, "", form.version())), form));
        }
        Set<String> removed =
                found.removed().stream().map(WishLine::key).collect(Collectors.toCollection(HashSet::new));
        if (taking) {
            removed.addAll(taken);
        }
        // Who waits takes back and has the round's order; what else does not fit what stands is refused where it is
        // saved.
        boolean waits = found.part() == RoundWishes.Part.WAITS;
        List<List<String>> wanted = !taking ? order : waits ? null : without(order, taken);
        // The form is of another doctor than stands at the address by now: nothing of it is taken.
        Long version = form.value("hpr").equals(found.hpr().digits()) ? form.version() : null;
        Result<RoundWishes> saved = wishes.save(round.id(), found.hpr(), removed, wanted, by, version);
        if (saved instanceof Result.Done) {
            flash.tell(taking ? "wishes-taken" : "wishes-saved");
            return Pages.seeOther(action);
        }
        Result.Refused<RoundWishes> refused = (Result.Refused<RoundWishes>) saved;
        refused.findings().forEach(each -> form.refuse(inWords(each).at(new Place.Field(Form.WHOLE))));
        TemplateInstance again = shown.of(page(round, found, by, action, back, Draft.NONE), form);
        return refused.kind() == Result.Kind.CONFLICT
                ? Pages.show(again, Response.Status.CONFLICT.getStatusCode())
                : Pages.faulty(again);
    }

    /** A page has no keys: that one of them is not what it was, is that the wishes are others. */
    private static Finding inWords(Finding finding) {
        return KEYS.contains(finding.code()) ? Finding.of("order", null, UNFIT) : finding;
    }

    private static List<List<String>> order(Form form) {
        return form.all("order").stream()
                .map(group -> Arrays.asList(group.split(BETWEEN)))
                .toList();
    }

    /** Whether the form is of the wishes that stand now, each once. */
    private static boolean isAsStands(List<List<String>> order, Set<String> taken, RoundWishes found) {
        Set<String> stands = keys(found.lines());
        List<String> sent = order.stream().flatMap(List::stream).toList();
        return sent.size() == stands.size() && Set.copyOf(sent).equals(stands) && stands.containsAll(taken);
    }

    private static Draft moved(List<List<String>> order, String move, Set<String> taken, Form form) {
        String[] wanted = move.split("-");
        boolean up = wanted[0].equals("up");
        int number = Integer.parseInt(wanted[1]);
        List<List<String>> groups = new ArrayList<>(order);
        int group = 0;
        int before = 0;
        while (group < groups.size() && before + groups.get(group).size() < number) {
            before += groups.get(group++).size();
        }
        String focus = "";
        if (number > 0 && group < groups.size()) {
            String key = groups.get(group).get(number - before - 1);
            move(groups, group, key, up);
            List<String> flat = groups.stream().flatMap(List::stream).toList();
            int to = flat.indexOf(key) + 1;
            boolean first = groups.get(0).equals(List.of(key));
            boolean last = groups.get(groups.size() - 1).equals(List.of(key));
            focus = (up ? first ? "down" : "up" : last ? "up" : "down") + "-" + to;
        }
        return new Draft(groups, taken, false, focus, form.version());
    }

    /** What is alike with others is told apart from them first; what stands alone goes past the next, with all that are alike. */
    private static void move(List<List<String>> groups, int group, String key, boolean up) {
        List<String> from = groups.get(group);
        if (from.size() > 1) {
            groups.set(group, from.stream().filter(each -> !each.equals(key)).toList());
            groups.add(up ? group : group + 1, List.of(key));
        } else {
            int to = up ? group - 1 : group + 1;
            if (to >= 0 && to < groups.size()) {
                groups.add(to, groups.remove(group));
            }
        }
    }

    private WishPage page(Round round, RoundWishes found, Acting by, String action, String back, Draft draft) {
        Names names = directory.names(round.hospital());
        boolean own = by.actor() == Actor.DOCTOR;
        boolean moves = found.part() == RoundWishes.Part.MOVES;
        Map<String, WishLine> known = new LinkedHashMap<>();
        found.lines().forEach(group -> group.forEach(line -> known.put(line.key(), line)));
        List<List<String>> stands = groups(found.lines());
        List<List<String>> order = draft.order() == null ? stands : draft.order();
        List<Line> lines = new ArrayList<>();
        for (List<String> group : order) {
            for (String key : group) {
                lines.add(new Line(
                        lines.size() + 1,
                        key,
                        text(known.get(key), names),
                        !key.equals(group.get(0)),
                        draft.taken().contains(key)));
            }
        }
        String spoken = own ? "-you" : "";
        return new WishPage(
                found.name(),
                found.hpr().digits(),
                found.held() == null ? null : text(found.held(), names),
                found.inTheWay().isEmpty(),
                moves,
                own,
                found.inTheWay().stream().map(each -> why(each, own)).toList(),
                found.inTheWay().isEmpty()
                        ? List.of(
                                Texts.of("wishes-follows-" + found.part() + spoken, OfferWords.deadline(found.until()))
                                        .split("\\|"))
                        : List.of(),
                lines,
                order.stream().map(group -> String.join(BETWEEN, group)).toList(),
                found.removed().stream().map(line -> text(line, names)).toList(),
                draft.taking(),
                !order.equals(stands),
                draft.focus(),
                draft.version() == null ? found.version() : draft.version(),
                action,
                back);
    }

    private static String why(Finding finding, boolean own) {
        String key = finding.code().substring(finding.code().indexOf('.') + 1);
        return own && TO_YOU.contains(key) ? Texts.of(key + "-you") : Texts.of(finding);
    }

    private static String text(WishLine line, Names names) {
        return line.parts().stream()
                .map(part -> names.departments(part.departments()) + ", " + Formats.halfYear(part.halfYear()))
                .collect(Collectors.joining(" + "));
    }

    private static List<List<String>> groups(List<List<WishLine>> lines) {
        return lines.stream()
                .map(group -> group.stream().map(WishLine::key).toList())
                .toList();
    }

    private static Set<String> keys(List<List<WishLine>> lines) {
        return lines.stream().flatMap(List::stream).map(WishLine::key).collect(Collectors.toSet());
    }

    private static List<List<String>> without(List<List<String>> groups, Set<String> removed) {
        return groups.stream()
                .map(group ->
                        group.stream().filter(key -> !removed.contains(key)).toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
