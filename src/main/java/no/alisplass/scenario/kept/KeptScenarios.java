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
import no.alisplass.domain.Versioned;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Audit;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Snapshot.RegisterTerms;

/**
 * Scenarios kept under a name, seen by who made them or, shared, by all planners and coordinators who reach the round; one that names doctors by
 * coordinators alone. Only the maker changes one; whoever sees one can copy it.
 */
@ApplicationScoped
public class KeptScenarios {
    /** How many one user can keep of a round, and of a register. */
    static final int MOST = 200;

    /** What a finding about the problem that was seen is told of. */
    public static final String SEEN = "problemHash";

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

    /**
     * What is written of a scenario.
     *
     * @param question one that fits what it is asked of, as {@code Comparer.check} finds
     * @param now the frozen problem as it stands
     * @param seen hash of the problem in which whoever asks found the doctors that are named; null where nothing is said of it
     * @param register null for a round
     */
    public record Wanted(
            String name, boolean shared, Question question, FrozenBase now, String seen, RegisterTerms register) {
        /** What is wrong with naming doctors so: they may be others than those that were seen. @param before null for a new scenario */
        Optional<Finding> others(FrozenBase before) {
            if (!question.namesDoctors()) {
                return Optional.empty();
            }
            if (seen == null) {
                return Optional.of(Finding.of(SEEN, null, "scenario.kept-problem-missing"));
            }
            boolean same = seen.equals(now.problemHash())
                    || before != null
                            && seen.equals(before.problemHash())
                            && before.peopleHash().equals(now.peopleHash());
            return same ? Optional.empty() : Optional.of(Finding.of(SEEN, seen, "scenario.kept-people-changed"));
        }
    }

    /** What is recorded of it: never the doctors it may name. */
    record Recorded(String name, boolean shared, long version) {
        static Recorded of(KeptScenario kept) {
            return new Recorded(kept.name(), kept.shared(), kept.version());
        }
    }

    /** Those of a round or a register the viewer sees, the one changed last first. @param page from 0 */
    @Transactional
    public List<KeptScenario> page(AskedOf of, Viewer viewer, int page, int size) {
        return store.page(of, viewer, page, size);
    }

    @Transactional
    public long count(AskedOf of, Viewer viewer) {
        return store.count(of, viewer);
    }

    /** Refused NOT_FOUND for one the viewer does not see, as if it did not exist. */
    @Transactional
    public Result<KeptScenario> find(AskedOf of, long id, Viewer viewer) {
        return store.find(of, id, viewer)
                .map(Result::done)
                .orElseGet(
                        () -> Result.notFound(Finding.of("scenario", id, "scenario.kept-unknown", Long.toString(id))));
    }

    /** Refused for a name that is none, is too long or is taken by another of the viewer's, for doctors named by who may not know them, and where
     * there are too many. */
    @Transactional
    public Result<KeptScenario> keep(AskedOf of, Viewer viewer, Wanted wanted) {
        return add(of, viewer, wanted, null);
    }

    private Result<KeptScenario> add(AskedOf of, Viewer viewer, Wanted wanted, Long copiedFrom) {
        store.lock(of, viewer.name());
        List<Finding> faults = faults(of, viewer, wanted.name(), wanted.question(), null);
        if (copiedFrom == null) {
            wanted.others(null).ifPresent(faults::add);
        }
        if (faults.isEmpty() && store.own(of, viewer.name()) >= MOST) {
            faults.add(Finding.of("name", wanted.name(), "scenario.kept-too-many", MOST));
        }
        if (!faults.isEmpty()) {
            return Result.invalid(faults);
        }
        Instant now = clock.instant();
        long id = store.insert(new KeptScenario(
                0,
                of,
                wanted.register(),
                Text.line(wanted.name()),
                wanted.shared(),
                wanted.question(),
                wanted.now(),
                copiedFrom,
                viewer.name(),
                now,
                now,
                1));
        KeptScenario kept = store.find(of, id, viewer).orElseThrow();
        audit.record("scenario.kept", subject(kept), null, Recorded.of(kept));
        return Result.done(kept);
    }

    /** Another question, written anew by its maker. Refused as {@link #find} and {@link #keep}, and CONFLICT for another's and for another version. */
    @Transactional
    public Result<KeptScenario> change(AskedOf of, long id, Viewer viewer, Wanted wanted, Long expectedVersion) {
        store.lock(of, viewer.name());
        return own(of, id, viewer, expectedVersion).then(before -> {
            List<Finding> faults = faults(of, viewer, wanted.name(), wanted.question(), id);
            wanted.others(before.base()).ifPresent(faults::add);
            return faults.isEmpty() ? written(before, viewer, wanted) : Result.invalid(faults);
        });
    }

    /**
     * The same question under another name, or shared with others than before: what it was written for stays, and so do the doctors it names. Refused as
     * {@link #change}.
     */
    @Transactional
    public Result<KeptScenario> rename(
            AskedOf of, long id, Viewer viewer, String name, boolean shared, Long expectedVersion) {
        store.lock(of, viewer.name());
        return own(of, id, viewer, expectedVersion).then(before -> {
            List<Finding> faults = faults(of, viewer, name, before.question(), id);
            return faults.isEmpty()
                    ? written(
                            before,
                            viewer,
                            new Wanted(name, shared, before.question(), before.base(), null, before.register()))
                    : Result.invalid(faults);
        });
    }

    /** What is the same as stands changes nothing. */
    private Result<KeptScenario> written(KeptScenario before, Viewer viewer, Wanted wanted) {
        KeptScenario after = new KeptScenario(
                before.id(),
                before.of(),
                wanted.register(),
                Text.line(wanted.name()),
                wanted.shared(),
                wanted.question(),
                wanted.now(),
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
        return find(before.of(), before.id(), viewer);
    }

    private static boolean same(KeptScenario one, KeptScenario other) {
        return one.name().equals(other.name())
                && one.shared() == other.shared()
                && one.asks(other.question(), other.register())
                && one.base().equals(other.base());
    }

    /** The viewer's own, of the same question and the same frozen problem; not shared. Refused as {@link #find} and {@link #keep}. */
    @Transactional
    public Result<KeptScenario> copy(AskedOf of, long id, Viewer viewer, String name) {
        return find(of, id, viewer)
                .then(from -> add(
                        of,
                        viewer,
                        new Wanted(name, false, from.question(), from.base(), null, from.register()),
                        from.id()));
    }

    /** Refused as {@link #change}. */
    @Transactional
    public Result<KeptScenario> drop(AskedOf of, long id, Viewer viewer, Long expectedVersion) {
        store.lock(of, viewer.name());
        return own(of, id, viewer, expectedVersion).map(gone -> {
            store.delete(id);
            audit.record("scenario.dropped", subject(gone), Recorded.of(gone), null);
            return gone;
        });
    }

    private Result<KeptScenario> own(AskedOf of, long id, Viewer viewer, Long expectedVersion) {
        return find(of, id, viewer).then(found -> {
            if (!found.madeBy().equals(viewer.name())) {
                return Result.conflict(Finding.of("scenario", id, "scenario.kept-not-own", found.name()));
            }
            Optional<Finding> stale = VERSIONS.conflictWith(found.version(), expectedVersion, found.name());
            return stale.<Result<KeptScenario>>map(Result::conflict).orElseGet(() -> Result.done(found));
        });
    }

    private List<Finding> faults(AskedOf of, Viewer viewer, String name, Question question, Long id) {
        List<Finding> faults =
                new ArrayList<>(Text.faults("name", name, KeptScenario.LONGEST_NAME, "scenario.kept-nameless"));
        if (!viewer.named()) {
            question.namedAt().ifPresent(at -> faults.add(Finding.of("question." + at, null, "scenario.kept-doctors")));
        }
        if (faults.isEmpty() && store.taken(of, viewer.name(), Text.line(name), id)) {
            faults.add(Finding.of("name", name, "scenario.kept-name-taken", name));
        }
        return faults;
    }

    private static String subject(KeptScenario kept) {
        return kept.of().subject() + "/scenario/" + kept.id();
    }
}
