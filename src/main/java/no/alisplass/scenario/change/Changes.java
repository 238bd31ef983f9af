package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Sha256;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Stay;
import no.alisplass.scenario.SeatChange;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.Snapshot;

/** Puts a question into a frozen round, in the order of its parts; what makes no sense there is found, all of it at once. */
final class Changes {
    private static final int SHARED_MONTHS = 3;
    private static final int WHOLE_MONTHS = 6;

    private final World world;
    private final Question question;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Message> assumed = new ArrayList<>();

    /**
     * A round with the question put in.
     *
     * @param assumed what is taken for so, for people
     * @param leftOut how many doctors are not there
     * @param more how many are there beside
     */
    record Changed(World world, List<Message> assumed, int leftOut, int more) {}

    private Changes(World world, Question question) {
        this.world = world;
        this.question = question;
    }

    static Result<Changed> in(Snapshot base, Policy policy, Question question, Policies policies) {
        Changes changes = new Changes(new World(base, policy), question);
        new PolicyChange(changes.world, question.policy(), changes.faults, changes.assumed).put(policies);
        changes.departments();
        changes.shared();
        changes.closed();
        changes.seats();
        PeopleChanges people = new PeopleChanges(changes.world, question, changes.faults, changes.assumed);
        people.limits();
        people.doctors();
        return changes.faults.isEmpty()
                ? Result.done(new Changed(changes.world, List.copyOf(changes.assumed), people.leftOut(), people.more()))
                : Result.invalid(changes.faults);
    }

    private void fault(String field, Object value, String code, Object... arguments) {
        faults.add(Finding.of(field, value, code, arguments));
    }

    private void departments() {
        Set<DepartmentId> seen = new HashSet<>();
        for (int i = 0; i < question.added().size(); i++) {
            Question.AddedDepartment added = question.added().get(i);
            String field = "added[" + i + "]";
            if (world.mentions(added.id()) || !seen.add(added.id())) {
                fault(field + ".id", added.id(), "scenario.department-there", added.id());
            } else if (!world.seats().knows(added.like()) || seen.contains(added.like())) {
                fault(field + ".like", added.like(), "scenario.department-unknown", added.like());
            } else if (bounded(field + ".seats", added.seats())) {
                add(added);
            }
        }
    }

    private void add(Question.AddedDepartment added) {
        world.wishAlike(added.like(), added.id());
        assumed.add(Message.of("scenario.assumes-wishes", added.name(), added.like()));
        PositionId position = new PositionId(invented("ny", added.id().value()));
        for (HalfYear halfYear : world.seats().halfYears()) {
            world.seats().stays(added.like(), halfYear).stream()
                    .min(Comparator.comparing(stay -> stay.stay().legs().size()))
                    .ifPresent(like -> world.seats()
                            .offer(
                                    new OfferedStay(
                                            new Stay(position, halfYear, List.of(new Leg(added.id(), WHOLE_MONTHS))),
                                            like.services(),
                                            added.seats(),
                                            null,
                                            null),
                                    added.seats()));
        }
    }

    /** A name for a position that is not there, no longer than names are. */
    static String invented(String... parts) {
        String name = String.join("-", parts);
        return name.length() <= 60 ? name : parts[0] + "-" + Sha256.hex(name).substring(0, 40);
    }

    private boolean bounded(String field, int seats) {
        boolean fits = seats >= 0 && seats <= SeatChange.MOST;
        if (!fits) {
            fault(field, seats, "scenario.seats-unfit", seats, SeatChange.MOST);
        }
        return fits;
    }

    private List<HalfYear> halfYears(HalfYear one) {
        return one == null ? List.copyOf(world.seats().halfYears()) : List.of(one);
    }

    private boolean known(String field, HalfYear halfYear) {
        boolean known = halfYear == null || world.seats().halfYears().contains(halfYear);
        if (!known) {
            fault(field + ".halfYear", halfYear, "scenario.half-year-unknown", halfYear);
        }
        return known;
    }

    private boolean known(String field, DepartmentId department) {
        boolean known = world.seats().knows(department);
        if (!known) {
            fault(field, department, "scenario.department-unknown", department);
        }
        return known;
    }

    private void shared() {
        for (int i = 0; i < question.shared().size(); i++) {
            Question.SharedSeats shared = question.shared().get(i);
            String field = "shared[" + i + "]";
            if (!known(field + ".department", shared.department())
                    | !known(field + ".with", shared.with())
                    | !known(field, shared.halfYear())) {
                continue;
            }
            if (shared.department().equals(shared.with())) {
                fault(field + ".with", shared.with(), "scenario.shared-same", shared.with());
                continue;
            }
            int before = faults.size();
            for (HalfYear halfYear : halfYears(shared.halfYear())) {
                int there = world.seats().count(world.seats().own(shared.department(), halfYear));
                if (shared.seats() < 1 || shared.seats() > there) {
                    fault(
                            field + ".seats",
                            shared.seats(),
                            "scenario.shared-too-many",
                            shared.department(),
                            there,
                            halfYear);
                } else if (world.seats().stays(shared.with(), halfYear).isEmpty()) {
                    fault(field + ".with", shared.with(), "scenario.no-position", shared.with(), halfYear);
                }
            }
            if (faults.size() == before) {
                halfYears(shared.halfYear()).forEach(halfYear -> share(shared, halfYear));
            }
        }
    }

    private void share(Question.SharedSeats shared, HalfYear halfYear) {
        List<OfferedStay> own = world.seats().own(shared.department(), halfYear);
        world.seats().spread(own, world.seats().count(own) - shared.seats());
        Set<no.alisplass.domain.Service> services = new TreeSet<>(own.get(0).services());
        services.addAll(world.seats().stays(shared.with(), halfYear).get(0).services());
        Stay stay = new Stay(
                new PositionId(invented(
                        "delt", shared.department().value(), shared.with().value())),
                halfYear,
                List.of(new Leg(shared.department(), SHARED_MONTHS), new Leg(shared.with(), SHARED_MONTHS)));
        OfferedStay made = new OfferedStay(stay, services, shared.seats(), null, null);
        world.seats().offer(made, world.seats().count(made) + shared.seats());
    }

    private void closed() {
        for (int i = 0; i < question.closed().size(); i++) {
            Question.ClosedDepartment closed = question.closed().get(i);
            String field = "closed[" + i + "]";
            if (known(field + ".department", closed.department()) && known(field, closed.halfYear())) {
                halfYears(closed.halfYear()).forEach(halfYear -> world.seats()
                        .stays(closed.department(), halfYear)
                        .forEach(stay -> world.seats().seat(stay, 0)));
            }
        }
    }

    private boolean isClosed(DepartmentId department, HalfYear halfYear) {
        return question.closed().stream()
                .anyMatch(closed -> closed.department().equals(department)
                        && (closed.halfYear() == null || closed.halfYear().equals(halfYear)));
    }

    private void seats() {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < question.seats().size(); i++) {
            var asked = question.seats().get(i);
            String field = "seats[" + i + "]";
            List<OfferedStay> own = world.seats().own(asked.department(), asked.halfYear());
            if (!seen.add(List.of(asked.department(), asked.halfYear()))) {
                fault(field, asked.department(), "scenario.seat-twice", asked.department(), asked.halfYear());
            } else if (own.isEmpty()) {
                fault(field, asked.department(), "scenario.no-position", asked.department(), asked.halfYear());
            } else if (isClosed(asked.department(), asked.halfYear())) {
                fault(field, asked.seats(), "scenario.seats-of-closed", asked.department(), asked.halfYear());
            } else if (bounded(field, asked.seats())) {
                world.seats().spread(own, asked.seats());
            }
        }
    }
}
