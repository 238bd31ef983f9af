package no.alisplass.web;

import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.Rounds;

/** A hospital, two municipalities with a chief physician each (and a deputy), and a round of their own for every test. */
final class MunicipalityTown {
    static final String PASSWORD = "et-langt-nok-passord";
    static final String CHIEF = "town-9301";
    static final String DEPUTY = "town-9301-vara";
    static final String OTHER = "town-9302";
    static final HospitalId HOSPITAL = new HospitalId("town");
    private static final AtomicInteger YEAR = new AtomicInteger(2050);

    private final Rounds rounds;

    MunicipalityTown(Users users, Capacity capacity, Catchment catchment, Rounds rounds) {
        this.rounds = rounds;
        if (capacity.hospital(HOSPITAL).isPresent()) {
            return;
        }
        done(capacity.put(
                new Hospital(
                        HOSPITAL,
                        "974589095",
                        "Byens sykehus",
                        List.of(
                                new Division(
                                        "Medisin",
                                        Service.SOMATIC,
                                        List.of(
                                                department("town-geriatri", "Geriatrisk avdeling"),
                                                department("town-lunge", "Lungeavdelingen"),
                                                department("town-onh", "Øre-nese-halsavdelingen"))),
                                new Division(
                                        "Psykisk helse",
                                        Service.PSYCHIATRY,
                                        List.of(department("town-akutt", "Akuttpsykiatrisk avdeling"))))),
                null));
        area(catchment, "9301", "Storvik");
        area(catchment, "9302", "Lillevik");
        users.create(User.of(CHIEF, "Oda Overlege", Roles.MUNICIPALITY).in(new AreaCode("9301")), PASSWORD);
        users.create(User.of(DEPUTY, "Vera Vara", Roles.MUNICIPALITY).in(new AreaCode("9301")), PASSWORD);
        users.create(User.of(OTHER, "Nils Nabo", Roles.MUNICIPALITY).in(new AreaCode("9302")), PASSWORD);
    }

    private static Department department(String id, String name) {
        return new Department(new DepartmentId(id), name, true);
    }

    private static void area(Catchment catchment, String code, String name) {
        done(catchment.put(new Area(new AreaCode(code), name, AreaKind.MUNICIPALITY), null));
        done(catchment.putMemberships(
                new AreaCode(code),
                List.of(new Membership(HOSPITAL, null, LocalDate.of(2020, 1, 1), null)),
                HOSPITAL::equals,
                0L));
    }

    /** Opens a round; the address of the list in it. */
    String openRound() {
        HalfYear half = HalfYear.parse(YEAR.getAndIncrement() + "-V");
        String id = "town-" + half.year();
        done(rounds.create(new RoundPlan(
                new RoundId(id),
                HOSPITAL,
                "Vår " + half.year(),
                List.of(half),
                "ahus-2020",
                null,
                null,
                null,
                half.start().minusMonths(6))));
        done(rounds.open(new RoundId(id), null));
        return "/kommune/runder/" + id;
    }

    static Browser.Visitor visit(URL site, int width, String user, String address) {
        return visit(Browser.visitor(site, width), user, address);
    }

    static Browser.Visitor visit(Browser.Visitor visitor, String user, String address) {
        return visitor.in(user, PASSWORD).at(address);
    }

    static <T> T done(Result<T> outcome) {
        if (outcome instanceof Result.Done<T> done) {
            return done.value();
        }
        throw new AssertionError(outcome);
    }

    static String csv(String... rows) {
        return "Prioritet;Navn;HPR-nummer;Kommunenummer;Tilknytning;Vikariat til og med;Ordning;Tellende tjeneste (md);"
                + "Åpen uselektert praksis (md);Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
                + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1;Ønsket avdeling 2;"
                + "Tellende tjeneste per;Stilling videre i %\r\n"
                + String.join("\r\n", rows) + "\r\n";
    }

    static String row(int priority, String name, String hpr) {
        return priority + ";" + name + ";" + hpr
                + ";9301;fast ansatt;;ny;30,5;24;70;8;påbegynt;6;Geriatri;Lunge;01.01.2026;0";
    }
}
