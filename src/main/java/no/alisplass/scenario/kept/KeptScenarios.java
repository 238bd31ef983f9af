package no.alisplass.scenario.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Audit;
import no.alisplass.scenario.change.Question;

/**
 * Scenarios kept under a name, seen by who made them or, shared, by all planners and coordinators who reach the round; one that names doctors by
 * coordinators alone. Only the maker changes one; whoever sees one can copy it.
 */
@ApplicationScoped
public class KeptScenarios {
    /** How many one user can keep of a round. */
    static final int MOST = 200;

    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("scenario.version-missing", "scenario.changed-meanwhile");

    private final KeptScenarioStore store;
    private final Audit audit;
    private final Clock clock;

    KeptScenarios(KeptScenarioStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is written of a scenario. @param question one that fits the round, as {@code Comparer.check} finds */
    public record Wanted(String name, boolean shared, Question question, FrozenBase base) {}

    /** What is recorded of it: never the doctors it may name. */
    record Recorded(String name, boolean shared, long version) {
        static Recorded of(KeptScenario kept) {
            return new Recorded(kept.name(), kept.shared(), kept.version());
        }
    }

    /** Those of a round the viewer sees, the one changed last first. @param page from 0 */
    @Transactional
    public List<KeptScenario> page(RoundId round, Viewer viewer, int page, int size) {
        return store.page(round, viewer, page, size);
    }

    @Transactional
    public long count(RoundId round, Viewer viewer) {
        return store.count(round, viewer);
    }

    /** Refused NOT_FOUND for one the viewer does not see, as if it did not exist. */
    @Transactional
    public Result<KeptScenario> find(RoundId round, long id, Viewer viewer) {
        return store.find(round, id, viewer)
                .map(Result::done)
                .orElseGet(
                        () -> Result.notFound(Finding.of("scenario", id, "scenario.kept-unknown", Long.toString(id))));
    }

    /** Refused for a name that is none, is too long or is taken by another of the viewer's, for doctors named by who may not know them, and where
     * there are too many. */
    @Transactional
    public Result<KeptScenario> keep(RoundId round, Viewer viewer, Wanted wanted) {
        return add(round, viewer, wanted, null);
    }

    private Result<KeptScenario> add(RoundId round, Viewer viewer, Wanted wanted, Long copiedFrom) {
        store.lock(round, viewer.name());
        List<Finding> faults = faults(round, viewer, wanted, null);
        if (faults.isEmpty() && store.own(round, viewer.name()) >= MOST) {
            faults.add(Finding.of("name", wanted.name(), "scenario.kept-too-many", MOST));
        }
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        Instant now = clock.instant();
        long id = store.insert(new KeptScenario(
                0,
                round,
                Text.line(wanted.name()),
                wanted.shared(),
                wanted.question(),
                wanted.base(),
                copiedFrom,
                viewer.name(),
                now,
                now,
                1));
        KeptScenario kept = store.find(round, id, viewer).orElseThrow();
        audit.record("scenario.kept", subject(kept), null, Recorded.of(kept));
        return Result.done(kept);
    }

    /** Written anew by its maker; the same as stands changes nothing. Refused as {@link #find} and {@link #keep}, and CONFLICT for another's and for
     * another version. */
    @Transactional
    public Result<KeptScenario> change(RoundId round, long id, Viewer viewer, Wanted wanted, Long expectedVersion) {
        store.lock(round, viewer.name());
        return own(round, id, viewer, expectedVersion).then(before -> {
            List<Finding> faults = faults(round, viewer, wanted, id);
            if (!faults.isEmpty()) {
                return Result.invalid(faults);
            }
            KeptScenario after = new KeptScenario(
                    id,
                    round,
                    Text.line(wanted.name()),
                    wanted.shared(),
                    wanted.question(),
                    wanted.base(),
                    before.copiedFrom(),
                    before.madeBy(),
                    before.madeAt(),
                    clock.instant(),
                    before.version() + 1);
            if (same(before, after)) {
                return Result.done(before);
            }
            store.update(after);
            audit.record("scenario.changed", subject(after), Recorded.of(before), Recorded.of(after));
            return find(round, id, viewer);
        });
    }

    private static boolean same(KeptScenario one, KeptScenario other) {
        return one.name().equals(other.name())
                && one.shared() == other.shared()
                && one.question().equals(other.question())
                && one.base().equals(other.base());
    }

    /** The viewer's own, of the same question and the same frozen problem; not shared. Refused as {@link #find} and {@link #keep}. */
    @Transactional
    public Result<KeptScenario> copy(RoundId round, long id, Viewer viewer, String name) {
        return find(round, id, viewer)
                .then(from -> add(round, viewer, new Wanted(name, false, from.question(), from.base()), from.id()));
    }

    /** Refused as {@link #change}. */
    @Transactional
    public Result<KeptScenario> drop(RoundId round, long id, Viewer viewer, Long expectedVersion) {
        store.lock(round, viewer.name());
        return own(round, id, viewer, expectedVersion).map(gone -> {
            store.delete(id);
            audit.record("scenario.dropped", subject(gone), Recorded.of(gone), null);
            return gone;
        });
    }

    private Result<KeptScenario> own(RoundId round, long id, Viewer viewer, Long expectedVersion) {
        return find(round, id, viewer).then(found -> {
            if (!found.madeBy().equals(viewer.name())) {
                return Result.conflict(Finding.of("scenario", id, "scenario.kept-not-own", found.name()));
            }
            Optional<Finding> stale = VERSIONS.conflictWith(found.version(), expectedVersion, found.name());
            return stale.<Result<KeptScenario>>map(Result::conflict).orElseGet(() -> Result.done(found));
        });
    }

    private List<Finding> faults(RoundId round, Viewer viewer, Wanted wanted, Long id) {
        List<Finding> faults = new ArrayList<>(
                Text.faults("name", wanted.name(), KeptScenario.LONGEST_NAME, "scenario.kept-nameless"));
        if (wanted.question().namesDoctors() && !viewer.named()) {
            faults.add(Finding.of("question.leftOut", null, "scenario.kept-doctors"));
        }
        if (faults.isEmpty() && store.taken(round, viewer.name(), Text.line(wanted.name()), id)) {
            faults.add(Finding.of("name", wanted.name(), "scenario.kept-name-taken", wanted.name()));
        }
        return faults;
    }

    private static String subject(KeptScenario kept) {
        return "round/" + kept.round() + "/scenario/" + kept.id();
    }
}
