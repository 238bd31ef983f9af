package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
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
    private static final int PERCENT = 100;

    private final World world;
    private final Question question;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Message> assumed = new ArrayList<>();
    private int leftOut;
    private int more;

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
        changes.policy(policies);
        changes.departments();
        changes.shared();
        changes.closed();
        changes.seats();
        changes.limits();
        changes.doctors();
        return changes.faults.isEmpty()
                ? Result.done(new Changed(changes.world, List.copyOf(changes.assumed), changes.leftOut, changes.more))
                : Result.invalid(changes.faults);
    }

    private void fault(String field, Object value, String code, Object... arguments) {
        faults.add(Finding.of(field, value, code, arguments));
    }

    private void policy(Policies policies) {
        Question.PolicyTerms terms = question.policy();
        if (terms == null) {
            return;
        }
        Policy policy = world.policy();
        if ((terms.id() == null) != (terms.version() == null)) {
            fault("policy.id", terms.id(), "scenario.policy-half");
            return;
        }
        if (terms.id() != null) {
            Optional<Policy> other = policies.get(terms.id(), terms.version());
            if (other.isEmpty()) {
                String known = String.join(
                        ", ",
                        policies.all().stream()
                                .map(each -> each.id() + "/" + each.version())
                                .toList());
                fault(
                        "policy.id",
                        terms.id(),
                        "scenario.policy-unknown",
                        terms.id(),
                        Integer.toString(terms.version()),
                        known);
                return;
            }
            policy = other.get();
        }
        Map<List<String>, String> values = new LinkedHashMap<>();
        for (int i = 0; i < terms.settings().size(); i++) {
            Question.Setting setting = terms.settings().get(i);
            String field = "policy.settings[" + i + "]";
            if (!setting.parameter().takes(setting.value())) {
                fault(
                        field,
                        setting.value(),
                        "scenario.setting-unfit",
                        setting.parameter().text(),
                        setting.parameter().bounds());
            } else if (values.put(setting.parameter().path(), setting.value()) != null) {
                fault(
                        field,
                        setting.parameter(),
                        "scenario.setting-twice",
                        setting.parameter().text());
            } else if (policies.with(policy, Map.of(setting.parameter().path(), setting.value()))
                    .isEmpty()) {
                fault(
                        field,
                        setting.parameter(),
                        "scenario.setting-none",
                        policy.title(),
                        setting.parameter().text());
            }
        }
        if (faults.isEmpty()) {
            Policy changed =
                    values.isEmpty() ? policy : policies.with(policy, values).orElseThrow();
            if (!changed.equals(world.policy())) {
                world.policy(changed);
                assumed.add(Message.of("scenario.assumes-facts"));
            }
        }
    }

    private void departments() {
        Set<DepartmentId> seen = new HashSet<>();
        for (int i = 0; i < question.added().size(); i++) {
            Question.AddedDepartment added = question.added().get(i);
            String field = "added[" + i + "]";
            if (world.mentions(added.id()) || !seen.add(added.id())) {
                fault(field + ".id", added.id(), "scenario.department-there", added.id());
            } else if (!world.knows(added.like()) || seen.contains(added.like())) {
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
        for (HalfYear halfYear : world.halfYears()) {
            world.stays(added.like(), halfYear).stream()
                    .min(Comparator.comparing(stay -> stay.stay().legs().size()))
                    .ifPresent(like -> world.offer(
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
        return one == null ? List.copyOf(world.halfYears()) : List.of(one);
    }

    private boolean known(String field, HalfYear halfYear) {
        boolean known = halfYear == null || world.halfYears().contains(halfYear);
        if (!known) {
            fault(field + ".halfYear", halfYear, "scenario.half-year-unknown", halfYear);
        }
        return known;
    }

    private boolean known(String field, DepartmentId department) {
        boolean known = world.knows(department);
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
                int there = world.seats(world.own(shared.department(), halfYear));
                if (shared.seats() < 1 || shared.seats() > there) {
                    fault(
                            field + ".seats",
                            shared.seats(),
                            "scenario.shared-too-many",
                            shared.department(),
                            there,
                            halfYear);
                } else if (world.stays(shared.with(), halfYear).isEmpty()) {
                    fault(field + ".with", shared.with(), "scenario.no-position", shared.with(), halfYear);
                }
            }
            if (faults.size() == before) {
                halfYears(shared.halfYear()).forEach(halfYear -> share(shared, halfYear));
            }
        }
    }

    private void share(Question.SharedSeats shared, HalfYear halfYear) {
        List<OfferedStay> own = world.own(shared.department(), halfYear);
        world.spread(own, world.seats(own) - shared.seats());
        Set<no.alisplass.domain.Service> services = new TreeSet<>(own.get(0).services());
        services.addAll(world.stays(shared.with(), halfYear).get(0).services());
        Stay stay = new Stay(
                new PositionId(invented(
                        "delt", shared.department().value(), shared.with().value())),
                halfYear,
                List.of(new Leg(shared.department(), SHARED_MONTHS), new Leg(shared.with(), SHARED_MONTHS)));
        OfferedStay made = new OfferedStay(stay, services, shared.seats(), null, null);
        world.offer(made, world.seats(made) + shared.seats());
    }

    private void closed() {
        for (int i = 0; i < question.closed().size(); i++) {
            Question.ClosedDepartment closed = question.closed().get(i);
            String field = "closed[" + i + "]";
            if (known(field + ".department", closed.department()) && known(field, closed.halfYear())) {
                halfYears(closed.halfYear()).forEach(halfYear -> world.stays(closed.department(), halfYear)
                        .forEach(stay -> world.seat(stay, 0)));
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
            List<OfferedStay> own = world.own(asked.department(), asked.halfYear());
            if (!seen.add(List.of(asked.department(), asked.halfYear()))) {
                fault(field, asked.department(), "scenario.seat-twice", asked.department(), asked.halfYear());
            } else if (own.isEmpty()) {
                fault(field, asked.department(), "scenario.no-position", asked.department(), asked.halfYear());
            } else if (isClosed(asked.department(), asked.halfYear())) {
                fault(field, asked.seats(), "scenario.seats-of-closed", asked.department(), asked.halfYear());
            } else if (bounded(field, asked.seats())) {
                world.spread(own, asked.seats());
            }
        }
    }

    private void limits() {
        Set<AreaCode> seen = new HashSet<>();
        for (int i = 0; i < question.limits().size(); i++) {
            Question.AreaLimit limit = question.limits().get(i);
            String field = "limits[" + i + "]";
            if (!known(field, limit.area())) {
                continue;
            }
            if (!seen.add(limit.area())) {
                fault(field, limit.area(), "scenario.area-twice", limit.area());
            } else if (limit.most() != null && limit.most() < 0) {
                fault(field + ".most", limit.most(), "scenario.limit-unfit", limit.most());
            } else {
                world.limit(limit.area(), limit.most());
            }
        }
    }

    private boolean known(String field, AreaCode area) {
        boolean known = area == null || world.areas().contains(area);
        if (!known) {
            fault(field + ".area", area, "scenario.area-unknown", area);
        }
        return known;
    }

    private void doctors() {
        List<World.Person> there = List.copyOf(world.people().values());
        leaveOutNamed();
        leaveOutShares();
        for (int i = 0; i < question.more().size(); i++) {
            add("more[" + i + "]", question.more().get(i), there);
        }
        if (more > 0) {
            assumed.add(Message.of("scenario.assumes-alike", more, Long.toString(question.seed())));
        }
        if (leftOut > 0
                && question.seed() != null
                && question.leftOut().stream().anyMatch(out -> out.share() != null)) {
            assumed.add(Message.of("scenario.assumes-drawn-out", Long.toString(question.seed())));
        }
    }

    private void leaveOutNamed() {
        Set<DoctorId> named = new HashSet<>();
        for (int i = 0; i < question.leftOut().size(); i++) {
            Question.LeftOut out = question.leftOut().get(i);
            String field = "leftOut[" + i + "]";
            if (out.doctor() == null) {
                continue;
            }
            if (out.share() != null || out.area() != null) {
                fault(field, out.doctor(), "scenario.left-out-both");
            } else if (!named.add(out.doctor())) {
                fault(field + ".doctor", out.doctor(), "scenario.doctor-twice", out.doctor());
            } else if (!world.people().containsKey(out.doctor())) {
                fault(field + ".doctor", out.doctor(), "scenario.doctor-unknown", out.doctor());
            } else {
                leaveOut(out.doctor());
            }
        }
    }

    /** Each share is of those the ones before it have left. */
    private void leaveOutShares() {
        for (int i = 0; i < question.leftOut().size(); i++) {
            Question.LeftOut out = question.leftOut().get(i);
            String field = "leftOut[" + i + "]";
            if (out.doctor() != null) {
                continue;
            }
            if (out.share() == null || out.share() < 1 || out.share() > PERCENT) {
                fault(field + ".share", out.share(), "scenario.share-unfit", out.share(), PERCENT);
            } else if (known(field, out.area())) {
                List<World.Person> some =
                        of(out.area(), List.copyOf(world.people().values()));
                int number = share(some.size(), out.share());
                if (number == 0) {
                    assumed.add(Message.of("scenario.assumes-share-of-none", out.share(), some.size()));
                }
                drawn(some, "ut").subList(0, number).forEach(one -> leaveOut(one.id()));
            }
        }
    }

    private void leaveOut(DoctorId doctor) {
        world.leaveOut(doctor);
        leftOut++;
    }

    private void add(String field, Question.MoreDoctors asked, List<World.Person> there) {
        if ((asked.number() == null) == (asked.share() == null)) {
            fault(field, asked.number(), "scenario.more-either");
            return;
        }
        Integer count = Objects.requireNonNullElse(asked.number(), asked.share());
        if (count < 1 || count > (asked.number() == null ? PERCENT * PERCENT : Question.MOST_DOCTORS)) {
            fault(field, count, "scenario.more-unfit", count);
            return;
        }
        if (!known(field, asked.area())) {
            return;
        }
        List<World.Person> some = of(asked.area(), there);
        if (some.isEmpty()) {
            fault(field + ".area", asked.area(), "scenario.more-of-none", asked.area());
            return;
        }
        int number = asked.number() == null ? share(some.size(), count) : count;
        if (more + number > Question.MOST_DOCTORS) {
            fault(field, number, "scenario.more-too-many", more + number, Question.MOST_DOCTORS);
            return;
        }
        if (number == 0) {
            assumed.add(Message.of("scenario.assumes-more-of-none", count, some.size()));
        }
        List<World.Person> drawn = drawn(some, field);
        for (int i = 0; i < number; i++) {
            world.addLike(drawn.get(i % drawn.size()));
        }
        more += number;
    }

    private static List<World.Person> of(AreaCode area, List<World.Person> there) {
        return there.stream()
                .filter(one -> area == null || one.area().equals(area))
                .toList();
    }

    /** Half is rounded up. */
    private static int share(int of, int percent) {
        return Math.toIntExact(((long) of * percent + PERCENT / 2) / PERCENT);
    }

    /** In an order that the seed gives, the same each time. */
    private List<World.Person> drawn(List<World.Person> some, String what) {
        return some.stream()
                .sorted(Comparator.comparing(one -> Sha256.hex(question.seed() + ":" + what + ":" + one.id())))
                .toList();
    }
}
