package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Wishes;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.waitlist.AreaStatus;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The waitlists of a round: who has answered and who not, and what each area has sent. */
@Path("/koordinator/runder/{round}/ventelister")
@Blocking
public class RoundListPages {
    private final Waitlists waitlists;
    private final CoordinatorQueries desk;

    @Inject
    RoundListPages(Waitlists waitlists, CoordinatorQueries desk) {
        this.waitlists = waitlists;
        this.desk = desk;
    }

    /** @param sent when the list that counts was sent; empty when none was */
    record Row(String area, String href, String stateKey, String badge, int doctors, String sent) {}

    record Status(
            RoundHeader frame,
            String lead,
            List<Row> missing,
            List<Row> answered,
            int asked,
            int doctors,
            String deadline)
            implements TemplateInstance {}

    record Entry(
            int priority,
            String name,
            String hpr,
            String affiliationKey,
            String schemeKey,
            String service,
            String left,
            String wishes,
            String leaveKey,
            String locumKey,
            String note) {}

    record AreaList(
            RoundHeader frame,
            String area,
            String sent,
            int number,
            Integer awayLimit,
            LocalDate countedTo,
            Cut<Entry> entries)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response status(RoundId round) {
        Round known = desk.round(round);
        List<AreaStatus> all = new ArrayList<>(Pages.of(waitlists.status(round)));
        all.sort(AreaStatus.BY_NAME);
        String base = RoundHeader.base(round.value()) + "/ventelister/";
        List<Row> answered = rows(all, true, base);
        int doctors = all.stream().mapToInt(AreaStatus::doctors).sum();
        return Pages.show(new Status(
                RoundHeader.of(known, "/ventelister"),
                answered.isEmpty()
                        ? Texts.of("lists-lead-none", all.size())
                        : Texts.of("lists-lead", answered.size(), all.size(), doctors),
                rows(all, false, base),
                answered,
                all.size(),
                doctors,
                Formats.longDate(known.deadline())));
    }

    private static List<Row> rows(List<AreaStatus> all, boolean answered, String base) {
        return all.stream()
                .filter(each -> each.hasAnswered() == answered)
                .map(each -> new Row(
                        each.area().name(),
                        answered ? base + each.area().code().value() : null,
                        answered ? "lists-answered" : each.draft() ? "lists-begun" : "lists-nothing",
                        answered ? "success" : each.draft() ? "info" : "neutral",
                        each.doctors(),
                        answered ? Moments.text(each.receipt().at()) : ""))
                .toList();
    }

    @GET
    @Path("{area}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WAITLIST)
    @Operation(hidden = true)
    public Response list(
            RoundId round, AreaCode area, @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        Round known = desk.round(round);
        Names names = desk.names(known.hospital());
        Counting counting = desk.counting(known);
        List<Submission> sent = Pages.of(waitlists.submissions(round, area));
        Optional<Submission> counts = sent.stream().findFirst();
        return Pages.show(new AreaList(
                RoundHeader.of(known, "/ventelister"),
                names.area(area),
                counts.map(each -> Moments.text(each.receipt().at())).orElse(null),
                counts.map(each -> (int) each.version()).orElse(0),
                counts.map(Submission::awayLimit).orElse(null),
                counting.on(),
                counts.map(each -> Cut.of(each.entries(), page)
                                .map(entry -> entry(entry, each.counted(entry, counting, each.day()), names)))
                        .orElse(Cut.of(List.of(), page))));
    }

    private static Entry entry(WaitlistEntry entry, CountedService service, Names names) {
        return new Entry(
                entry.priority(),
                entry.name(),
                entry.hpr().digits(),
                "case-affiliation-"
                        + (entry.employment().kind() == null
                                ? "NONE"
                                : entry.employment().kind()),
                "case-scheme-" + entry.training().scheme(),
                Formats.months(service.months()),
                Formats.months(entry.institution().monthsLeft()),
                wishes(entry.wishes(), names),
                "case-leave-" + entry.readiness().leave(),
                "case-locum-" + entry.readiness().locum(),
                entry.note());
    }

    /** 1. Lunge, 2. Geriatri eller Barn */
    public static String wishes(Wishes wishes, Names names) {
        List<String> ranked = new ArrayList<>();
        for (var group : wishes.ranked()) {
            String departments = group.stream()
                    .map(names::department)
                    .collect(Collectors.joining(" " + Texts.of("wishes-or") + " "));
            ranked.add((ranked.size() + 1) + ". " + departments);
        }
        return ranked.isEmpty() ? Texts.of("wishes-none") : String.join(", ", ranked);
    }
}
