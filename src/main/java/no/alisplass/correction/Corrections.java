package no.alisplass.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Audit;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.EntryFact;
import no.alisplass.waitlist.ListChanges;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;

/**
 * Corrects what an approved round was frozen from: facts of a doctor on a list as the register has them now, wishes as they were sent; an area's
 * limit; the version of the policy. Whoever asks has seen to it that the round's offers are stopped.
 */
@ApplicationScoped
public class Corrections {
    public static final int MAX_TEXT = 4000;

    /** What no order and no option rests on. */
    private static final Set<EntryFact> BESIDES = EnumSet.of(
            EntryFact.NAME, EntryFact.HPR, EntryFact.EMAIL, EntryFact.NOTE, EntryFact.LEAVE, EntryFact.LOCUM);

    private final CorrectionStore store;
    private final Waitlists waitlists;
    private final Rounds rounds;
    private final Audit audit;
    private final Clock clock;

    Corrections(CorrectionStore store, Waitlists waitlists, Rounds rounds, Audit audit, Clock clock) {
        this.store = store;
        this.waitlists = waitlists;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /** The corrections of a round that stand. */
    @Transactional
    public Corrected of(RoundId round) {
        return new Corrected(store.of(round));
    }

    /**
     * A doctor of whom the register says something else than the round was frozen from.
     *
     * @param name as the register has it
     * @param facts what differs; wishes never do
     */
    public record Differing(AreaCode area, HprNumber hpr, String name, List<EntryFact> facts) {
        public Differing {
            facts = List.copyOf(facts);
        }
    }

    /** Of whom the register says something else now, by area and in the order of the lists. */
    @Transactional
    public List<Differing> differing(Round round) {
        List<Differing> all = new ArrayList<>();
        for (Submission list : of(round.id()).of(waitlists.submitted(round.id()))) {
            Submission now = registered(list, waitlists.asRegistered(round, list));
            ListChanges.between(list.dated(), now, List.of(), List.of())
                    .changed()
                    .forEach(changed -> {
                        List<EntryFact> facts = changed.facts().stream()
                                .filter(fact -> !BESIDES.contains(fact))
                                .toList();
                        if (!facts.isEmpty()) {
                            all.add(new Differing(
                                    list.area(),
                                    changed.entry().hpr(),
                                    changed.entry().name(),
                                    facts));
                        }
                    });
        }
        return all;
    }

    private static Submission registered(Submission list, Map<HprNumber, WaitlistEntry> known) {
        return new Submission(
                        list.round(),
                        list.area(),
                        list.version(),
                        list.state(),
                        list.awayLimit(),
                        list.entries().stream()
                                .map(entry -> known.getOrDefault(entry.hpr(), entry))
                                .toList(),
                        list.receipt())
                .dated();
    }

    /** @param area whose list; null for any */
    @Transactional
    public Result<Correction> facts(Round round, AreaCode area, HprNumber hpr, String note, String who) {
        List<Finding> unfit = unfit(note);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        Optional<Differing> differing = differing(round).stream()
                .filter(each ->
                        each.hpr().equals(hpr) && (area == null || each.area().equals(area)))
                .findFirst();
        if (differing.isEmpty()) {
            return Result.conflict(Finding.of("hprNumber", hpr.digits(), "correction.nothing-differs", hpr.digits()));
        }
        AreaCode sender = differing.get().area();
        Submission list = waitlists.submitted(round.id()).stream()
                .filter(each -> each.area().equals(sender))
                .findFirst()
                .orElseThrow();
        WaitlistEntry entry = waitlists.asRegistered(round, list).get(hpr);
        return Result.done(add(round, Correction.Kind.FACTS, sender, hpr, entry, null, null, note, who));
    }

    /** @param limit null for no limit */
    @Transactional
    public Result<Correction> limit(Round round, AreaCode area, Integer limit, String note, String who) {
        List<Finding> unfit = unfit(note);
        if (area == null) {
            unfit.add(Finding.of("area", null, "correction.area-missing"));
        }
        if (limit != null && (limit < 1 || limit > Waitlists.MAX_AWAY_LIMIT)) {
            unfit.add(Finding.of("awayLimit", limit, "correction.limit-unfit", Waitlists.MAX_AWAY_LIMIT));
        }
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return waitlists.submitted(round.id()).stream()
                        .anyMatch(each -> each.area().equals(area))
                ? Result.done(add(round, Correction.Kind.AWAY_LIMIT, area, null, null, limit, null, note, who))
                : Result.conflict(Finding.of("area", area, "correction.no-list", area));
    }

    @Transactional
    public Result<Correction> policy(Round round, int version, String note, String who) {
        List<Finding> unfit = unfit(note);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return rounds.policyOf(round, version)
                .map(known -> add(round, Correction.Kind.POLICY_VERSION, null, null, null, null, version, note, who));
    }

    private static List<Finding> unfit(String note) {
        return new ArrayList<>(Text.faults("note", note, MAX_TEXT, "correction.note-missing"));
    }

    private Correction add(
            Round round,
            Correction.Kind kind,
            AreaCode area,
            HprNumber hpr,
            WaitlistEntry entry,
            Integer limit,
            Integer policy,
            String note,
            String who) {
        Correction made = new Correction(
                store.next(round.id()),
                kind,
                area,
                hpr,
                entry,
                limit,
                policy,
                Text.lines(note),
                who,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(round.id(), made);
        // What was corrected stands in the record itself; a trail of who did what names no doctor.
        audit.recordOf(who, "correction.made", subject(round, made.number()), null, Map.of("kind", kind));
        return made;
    }

    /** One that stands is taken back; refused NOT_FOUND for another. */
    @Transactional
    public Result<Correction> takeBack(Round round, int number, String who) {
        return store.of(round.id()).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .map(each -> {
                    end(round, each, who);
                    return Result.done(each);
                })
                .orElseGet(() -> Result.notFound(Finding.of("number", number, "correction.unknown", number)));
    }

    /** Those that were made since a moment are taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBackSince(Round round, Instant since, String who) {
        store.of(round.id()).stream().filter(each -> !each.at().isBefore(since)).forEach(each -> end(round, each, who));
    }

    private void end(Round round, Correction correction, String who) {
        store.end(round.id(), correction.number(), who, clock.instant());
        audit.recordOf(who, "correction.ended", subject(round, correction.number()), null, null);
    }

    private static String subject(Round round, int number) {
        return "round/" + round.id() + "/correction/" + number;
    }
}
