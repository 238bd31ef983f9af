package no.alisplass.scenario.change;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Sha256;

/** Puts into a round what a question changes about its areas and doctors: how many each area can spare, who is left out, who is there beside. */
final class PeopleChanges {
    private static final int PERCENT = 100;

    private final World world;
    private final Question question;
    private final List<Finding> faults;
    private final List<Message> assumed;
    private int leftOut;
    private int more;

    /** @param faults and {@code assumed}: what is found and taken for so is put there */
    PeopleChanges(World world, Question question, List<Finding> faults, List<Message> assumed) {
        this.world = world;
        this.question = question;
        this.faults = faults;
        this.assumed = assumed;
    }

    /** How many doctors are not there. */
    int leftOut() {
        return leftOut;
    }

    /** How many are there beside. */
    int more() {
        return more;
    }

    private void fault(String field, Object value, String code, Object... arguments) {
        faults.add(Finding.of(field, value, code, arguments));
    }

    void limits() {
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

    void doctors() {
        List<Person> there = List.copyOf(world.people().values());
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
                List<Person> some = of(out.area(), List.copyOf(world.people().values()));
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

    private void add(String field, Question.MoreDoctors asked, List<Person> there) {
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
        List<Person> some = of(asked.area(), there);
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
        List<Person> drawn = drawn(some, field);
        for (int i = 0; i < number; i++) {
            world.addLike(drawn.get(i % drawn.size()));
        }
        more += number;
    }

    private static List<Person> of(AreaCode area, List<Person> there) {
        return there.stream()
                .filter(one -> area == null || one.area().equals(area))
                .toList();
    }

    /** Half is rounded up. */
    private static int share(int of, int percent) {
        return Math.toIntExact(((long) of * percent + PERCENT / 2) / PERCENT);
    }

    /** In an order that the seed gives, the same each time. */
    private List<Person> drawn(List<Person> some, String what) {
        return some.stream()
                .sorted(Comparator.comparing(one -> Sha256.hex(question.seed() + ":" + what + ":" + one.id())))
                .toList();
    }
}
