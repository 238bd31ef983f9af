package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Audit;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;

/**
 * Doctors whom several areas have sent to the same round. Nobody is ranked twice, and no area can stop a round: until the
 * coordinator has settled where a doctor belongs, that one doctor waits.
 */
@ApplicationScoped
public class TwoLists {
    /** Among the acts of the round, whose history shows it. */
    private static final String SETTLED = "round.list-settled";

    public static final int MIN_REASON = 10;
    public static final int MAX_REASON = 1000;

    private final EntityManager database;
    private final Waitlists waitlists;
    private final Rounds rounds;
    private final Audit audit;

    @Inject
    TwoLists(EntityManager database, Waitlists waitlists, Rounds rounds, Audit audit) {
        this.database = database;
        this.waitlists = waitlists;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** On whose list a doctor counts, and why. */
    public record Settled(HprNumber hprNumber, AreaCode area, String reason) {}

    /**
     * A doctor on several lists.
     *
     * @param settled null until the coordinator has settled it, and again when the area chosen has taken the doctor off
     */
    public record Listed(HprNumber hprNumber, String name, List<AreaCode> areas, Settled settled) {
        public Listed {
            areas = List.copyOf(areas);
        }
    }

    /** The doctors on several of the lists that count in a round, by number. */
    @Transactional
    public List<Listed> of(RoundId round) {
        Map<HprNumber, Settled> settled = settled(round);
        Map<HprNumber, List<AreaCode>> areas = new TreeMap<>();
        Map<HprNumber, String> names = new TreeMap<>();
        for (Submission list : waitlists.submitted(round)) {
            for (WaitlistEntry entry : list.entries()) {
                areas.computeIfAbsent(entry.hpr(), unseen -> new ArrayList<>()).add(list.area());
                names.putIfAbsent(entry.hpr(), entry.name());
            }
        }
        return areas.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Listed(
                        each.getKey(),
                        names.get(each.getKey()),
                        each.getValue(),
                        settled.containsKey(each.getKey())
                                        && each.getValue()
                                                .contains(settled.get(each.getKey())
                                                        .area())
                                ? settled.get(each.getKey())
                                : null))
                .toList();
    }

    /** What was settled in a round, whether it is still needed or not. */
    @Transactional
    public Map<HprNumber, Settled> settled(RoundId round) {
        Map<HprNumber, Settled> settled = new TreeMap<>();
        for (Object each : database.createNativeQuery(
                        "SELECT hpr_number, area_code, reason FROM settled_list WHERE round_id = :round")
                .setParameter("round", round.value())
                .getResultList()) {
            Object[] row = (Object[]) each;
            HprNumber hpr = new HprNumber(((Number) row[0]).intValue());
            settled.put(hpr, new Settled(hpr, new AreaCode((String) row[1]), (String) row[2]));
        }
        return settled;
    }

    /**
     * Settles on whose list a doctor counts.
     *
     * @return refused for a doctor who is not on several lists (NOT_FOUND), an area that has not sent the doctor or a reason
     *     that is missing (INVALID), and once the round is approved (CONFLICT)
     */
    @Transactional
    public Result<Listed> settle(RoundId id, HprNumber hpr, AreaCode area, String reason) {
        return rounds.read(id).then(round -> {
            if (round.state() == RoundState.APPROVED) {
                return Result.conflict(Finding.of("round", id, "waitlist.settle-approved", round.title()));
            }
            Listed listed = find(id, hpr);
            if (listed == null) {
                return Result.notFound(Finding.of("hprNumber", hpr.digits(), "waitlist.not-on-two-lists"));
            }
            List<Finding> findings =
                    new ArrayList<>(Text.faults("reason", reason, MAX_REASON, "waitlist.settle-reason"));
            if (findings.isEmpty() && reason.strip().length() < MIN_REASON) {
                findings.add(Finding.of("reason", null, "waitlist.settle-reason"));
            }
            if (!listed.areas().contains(area)) {
                findings.add(Finding.of("area", area, "waitlist.settle-area", area, listed.areas()));
            }
            if (!findings.isEmpty()) {
                return Result.invalid(findings);
            }
            Settled after = new Settled(hpr, area, reason.strip());
            database.createNativeQuery("INSERT INTO settled_list VALUES (:round, :hpr, :area, :reason)"
                            + " ON CONFLICT (round_id, hpr_number) DO UPDATE SET area_code = :area, reason = :reason")
                    .setParameter("round", id.value())
                    .setParameter("hpr", hpr.value())
                    .setParameter("area", area.value())
                    .setParameter("reason", after.reason())
                    .executeUpdate();
            audit.record(SETTLED, "round/" + id, listed.settled(), after);
            return Result.done(new Listed(hpr, listed.name(), listed.areas(), after));
        });
    }

    private Listed find(RoundId round, HprNumber hpr) {
        return of(round).stream()
                .filter(each -> each.hprNumber().equals(hpr))
                .findFirst()
                .orElse(null);
    }
}
