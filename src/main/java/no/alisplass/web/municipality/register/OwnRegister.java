package no.alisplass.web.municipality.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.Register;
import no.alisplass.register.RegisterAreas;
import no.alisplass.web.municipality.DoctorChoices;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;

/** What the pages of the caller's own register are made of. The area stands in no address: it is always the caller's. */
@ApplicationScoped
class OwnRegister {
    static final String BASE = "/kommune/leger";
    static final String START = "/kommune";
    static final String HPR = "[0-9]{1,9}";

    private final Caller caller;
    private final Register register;
    private final RegisterAreas areas;
    private final Capacity capacity;
    private final Clock clock;

    @Inject
    OwnRegister(Caller caller, Register register, RegisterAreas areas, Capacity capacity, Clock clock) {
        this.caller = caller;
        this.register = register;
        this.areas = areas;
        this.capacity = capacity;
        this.clock = clock;
    }

    AreaCode area() {
        return caller.ownArea();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day it is then, here. */
    LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    static HprNumber number(String text) {
        return HprNumber.read(text)
                .orElseGet(() ->
                        Pages.of(Result.notFound(Finding.of("hprNumber", text, "register.doctor-unknown", text))));
    }

    DoctorRecord doctor(HprNumber hpr) {
        return Pages.of(register.doctor(area(), hpr));
    }

    static String address(HprNumber hpr) {
        return BASE + "/" + hpr.digits();
    }

    static List<Link> trail() {
        return new ArrayList<>(List.of(Link.to(Texts.of("register-title"), START)));
    }

    static List<Link> trail(DoctorRecord known) {
        List<Link> trail = trail();
        trail.add(Link.to(
                known.doctor().facts().entry().name(), address(known.doctor().hpr())));
        return trail;
    }

    /** What there is to choose between for a doctor. @param also ids of departments that stand there already */
    DoctorChoices choices(Set<String> also) {
        return new DoctorChoices(departments(also), HalfYear.startingOnOrAfter(today()), BASE + "/skjema", today());
    }

    /** Those of the hospitals that serve the area, and what else stands there, so that nothing is lost by being shown. */
    private List<Department> departments(Set<String> also) {
        List<Department> all = new ArrayList<>(names(Pages.of(areas.hospitals(area()))));
        Set<String> others = new HashSet<>(also);
        all.forEach(each -> others.remove(each.id().value()));
        if (!others.isEmpty()) {
            names(capacity.hospitals()).stream()
                    .filter(each -> others.contains(each.id().value()))
                    .forEach(all::add);
        }
        return all;
    }

    /** What departments are called, in words for all of them. */
    DepartmentWords words() {
        return DepartmentWords.of(capacity.hospitals());
    }

    /** With the name of the hospital where there are several. */
    static List<Department> names(List<Hospital> hospitals) {
        boolean several = hospitals.size() > 1;
        return hospitals.stream()
                .flatMap(hospital -> hospital.departments()
                        .map(each -> several
                                ? new Department(
                                        each.id(),
                                        Texts.of("register-department-of", each.name(), hospital.name()),
                                        each.onCall())
                                : each))
                .toList();
    }
}
