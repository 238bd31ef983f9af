package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Audit;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.WaitlistEntry;

/** How a draft is changed: one at a time, as whoever changes it has seen it, and told of in the audit. */
@ApplicationScoped
class DraftChanges {
    private final Drafts drafts;
    private final WaitlistRounds rounds;
    private final Audit audit;

    @Inject
    DraftChanges(Drafts drafts, WaitlistRounds rounds, Audit audit) {
        this.drafts = drafts;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** What the audit keeps of a draft: no person. */
    record Summary(long version, int doctors, Integer awayLimit) {
        static Summary of(Submission draft) {
            return new Summary(draft.version(), draft.entries().size(), draft.awayLimit());
        }
    }

    /**
     * A draft as it is to be stored.
     *
     * @param remarks what there is to say of the entries as they were told, which is more than what is stored shows; null for who is
     *     only chosen
     */
    record Written(Integer awayLimit, List<Chosen> chosen, Remarks remarks) {}

    Result<DraftChange> change(
            RoundId round,
            AreaCode area,
            Long expectedVersion,
            String what,
            BiFunction<WaitlistRounds.Open, Drafts.Drawn, Result<Written>> change) {
        return rounds.open(round, area).then(open -> {
            Drafts.Drawn before = drafts.lock(open.round(), area);
            Optional<Finding> stale = Waitlists.stale(before.draft(), expectedVersion);
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            return change.apply(open, before).map(written -> {
                Drafts.Drawn after = drafts.write(before, written.awayLimit(), written.chosen());
                audit.record(
                        "waitlist.draft-" + what,
                        Waitlists.subject(round, area),
                        Summary.of(before.draft()),
                        Summary.of(after.draft()));
                Remarks remarks = written.remarks() == null
                        ? Waitlists.remarks(open, after)
                        : Waitlists.withRegister(written.remarks(), after);
                rounds.missing(open.round(), area).forEach(remarks::warning);
                return new DraftChange(after.draft(), remarks.inOrder());
            });
        });
    }

    /** The index of a place in a draft; refused NOT_FOUND where there is none. @param number from 1 */
    static Result<Integer> at(int number, List<WaitlistEntry> entries) {
        return number >= 1 && number <= entries.size()
                ? Result.done(number - 1)
                : Result.notFound(Finding.of(
                        "number", number, "waitlist.entry-unknown", Integer.toString(number), entries.size()));
    }
}
