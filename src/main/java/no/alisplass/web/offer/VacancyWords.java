package no.alisplass.web.offer;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Users;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.vacancy.life.VacancyEvent;
import no.alisplass.vacancy.rank.Standing;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Moments;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** Sporadic vacancies as pages show them, to whomever they are for. */
@ApplicationScoped
public class VacancyWords {
    private final Directory directory;
    private final ListedDoctors doctors;
    private final Users users;
    private final Clock clock;

    @Inject
    VacancyWords(Directory directory, ListedDoctors doctors, Users users, Clock clock) {
        this.directory = directory;
        this.doctors = doctors;
        this.users = users;
        this.clock = clock;
    }

    /**
     * One vacancy.
     *
     * @param state in words, shown as {@code badge}
     * @param next what is to happen, and when; null where nothing is
     * @param notice what is worth knowing of its days; null for nothing
     */
    @TemplateData
    public record Told(
            long id,
            String hospital,
            String department,
            LocalDate from,
            LocalDate to,
            boolean onCall,
            String note,
            String state,
            String badge,
            String next,
            String notice,
            String href) {}

    /** Where a doctor stands. @param place null for who is not ranked @param said what the area has said; null for nothing */
    @TemplateData
    public record Doctor(
            String hpr, Integer place, String name, String area, String why, String said, boolean canBeNominated) {
        public boolean isRanked() {
            return place != null;
        }
    }

    /** A step that was taken. @param doctor whom it was about; null for nobody */
    @TemplateData
    public record Line(String at, String what, String doctor, String who, String text, String until) {}

    /** The doctor chosen in a form. @throws IllegalArgumentException for what is no HPR number */
    public static HprNumber hpr(String digits) {
        return HprNumber.read(digits).orElseThrow(() -> new IllegalArgumentException(digits));
    }

    public Names names(Vacancy vacancy) {
        return directory.names(vacancy.hospital());
    }

    public Told told(Vacancy vacancy, Names names, String href) {
        return new Told(
                vacancy.id(),
                names.hospital(),
                names.department(vacancy.department()),
                vacancy.from(),
                vacancy.to(),
                vacancy.onCall(),
                vacancy.note(),
                Texts.of("vacancy-state-" + vacancy.state()),
                badge(vacancy.state()),
                next(vacancy),
                VacancyWay.warnings(vacancy.from(), vacancy.to()).stream()
                        .findFirst()
                        .map(Texts::of)
                        .orElse(null),
                href);
    }

    private static String badge(VacancyState state) {
        return switch (state) {
            case OPEN -> "warning";
            case OFFERED -> "info";
            case FILLED -> "success";
            case RELEASED, OWN, WITHDRAWN -> "neutral";
        };
    }

    private String next(Vacancy vacancy) {
        if (vacancy.state() == VacancyState.RELEASED) {
            return Texts.of("vacancy-released-means");
        }
        if (vacancy.course() == null || vacancy.state() != VacancyState.OPEN) {
            return null;
        }
        Instant nominate = vacancy.course().nominateBy();
        return clock.instant().isBefore(nominate)
                ? Texts.of("vacancy-nominate-by", OfferWords.deadlineThen(nominate))
                : Texts.of(
                        "vacancy-release-at",
                        OfferWords.deadlineThen(vacancy.course().releaseAt()));
    }

    public List<Doctor> doctors(List<Standing> standings, Names names) {
        return standings.stream()
                .map(each -> new Doctor(
                        each.hpr().digits(),
                        each.place(),
                        each.name(),
                        names.area(each.area()),
                        Texts.of(each.why()),
                        each.nomination() == null ? null : Texts.of("vacancy-said-" + each.nomination()),
                        each.canBeNominated()))
                .toList();
    }

    /** The record of a vacancy, the latest first. Names of the hospital's people are for the hospital. */
    public List<Line> record(List<VacancyEvent> events, Acting reader) {
        Map<HprNumber, RegisteredDoctor> known = doctors.records(events.stream()
                .map(VacancyEvent::hpr)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<String, String> called = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (VacancyEvent event : events) {
            boolean named = reader.actor() != Actor.AREA
                    && event.who() != null
                    && (event.actor() == Actor.COORDINATOR || event.actor() == Actor.DEPARTMENT);
            lines.add(
                    0,
                    new Line(
                            Moments.text(event.at()),
                            Texts.of("vacancy-did-" + event.step().word()),
                            event.hpr() == null ? null : name(event.hpr(), known.get(event.hpr()), reader),
                            named ? called.computeIfAbsent(event.who(), users::nameOf) : Texts.told(event.actor()),
                            event.text(),
                            event.until() == null ? null : OfferWords.deadline(event.until())));
        }
        return lines;
    }

    private static String name(HprNumber hpr, RegisteredDoctor known, Acting reader) {
        return known == null || reader.area() != null && !known.area().equals(reader.area())
                ? Texts.of("offer-doctor-unnamed", hpr.digits())
                : known.facts().entry().name();
    }
}
