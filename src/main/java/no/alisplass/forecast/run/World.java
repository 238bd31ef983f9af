package no.alisplass.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.register.entry.WaitlistEntry;

/** What is the same in every replication: worked out once, and read by all threads. */
public final class World {
    final ForecastInput input;
    final Plan plan;
    final Policy policy;
    final boolean onStartDay;
    final int halfYears;
    final int areas;
    final int queued;
    /** Of each area the first that the rules of offering ask the same of, but for how many it spares. */
    final int[] likeArea;

    final Facts facts;

    private final Map<AreaCode, Integer> areaNumbers = new TreeMap<>();
    private final List<RoundShape> rounds = new ArrayList<>();
    private final List<DepartmentId> departments;
    private final LocalDate[] starts;
    private final boolean[][] statedShort;
    private final List<List<Set<Service>>> covered = new ArrayList<>();
    private final Set<HprNumber> taken = new HashSet<>();
    /** Two threads may make the same one, which does not matter. As they have been asked for: for each whose wishes they are like, by the earliest half-year; own ones and those without what was blocked. */
    private final Wished[][][] wishes;

    public World(ForecastInput input) {
        this.input = input;
        plan = input.plan();
        policy = input.policy();
        onStartDay = policy.counting().onStartDay();
        halfYears = plan.halfYears();
        areas = input.areas().size();
        queued = input.queue().size();
        starts = new LocalDate[halfYears];
        for (int i = 0; i < halfYears; i++) {
            starts[i] = plan.halfYear(i).start();
        }
        TreeSet<DepartmentId> known = new TreeSet<>();
        plan.positions()
                .forEach(position ->
                        position.legs().stream().map(Leg::department).forEach(known::add));
        if (known.size() > Long.SIZE) {
            throw new IllegalArgumentException("A plan can name " + Long.SIZE + " departments at most.");
        }
        departments = List.copyOf(known);
        for (int a = 0; a < areas; a++) {
            areaNumbers.put(input.areas().get(a).code(), a);
        }
        statedShort = new boolean[areas][halfYears];
        for (int a = 0; a < areas; a++) {
            PlannedArea area = input.areas().get(a);
            List<Set<Service>> services = new ArrayList<>();
            for (int i = 0; i < halfYears; i++) {
                statedShort[a][i] = area.known().shortOfSpecialists(starts[i]);
                services.add(area.known().covered(plan.hospital(), starts[i]));
            }
            covered.add(services);
        }
        likeArea = likeAreas();
        for (int first = 0; first < halfYears; first += plan.perRound()) {
            rounds.add(new RoundShape(input, first));
        }
        wishes = new Wished[2][queued + 1][halfYears + 1];
        input.queue().forEach(doctor -> taken.add(doctor.entry().hpr()));
        facts = new Facts(this);
    }

    private int[] likeAreas() {
        int[] like = new int[areas];
        for (int a = 0; a < areas; a++) {
            like[a] = a;
            for (int b = 0; b < a && like[a] == a; b++) {
                boolean same = covered.get(a).equals(covered.get(b)) && Objects.equals(agreed(a), agreed(b));
                like[a] = same ? b : a;
            }
        }
        return like;
    }

    int rounds() {
        return rounds.size();
    }

    RoundShape round(int number) {
        return rounds.get(number);
    }

    LocalDate start(int halfYear) {
        return starts[halfYear];
    }

    Agreed agreed(int area) {
        if (!policy.eligibility().asksAgreed()) {
            return null;
        }
        Agreed known = input.areas().get(area).agreed();
        return known == null ? new Agreed(plan.hospital(), null, null, null) : known;
    }

    boolean statedShort(int area, int halfYear) {
        return statedShort[area][halfYear];
    }

    Set<Service> covered(int area, int halfYear) {
        return covered.get(area).get(halfYear);
    }

    /** Where a doctor of the queue as it stood belongs. */
    int area(int number) {
        return areaNumbers.get(input.queue().get(number).area());
    }

    boolean isTaken(HprNumber hpr) {
        return taken.contains(hpr);
    }

    Scheme scheme(Person person) {
        return person.queued >= 0 ? entry(person.queued).training().scheme() : Scheme.NEW;
    }

    WaitlistEntry entry(int number) {
        return input.queue().get(number).entry();
    }

    Set<DepartmentId> served(long mask) {
        if (mask == 0) {
            return Set.of();
        }
        Set<DepartmentId> served = new TreeSet<>();
        for (int d = 0; d < departments.size(); d++) {
            if ((mask >> d & 1) != 0) {
                served.add(departments.get(d));
            }
        }
        return served;
    }

    long mask(Iterable<DepartmentId> some) {
        long mask = 0;
        for (DepartmentId each : some) {
            int at = departments.indexOf(each);
            mask |= at < 0 ? 0 : 1L << at;
        }
        return mask;
    }

    /** @param letStart by half-year of the plan, whether these wishes let a service start in it */
    record Wished(Wishes wishes, boolean[] letStart) {}

    /** Whether a doctor's wishes let a service start: those in the register, or, of one who is like a doctor there, the same but for when. */
    boolean letStart(Person person, int halfYear) {
        return wished(person.wishesLike, person.ownWishes, person.earliest).letStart[halfYear];
    }

    /** @param own with what is blocked there */
    Wishes wishes(int whose, boolean own, int earliest) {
        return wished(whose, own, earliest).wishes;
    }

    private Wished wished(int whose, boolean own, int earliest) {
        int from = Math.max(0, Math.min(earliest, halfYears));
        Wished[] known = wishes[own ? 1 : 0][whose + 1];
        if (known[from] == null) {
            Wishes made = made(whose, own, from);
            boolean[] letStart = new boolean[halfYears];
            for (int i = 0; i < halfYears; i++) {
                letStart[i] = made.letStart(plan.halfYear(i));
            }
            known[from] = new Wished(made, letStart);
        }
        return known[from];
    }

    boolean blocksSome(int whose) {
        return whose >= 0 && !entry(whose).wishes().blocked().isEmpty();
    }

    private Wishes made(int whose, boolean own, int earliest) {
        Wishes like = whose < 0 ? Wishes.NONE : entry(whose).wishes();
        return own && earliest == 0
                ? like
                : new Wishes(
                        like.ranked(),
                        like.onlyRanked(),
                        like.refused(),
                        earliest > 0 ? plan.first().plus(earliest) : null,
                        own ? like.blocked() : Set.of(),
                        like.weight(),
                        like.wholeOnly());
    }
}
