package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
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
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What the hospital tells of those who have served with it, for the pages of a department and of a coordinator. */
@ApplicationScoped
public class ServedDesk {
    private final Offers offers;
    private final Served served;
    private final Capacity capacity;
    private final OfferWords words;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    ServedDesk(Offers offers, Served served, Capacity capacity, OfferWords words, FormRequest posted, Flash flash) {
        this.offers = offers;
        this.served = served;
        this.capacity = capacity;
        this.words = words;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * Who tells, and where.
     *
     * @param base address of the list, to which it also comes back
     * @param above the pages above the list
     */
    @TemplateData
    public record Place(Acting by, String base, String title, String lead, List<Link> above) {
        public Place {
            above = List.copyOf(above);
        }

        /** The pages above one of the list. */
        List<Link> trail() {
            List<Link> trail = new ArrayList<>(above);
            trail.add(Link.to(title, base));
            return trail;
        }

        String of(Offer offer, String does) {
            return base + "/" + offer.id() + does;
        }
    }

    /** @param waiting a page of those whose months are not confirmed, as {@code serving} of those in service */
    record Serving(Place place, Cut<OfferWords.Told> waiting, Cut<OfferWords.Told> serving)
            implements TemplateInstance {}

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
            String back,
            Form form)
            implements TemplateInstance {}

    /** @param follows what it would do, said before it is done; empty before the day is told */
    record Interrupt(
            List<Link> trail, OfferWords.Told offer, List<String> follows, String action, String back, Form form)
            implements TemplateInstance {}

    /**
     * Those who wait for their months, and those in service.
     *
     * @param filter all of them that are the place's own
     * @param waiting number of the page, as {@code side}
     */
    public Response serving(Place place, OfferFilter filter, int waiting, int side) {
        OfferFilter started = filter.in(EnumSet.of(OfferState.STARTED));
        return Pages.show(new Serving(
                place,
                cut(place, served.waiting(filter, waiting - 1, Cut.PAGE), waiting, "/maneder"),
                cut(place, offers.page(started, side - 1, Cut.PAGE), side, "/avbrudd")));
    }

    private Cut<OfferWords.Told> cut(Place place, OfferPage found, int side, String does) {
        return Cut.at(words.all(found.offers(), place.by(), offer -> place.of(offer, does)), side, found.total());
    }

    /** The ways from an offer to what is told of its service now. @param base address of the list */
    public List<OfferDesk.Button> buttons(Offer offer, Acting by, String base) {
        return switch (offer.state()) {
            case STARTED ->
                List.of(new OfferDesk.Button(
                        Link.to(Texts.of("served-interrupt"), base + "/" + offer.id() + "/avbrudd"),
                        "btn-outline-danger"));
            case COMPLETED ->
                open(by, Pages.of(served.of(offer.id(), by))).isEmpty()
                        ? List.of()
                        : List.of(new OfferDesk.Button(
                                Link.to(Texts.of("served-months"), base + "/" + offer.id() + "/maneder"),
                                "btn-primary"));
            default -> List.of();
        };
    }

    /** What of a stay that is over is to be confirmed. */
    public Response months(Place place, Offer offer) {
        Served.Certificate certificate = certificate(place, offer);
        Form form = Form.empty();
        List<ServedLeg> open = open(place.by(), certificate);
        for (int at = 0; at < open.size(); at++) {
            form.with(field(at) + ".months", open.get(at).leg().months());
        }
        return Pages.show(page(place, offer, certificate, form));
    }

    private Served.Certificate certificate(Place place, Offer offer) {
        return Pages.of(served.of(offer.id(), place.by()));
    }

    /** Confirms it as the form says. */
    public Response confirm(Place place, Offer offer) {
        Form form = posted.form();
        List<ServedLeg> open = open(place.by(), certificate(place, offer));
        List<Said> said = new ArrayList<>();
        for (int at = 0; at < open.size(); at++) {
            int months = form.choice(field(at) + ".months", Integer::valueOf).orElse(-1);
            FewerReason reason =
                    form.choice(field(at) + ".reason", FewerReason::valueOf).orElse(null);
            said.add(new Said(open.get(at).leg().key(), months, reason));
        }
        if (!form.faulty()
                && form.take(served.confirm(offer.id(), said, place.by(), form.version()))
                        .isPresent()) {
            flash.tell("served-confirmed");
            return Pages.seeOther(place.base());
        }
        return Pages.faulty(page(place, offer, certificate(place, offer), form));
    }

    /** What of it is not confirmed, and a department's own where a department asks. */
    private static List<ServedLeg> open(Acting by, Served.Certificate certificate) {
        DepartmentId department = by.department();
        return certificate.legs().stream()
                .filter(leg -> !leg.isConfirmed())
                .filter(leg -> department == null || department.equals(leg.leg().department()))
                .toList();
    }

    private static String field(int at) {
        return "legs[" + at + "]";
    }

    private Confirm page(Place place, Offer offer, Served.Certificate certificate, Form form) {
        List<ServedLeg> open = open(place.by(), certificate);
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
                place.trail(),
                words.one(offer, place.by(), place.base()),
                rows,
                Stream.of(FewerReason.values())
                        .map(each -> new Choice(each.name(), Texts.told(each)))
                        .toList(),
                service.least(),
                place.of(offer, "/maneder"),
                place.base(),
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

    /** Before the last day is told. */
    public Response interruption(Place place, Offer offer) {
        return Pages.show(page(place, offer, List.of(), Form.empty()));
    }

    /** Shows first what breaking off would do; what was shown is done when it is confirmed for the same day. */
    public Response interrupt(Place place, Offer offer) {
        Form form = posted.form();
        LocalDate last = form.requiredDate("last");
        if (form.faulty()) {
            return Pages.faulty(page(place, offer, List.of(), form));
        }
        boolean shown = form.has("shown", last.toString());
        Result<Served.Interruption> outcome = shown
                ? served.interrupt(offer.id(), last, place.by(), form.version())
                : served.interruption(offer.id(), last, place.by());
        if (!(outcome instanceof Result.Done<Served.Interruption> done)) {
            form.take(outcome);
            return Pages.faulty(page(place, Pages.of(offers.read(offer.id(), place.by())), List.of(), form));
        }
        if (shown) {
            flash.tell("served-interrupted");
            return Pages.seeOther(place.base());
        }
        form.having("shown", last.toString());
        return Pages.show(page(place, offer, follows(offer, done.value()), form));
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

    private Interrupt page(Place place, Offer offer, List<String> follows, Form form) {
        form.having("version", offer.version());
        return new Interrupt(
                place.trail(),
                words.one(offer, place.by(), place.base()),
                follows,
                place.of(offer, "/avbrudd"),
                place.base(),
                form);
    }

    private String department(HospitalId hospital, DepartmentId id) {
        return capacity.hospital(hospital)
                .map((Hospital known) -> known.departmentName(id))
                .orElse(id.value());
    }
}
