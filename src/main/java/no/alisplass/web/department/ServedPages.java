package no.alisplass.web.department;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Served;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.served.FewerReason;
import no.alisplass.offer.served.Said;
import no.alisplass.offer.served.ServedLeg;
import no.alisplass.offer.served.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.offer.OfferWords;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a department tells of those who have served with it: months that count, and that a service is broken off. */
@Path(ServedPages.BASE)
@Blocking
public class ServedPages {
    static final String BASE = "/avdeling/tjeneste";

    private final Offers offers;
    private final Served served;
    private final Capacity capacity;
    private final OfferWords words;
    private final OwnDepartment own;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ServedPages(
            Offers offers,
            Served served,
            Capacity capacity,
            OfferWords words,
            OwnDepartment own,
            FormRequest posted,
            Flash flash) {
        this.offers = offers;
        this.served = served;
        this.capacity = capacity;
        this.words = words;
        this.own = own;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param waiting a page of those whose months are not confirmed, as {@code serving} of those in service */
    record Serving(Cut<OfferWords.Told> waiting, Cut<OfferWords.Told> serving) implements TemplateInstance {}

    /**
     * A leg as it stands.
     *
     * @param field by which what is said of it is sent; null where nothing is
     * @param told what is confirmed; null where nothing is
     */
    @TemplateData
    public record LegRow(
            String department, LocalDate from, LocalDate to, String field, List<Choice> months, String told) {
        public String getMonthsField() {
            return field + ".months";
        }

        public String getReasonField() {
            return field + ".reason";
        }
    }

    record Confirm(
            List<Link> trail,
            OfferWords.Told offer,
            List<LegRow> legs,
            List<Choice> reasons,
            int least,
            String action,
            Form form)
            implements TemplateInstance {}

    /** @param follows what it would do, said before it is done; empty before the day is told */
    record Interrupt(List<Link> trail, OfferWords.Told offer, List<String> follows, String action, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFERS)
    @Operation(hidden = true)
    public Response serving(
            @QueryParam("venter") @DefaultValue("1") @Min(1) @Max(10_000) int waiting,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Acting by = own.by();
        OfferFilter started = OfferFilter.of(by).in(EnumSet.of(OfferState.STARTED));
        return Pages.show(new Serving(
                cut(served.waiting(by, waiting - 1, Cut.PAGE), waiting, "/maneder"),
                cut(offers.page(started, side - 1, Cut.PAGE), side, "/avbrudd")));
    }

    private Cut<OfferWords.Told> cut(OfferPage found, int side, String does) {
        return Cut.at(
                words.all(found.offers(), own.by(), offer -> BASE + "/" + offer.id() + does), side, found.total());
    }

    @GET
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response months(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Offer offer = Pages.of(offers.read(id, own.by()));
        Served.Certificate certificate = Pages.of(served.of(id, own.by()));
        Form form = Form.empty();
        List<ServedLeg> open = open(certificate);
        for (int at = 0; at < open.size(); at++) {
            form.with(field(at) + ".months", open.get(at).leg().months());
        }
        return Pages.show(page(offer, certificate, form));
    }

    @POST
    @Path("{offer}/maneder")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response confirm(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Offer offer = Pages.of(offers.read(id, own.by()));
        Served.Certificate certificate = Pages.of(served.of(id, own.by()));
        Form form = posted.form();
        List<ServedLeg> open = open(certificate);
        List<Said> said = new ArrayList<>();
        for (int at = 0; at < open.size(); at++) {
            int months = form.choice(field(at) + ".months", Integer::valueOf).orElse(-1);
            FewerReason reason =
                    form.choice(field(at) + ".reason", FewerReason::valueOf).orElse(null);
            said.add(new Said(open.get(at).leg().key(), months, reason));
        }
        if (!form.faulty()
                && form.take(served.confirm(id, said, own.by(), form.version())).isPresent()) {
            flash.tell("served-confirmed");
            return Pages.seeOther(BASE);
        }
        return Pages.faulty(page(offer, Pages.of(served.of(id, own.by())), form));
    }

    /** What of it is the department's, and not confirmed. */
    private List<ServedLeg> open(Served.Certificate certificate) {
        DepartmentId department = own.by().department();
        return certificate.legs().stream()
                .filter(leg -> !leg.isConfirmed())
                .filter(leg -> department == null || department.equals(leg.leg().department()))
                .toList();
    }

    private static String field(int at) {
        return "legs[" + at + "]";
    }

    private Confirm page(Offer offer, Served.Certificate certificate, Form form) {
        List<ServedLeg> open = open(certificate);
        Service service = served.rule(offer);
        List<LegRow> rows = certificate.legs().stream()
                .map(leg -> new LegRow(
                        department(offer.hospital(), leg.leg().department()),
                        leg.leg().from(),
                        leg.to(),
                        open.contains(leg) ? field(open.indexOf(leg)) : null,
                        choices(
                                service.fewest(offer.legs(), leg.leg()),
                                leg.leg().months()),
                        leg.isConfirmed() ? Formats.months(leg.months()) : null))
                .toList();
        form.having("version", offer.version());
        return new Confirm(
                trail(),
                words.one(offer, own.by(), BASE),
                rows,
                Arrays.stream(FewerReason.values())
                        .map(each -> new Choice(each.name(), Texts.told(each)))
                        .toList(),
                service.least(),
                BASE + "/" + offer.id() + "/maneder",
                form);
    }

    /** As many months as there were, down to the least that counts, or none. */
    private static List<Choice> choices(int fewest, int most) {
        return Stream.concat(
                        IntStream.rangeClosed(fewest, most)
                                .map(each -> most + fewest - each)
                                .boxed(),
                        Stream.of(0))
                .map(each -> new Choice(each.toString(), Formats.months(Months.of(each))))
                .toList();
    }

    @GET
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interruption(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        return Pages.show(page(Pages.of(offers.read(id, own.by())), List.of(), Form.empty()));
    }

    /** Shows first what it would do; what was shown is done when it is confirmed for the same day. */
    @POST
    @Path("{offer}/avbrudd")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsPersons(Seen.OFFER)
    @Operation(hidden = true)
    public Response interrupt(@PathParam("offer") @Min(1) @Max(999_999_999_999L) long id) {
        Offer offer = Pages.of(offers.read(id, own.by()));
        Form form = posted.form();
        LocalDate last = form.requiredDate("last");
        if (form.faulty()) {
            return Pages.faulty(page(offer, List.of(), form));
        }
        boolean shown = form.has("shown", last.toString());
        Result<Served.Interruption> outcome =
                shown ? served.interrupt(id, last, own.by(), form.version()) : served.interruption(id, last, own.by());
        if (!(outcome instanceof Result.Done<Served.Interruption> done)) {
            form.take(outcome);
            return Pages.faulty(page(Pages.of(offers.read(id, own.by())), List.of(), form));
        }
        if (shown) {
            flash.tell("served-interrupted");
            return Pages.seeOther(BASE);
        }
        form.having("shown", last.toString());
        return Pages.show(page(offer, follows(offer, done.value()), form));
    }

    private List<String> follows(Offer offer, Served.Interruption told) {
        List<String> follows = new ArrayList<>();
        told.served()
                .forEach(leg -> follows.add(Texts.of(
                        leg.months().tenths() == 0 ? "served-counts-nothing" : "served-counts",
                        department(offer.hospital(), leg.leg().department()),
                        leg.months())));
        told.rests()
                .forEach(rest -> follows.add(Texts.of(
                        rest.counts() ? "served-rest-vacancy" : "served-rest-own",
                        department(offer.hospital(), rest.department()),
                        rest.from(),
                        rest.to())));
        follows.add(told.left() == null ? Texts.of("served-left-unknown") : Texts.of("served-left", told.left()));
        follows.add(Texts.of("served-no-cause"));
        return follows;
    }

    private Interrupt page(Offer offer, List<String> follows, Form form) {
        form.having("version", offer.version());
        return new Interrupt(
                trail(), words.one(offer, own.by(), BASE), follows, BASE + "/" + offer.id() + "/avbrudd", form);
    }

    private String department(HospitalId hospital, DepartmentId id) {
        return capacity.hospital(hospital)
                .map((Hospital known) -> known.departmentName(id))
                .orElse(id.value());
    }

    private static List<Link> trail() {
        return List.of(Link.to(Texts.of("served-title"), BASE));
    }
}
