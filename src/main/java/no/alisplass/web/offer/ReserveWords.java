package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.Refills;
import no.alisplass.offer.refill.Reserve;
import no.alisplass.offer.refill.Reserves;
import no.alisplass.offer.refill.StoredRefill;
import no.alisplass.round.Round;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** Who waits for seats that may fall free, where they stand, and what refills came to for them: the same for every role, each of whom may hear. */
@ApplicationScoped
public class ReserveWords {
    private final Reserves reserves;
    private final Refills refills;
    private final Directory directory;

    @Inject
    ReserveWords(Reserves reserves, Refills refills, Directory directory) {
        this.reserves = reserves;
        this.refills = refills;
        this.directory = directory;
    }

    /**
     * One who waits, or of whom a refill tells.
     *
     * @param area null for readers who know it
     * @param places where the doctor stands for each wished department; empty for who waits for none
     * @param told what the refill that is shown came to; empty where none is
     * @param wishes address of the doctor's wishes
     */
    @TemplateData
    public record Doctor(String name, String area, List<String> places, List<String> told, String wishes) {}

    /**
     * @param notes what is to be known of all of it
     * @param filters who is shown; empty where there is nothing to choose
     * @param refills whose reasons are shown, the latest first
     * @param refill which that is; null for none
     * @param href address of a page, without its number
     * @param wishes address of the own wishes, of a doctor who looks; null for others, and before there is anything to wait for
     */
    @TemplateData
    public record Waiting(
            List<String> notes,
            List<Link> filters,
            List<Link> refills,
            String refill,
            Cut<Doctor> doctors,
            String href,
            String wishes,
            boolean own) {}

    /** What is asked for. @param refill whose reasons, 0 for the latest; @param side from 1 */
    public record Asked(boolean all, int refill, int side) {}

    /** @param base address of the page @param wishes where the wishes of a doctor stand */
    public Waiting of(Round round, Acting by, Asked asked, String base, Function<DoctorId, String> wishes) {
        boolean own = by.actor() == Actor.DOCTOR;
        Result<Reserves.Seen> found = reserves.of(round.id(), by);
        if (found instanceof Result.Refused<?> refused && refused.kind() == Result.Kind.CONFLICT) {
            return new Waiting(
                    List.of(Texts.of("reserve-nothing-yet")),
                    List.of(),
                    List.of(),
                    null,
                    Cut.of(List.of(), 1),
                    base,
                    null,
                    own);
        }
        Reserves.Seen seen = Pages.of(found);
        List<StoredRefill> heard = refills.heard(round.id(), by);
        Optional<StoredRefill> shown = heard.stream()
                .filter(each -> asked.refill() == 0 || each.number() == asked.refill())
                .findFirst();
        List<Refills.Told> told = shown.map(each -> Pages.of(refills.told(round.id(), each.number(), by)))
                .orElse(List.of());
        boolean all = !told.isEmpty() && (asked.all() || own || seen.doctors().isEmpty());
        String which = shown.map(each -> "&utfylling=" + each.number()).orElse("");
        List<Link> filters = told.isEmpty() || own
                ? List.of()
                : List.of(
                        new Link(Texts.of("reserve-only", seen.doctors().size()), base + "?vis=venter" + which, !all),
                        new Link(Texts.of("reserve-all", told.size()), base + "?vis=alle" + which, all));
        String kept = "?vis=" + (all ? "alle" : "venter");
        Names names = directory.names(round.hospital());
        Words words = new Words(names, seen, by);
        return new Waiting(
                notes(seen, by),
                filters,
                heard.size() < 2
                        ? List.of()
                        : heard.stream()
                                .map(each -> new Link(
                                        refill(each),
                                        base + kept + "&utfylling=" + each.number(),
                                        shown.filter(each::equals).isPresent()))
                                .toList(),
                shown.map(ReserveWords::refill).orElse(null),
                Cut.of(rows(seen, told, all), asked.side()).map(row -> row.in(words, wishes)),
                base + kept + which + "&side=",
                own ? wishes.apply(null) : null,
                own);
    }

    private static List<String> notes(Reserves.Seen seen, Acting by) {
        List<String> notes = new ArrayList<>();
        if (seen.over() != null) {
            notes.add(Texts.of("reserve-over", WorkingDays.day(seen.over())));
        } else if (seen.preparing()) {
            notes.add(Texts.of(by.actor() == Actor.COORDINATOR ? "reserve-preparing-told" : "reserve-preparing"));
        } else if (seen.doctors().isEmpty()) {
            notes.add(Texts.of(by.actor() == Actor.DOCTOR ? "reserve-not-you" : "reserve-nobody"));
        }
        return notes;
    }

    private static String refill(StoredRefill refill) {
        return Texts.of("reserve-refill", refill.number(), WorkingDays.day(refill.at()));
    }

    private static List<Row> rows(Reserves.Seen seen, List<Refills.Told> told, boolean all) {
        Map<HprNumber, Refills.Told> reasons = new LinkedHashMap<>();
        told.forEach(each -> reasons.put(each.hpr(), each));
        Map<HprNumber, Reserve> waiting = new HashMap<>();
        seen.doctors().forEach(each -> waiting.put(each.hpr(), each));
        return all
                ? told.stream()
                        .map(each -> new Row(waiting.get(each.hpr()), each))
                        .toList()
                : seen.doctors().stream()
                        .map(each -> new Row(each, reasons.get(each.hpr())))
                        .toList();
    }

    /** One of the two at least. */
    private record Row(Reserve reserve, Refills.Told told) {
        Doctor in(Words words, Function<DoctorId, String> wishes) {
            String name = reserve == null ? told.name() : reserve.name();
            AreaCode area = reserve == null ? told.area() : reserve.area();
            return new Doctor(
                    name,
                    words.areas ? words.names.area(area) : null,
                    reserve == null
                            ? List.of()
                            : reserve.places().stream().map(words::place).toList(),
                    told == null
                            ? List.of()
                            : told.reasons().stream().map(Texts::of).toList(),
                    wishes.apply(reserve == null ? told.doctor() : reserve.doctor()));
        }
    }

    /** How a place is said. */
    private static final class Words {
        private final Names names;
        private final Map<DepartmentId, Reserve.LastServed> last = new HashMap<>();
        private final boolean you;
        private final boolean areas;

        private Words(Names names, Reserves.Seen seen, Acting by) {
            this.names = names;
            this.you = by.actor() == Actor.DOCTOR;
            this.areas = by.actor() == Actor.COORDINATOR;
            seen.lastServed().forEach(each -> last.put(each.department(), each));
        }

        private String place(Reserve.Place place) {
            String said = Texts.of(
                    you ? "reserve-place-you" : "reserve-place",
                    names.department(place.department()),
                    place.place(),
                    place.waiting(),
                    place.placeInRound(),
                    place.inRound());
            Reserve.LastServed before = last.get(place.department());
            return before == null
                    ? said
                    : said + " " + Texts.of("reserve-last", before.title(), before.place(), before.inRound());
        }
    }
}
