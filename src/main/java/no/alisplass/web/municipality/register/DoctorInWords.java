package no.alisplass.web.municipality.register;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.register.AffiliationLink;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.CountedService;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What is known of a doctor as people say it, in groups as it is known. */
public record DoctorInWords(DepartmentWords departments, LocalDate today) {
    static final String NOTHING = "–";

    /** @param values what there is, one line each; "–" for nothing */
    @TemplateData
    public record Fact(String label, List<String> values) {}

    /** @param step of the form that asks for them */
    @TemplateData
    public record Group(DoctorStep step, String title, List<Fact> facts) {}

    public List<Group> groups(RegisteredDoctor doctor) {
        WaitlistEntry entry = doctor.facts().entry();
        return List.of(
                group(
                        DoctorStep.WHO,
                        "doctor-who",
                        fact("doctor-field-hprNumber", entry.hpr().digits()),
                        fact("doctor-field-email", entry.person().email())),
                group(DoctorStep.EMPLOYMENT, "doctor-affiliation", affiliation(entry.employment()), former(doctor)),
                group(
                        DoctorStep.TRAINING,
                        "doctor-training",
                        fact(
                                "doctor-field-scheme",
                                word("scheme", entry.training().scheme())),
                        fact(
                                "doctor-field-specialisationStart",
                                entry.training().start()),
                        fact("doctor-field-objectives", entry.progress().objectives()),
                        fact("doctor-field-activities", entry.progress().activities()),
                        fact(
                                "doctor-field-supervision",
                                word("supervision", entry.progress().supervision()))),
                service(entry),
                institution(doctor.facts()),
                wishes(doctor.facts()),
                group(
                        DoctorStep.READY,
                        "step-permisjon",
                        fact(
                                "doctor-field-leave",
                                word("leave", entry.readiness().leave())),
                        fact(
                                "doctor-field-locum",
                                word("locum", entry.readiness().locum())),
                        fact("doctor-field-note", entry.note())));
    }

    private Fact affiliation(Employment employment) {
        String kind = employment.kind() == null
                ? Texts.of("choice-affiliation-NONE")
                : word("affiliation", employment.kind());
        return fact("doctor-field-affiliation", with(kind, employment.days()));
    }

    /** What came before the affiliation the facts tell; null when nothing did. */
    private Fact former(RegisteredDoctor doctor) {
        List<String> before = former(
                        doctor.ownAffiliations(), doctor.facts().entry().employment())
                .stream()
                .map(this::link)
                .toList();
        return before.isEmpty() ? null : new Fact(Texts.of("register-affiliations-before"), before);
    }

    /** All links but the one the facts tell: where they tell none, or none that is left, every link is a former one. */
    static List<AffiliationLink> former(List<AffiliationLink> links, Employment told) {
        AffiliationLink last = links.isEmpty() ? null : links.get(links.size() - 1);
        boolean tells = last != null
                && last.kind() == told.kind()
                && (told.from() == null || told.from().equals(last.from()));
        return tells ? links.subList(0, links.size() - 1) : links;
    }

    private Group service(WaitlistEntry entry) {
        CountedService counted = entry.service().counted(new Counting(today, true), today);
        StatedService stated = entry.service().stated();
        boolean computed = !entry.service().periods().isEmpty();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Texts.of("register-counted", counted.on()), List.of(Formats.months(counted.months()))));
        facts.add(new Fact(Texts.of("register-counted-open"), List.of(Formats.months(counted.openPractice()))));
        if (computed) {
            facts.add(new Fact(
                    Texts.of("periods-title"),
                    entry.service().periods().stream().map(this::period).toList()));
        }
        if (stated.months() != null) {
            facts.add(fact("doctor-field-statedService", Formats.months(stated.months())));
            facts.add(fact(
                    "doctor-field-statedOpenPractice",
                    stated.openPractice() == null ? null : Formats.months(stated.openPractice())));
            facts.add(fact("doctor-field-statedOn", stated.on()));
            if (stated.share() != null) {
                facts.add(fact("doctor-field-statedShare", stated.share() + " %"));
            }
        }
        return new Group(DoctorStep.SERVICE, Texts.of("register-service"), facts);
    }

    private Group institution(DoctorFacts facts) {
        return group(
                DoctorStep.SERVICE,
                "doctor-institution",
                fact(
                        "doctor-field-monthsLeft",
                        facts.entry().institution().monthsLeft() == null
                                ? null
                                : Formats.months(facts.entry().institution().monthsLeft())),
                new Fact(
                        Texts.of("register-stays"),
                        orNothing(facts.stays().stream().map(this::stay).toList())),
                fact("register-interrupted", yes(facts.entry().institution().interrupted())));
    }

    private Group wishes(DoctorFacts facts) {
        Wishes wishes = facts.entry().wishes();
        return group(
                DoctorStep.WISHES,
                "doctor-wishes",
                fact("register-needed-from", earliest(wishes)),
                new Fact(Texts.of("doctor-ranked"), orNothing(ranked(wishes))),
                fact("doctor-field-wishes-onlyRanked", yes(wishes.onlyRanked())),
                fact("register-refused", departments.of(wishes.refused(), ", ")),
                fact(
                        "doctor-field-wishes-blocked",
                        wishes.blocked().stream().map(Formats::halfYear).collect(Collectors.joining(", "))),
                fact("doctor-field-wishes-weight", word("weight", wishes.weight())),
                fact("doctor-field-wishes-wholeOnly", yes(wishes.bothOrNothing())),
                fact("doctor-field-onCall", word("onCall", facts.onCall())));
    }

    /** Since when, and why, the doctor waits no longer; null for one who waits. */
    public static String closed(RegisteredDoctor doctor) {
        RegisteredDoctor.Closed closed = doctor.closed();
        return closed == null
                ? null
                : Texts.of("register-closed-on", closed.on(), Texts.of("register-closed-" + closed.reason()));
    }

    static String earliest(Wishes wishes) {
        return wishes.earliestStart() == null
                ? Texts.of("as-soon-as-may-be")
                : Formats.halfYear(wishes.earliestStart());
    }

    /** One line for each place among the wishes. */
    List<String> ranked(Wishes wishes) {
        List<String> lines = new ArrayList<>();
        String or = " " + Texts.of("wish-or") + " ";
        wishes.ranked().forEach(group -> lines.add((lines.size() + 1) + ". " + departments.of(group, or)));
        return lines;
    }

    String period(ServicePeriod period) {
        String told = Texts.of(
                "register-period",
                days(period.days()),
                Integer.toString(period.percentage()),
                word("kind", period.kind()));
        return period.leaves().isEmpty()
                ? told
                : told + "; "
                        + Texts.of(
                                "register-period-leaves",
                                period.leaves().stream()
                                        .map(DoctorInWords::days)
                                        .collect(Collectors.joining(", ")));
    }

    String place(InstitutionStay stay) {
        return stay.department() != null
                ? departments.of(stay.department())
                : stay.elsewhere() == null ? Texts.of("register-place-unknown") : stay.elsewhere();
    }

    String stay(InstitutionStay stay) {
        String months = stay.months() == null ? NOTHING : Formats.months(stay.months());
        String told = place(stay) + ", " + months;
        String days =
                stay.from() == null && stay.to() == null ? told : with(told, new DateRange(stay.from(), stay.to()));
        return stay.known() == InstitutionStay.Known.COMPLETED ? days + ", " + Texts.of("register-stay-here") : days;
    }

    String link(AffiliationLink link) {
        return with(word("affiliation", link.kind()), new DateRange(link.from(), link.to()));
    }

    /** 01.03.2024–31.08.2025, where one of the days is known. */
    static String days(DateRange days) {
        if (days.from() == null) {
            return Texts.of("register-days-to", Formats.shortDate(days.to()));
        }
        String from = Formats.shortDate(days.from());
        return days.to() == null ? Texts.of("register-days-on", from) : from + "–" + Formats.shortDate(days.to());
    }

    private static String with(String told, DateRange days) {
        return days.from() == null && days.to() == null ? told : told + ", " + days(days);
    }

    static String yes(boolean is) {
        return Texts.of(is ? "register-yes" : "register-no");
    }

    /** The word of a choice of the form; null for none. */
    static String word(String field, Enum<?> value) {
        return value == null ? null : Texts.of("choice-" + field + "-" + value.name());
    }

    private static Group group(DoctorStep step, String key, Fact... facts) {
        List<Fact> told = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact != null) {
                told.add(fact);
            }
        }
        return new Group(step, Texts.of(key), told);
    }

    private static Fact fact(String key, Object value) {
        String told = value == null ? "" : value instanceof LocalDate date ? Formats.longDate(date) : value.toString();
        return new Fact(Texts.of(key), List.of(told.isEmpty() ? NOTHING : told));
    }

    private static List<String> orNothing(List<String> values) {
        return values.isEmpty() ? List.of(NOTHING) : values;
    }
}
