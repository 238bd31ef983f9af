package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.platform.RefusalCodes;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Column;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Remarks;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.WaitlistWriter;
import no.alisplass.round.Round;

/**
 * The waitlists of a round: each area chooses whom of its register, and in which order, and sends, as often as it likes while the
 * round is open; what was sent stands, and the latest counts. Sending names the version of the draft ({@code expectedVersion}); another
 * is refused as CONFLICT, an unknown round or area as NOT_FOUND, entries with errors as INVALID with every finding.
 */
@ApplicationScoped
public class Waitlists {
    /** The most doctors a municipality can say it can spare at once. */
    public static final int MAX_AWAY_LIMIT = 100;

    /** That a doctor on a list waits no longer, by the register. */
    public static final String NOT_WAITING = "waitlist.not-waiting";

    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("waitlist.version-missing", "waitlist.changed-meanwhile");

    private final WaitlistStore store;
    private final Drafts drafts;
    private final WaitlistRounds rounds;
    private final ListedDoctors register;
    private final ListLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Waitlists(
            WaitlistStore store,
            Drafts drafts,
            WaitlistRounds rounds,
            ListedDoctors register,
            ListLog log,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.rounds = rounds;
        this.register = register;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The draft; version 0 and empty when nothing is written yet. Of a round that takes no lists, what was sent. */
    @Transactional
    public Result<Submission> draft(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> drafts.read(known, area));
    }

    /** The draft of a round that takes lists; refused CONFLICT of one that does not. */
    @Transactional
    public Result<Submission> openDraft(RoundId round, AreaCode area) {
        return rounds.open(round, area).map(open -> drafts.read(open.round(), area));
    }

    /** Everything there is to say about the draft as it stands. */
    @Transactional
    public Result<List<Remark>> remarks(RoundId round, AreaCode area) {
        return rounds.open(round, area)
                .map(open -> remarks(open, drafts.drawn(open.round(), area)).inOrder());
    }

    static Remarks remarks(WaitlistRounds.Open open, Drafts.Drawn drawn) {
        return withRegister(checked(open, drawn.draft().entries()), drawn);
    }

    /** What the rules of the round say of entries. */
    static Remarks checked(WaitlistRounds.Open open, List<WaitlistEntry> entries) {
        Map<Integer, WaitlistEntry> numbered = new TreeMap<>();
        entries.forEach(entry -> numbered.put(numbered.size() + 1, entry));
        Remarks remarks = new Remarks(Remarks.OF_JSON);
        open.rules().check(numbered, remarks);
        return remarks;
    }

    /** Adds what only the register knows. */
    static Remarks withRegister(Remarks remarks, Drafts.Drawn drawn) {
        for (int at = 0; at < drawn.chosen().size(); at++) {
            Chosen chosen = drawn.chosen().get(at);
            if (!drawn.records().get(chosen.hpr()).isOpen()) {
                remarks.error(at + 1, Column.HPR, chosen.hpr().digits(), "not-waiting");
            }
            if (chosen.setAside() != null
                    && drawn.records()
                            .get(chosen.hpr())
                            .facts()
                            .entry()
                            .readiness()
                            .equals(chosen.setAside())) {
                remarks.warning(at + 1, Column.LEAVE, null, "asked-anew");
            }
        }
        drawn.gone()
                .forEach(hpr -> remarks.add(
                        Severity.WARNING, null, Remarks.ENTRIES, hpr.digits(), "gone-from-register", hpr.digits()));
        return remarks;
    }

    /** Everything there is to say about entries as a list for the round; nothing is stored. */
    @Transactional
    public Result<List<Remark>> check(RoundId round, AreaCode area, List<WaitlistEntry> entries) {
        return rounds.open(round, area).map(open -> checked(open, entries).inOrder());
    }

    /** The same of doctors as the register has them, as they would stand on the list. */
    @Transactional
    public Result<List<Remark>> checkRegistered(RoundId round, AreaCode area, List<WaitlistEntry> registered) {
        return rounds.open(round, area).map(open -> {
            HospitalView view = rounds.view(open.round(), area);
            return checked(open, registered.stream().map(view::of).toList()).inOrder();
        });
    }

    /** What the area misses of the agreement and registration that the round's policy warns of or requires. */
    @Transactional
    public Result<List<Finding>> missing(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> rounds.missing(known, area));
    }

    /** How the round counts service, so that what it says of an entry is what it ranks by. */
    @Transactional
    public Result<Counting> counting(RoundId round) {
        return rounds.read(round).map(rounds::counting);
    }

    /** What the area last sent to another round of the same hospital, every stated figure with the day it holds on. */
    @Transactional
    public Result<Optional<Submission>> previous(RoundId round, AreaCode area) {
        return rounds.read(round, area)
                .map(known -> store.before(round, area, known.hospital()).map(Submission::dated));
    }

    /** As {@link #previous(RoundId, AreaCode)}, of each of the areas that has sent any, in the order of the areas. */
    @Transactional
    public List<Submission> previous(Round round, Collection<AreaCode> areas) {
        return store.before(round.id(), areas, round.hospital()).stream()
                .map(Submission::dated)
                .toList();
    }

    /** Doctors of the area's list before this round who have a place by an approved round since, whatever stands in the draft. */
    @Transactional
    public Result<List<ListChanges.SetApart>> setApart(RoundId round, AreaCode area) {
        return rounds.open(round, area)
                .map(open -> store.before(round, area, open.round().hospital()).map(Submission::dated).stream()
                        .flatMap(before -> before.entries().stream())
                        .map(entry ->
                                new ListChanges.SetApart(entry, open.rules().toCome(entry)))
                        .filter(apart -> !apart.toCome().stays().isEmpty())
                        .toList());
    }

    /**
     * What stands of doctors whom the area has: as the draft has them, else as a list of the round would have them. Leave and locum that
     * were sent to another round are asked anew.
     */
    @Transactional
    Result<Map<HprNumber, WaitlistEntry>> known(RoundId round, AreaCode area, Set<HprNumber> doctors) {
        return rounds.open(round, area).map(open -> {
            Drafts.Drawn drawn = drafts.drawn(open.round(), area);
            Map<HprNumber, Set<Readiness>> sent = drafts.readinessSent(open.round(), area);
            Map<HprNumber, WaitlistEntry> known = new HashMap<>();
            register.records(doctors).forEach((hpr, record) -> {
                if (record.area().equals(area)) {
                    WaitlistEntry entry = drawn.view().of(record.facts().entry());
                    boolean old = sent.getOrDefault(hpr, Set.of()).contains(entry.readiness());
                    known.put(hpr, old ? entry.with(Readiness.UNTOLD) : entry);
                }
            });
            drawn.draft().entries().forEach(entry -> known.put(entry.hpr(), entry));
            return known;
        });
    }

    /** What a file for the list is read against; refused as any change to it would be. */
    @Transactional
    Result<WaitlistRounds.Open> open(RoundId round, AreaCode area) {
        return rounds.open(round, area);
    }

    /**
     * Sends the draft; what was sent before is kept, and this counts from now on. An empty list is an answer too.
     *
     * @param idempotencyKey a key already used returns what it sent; null for none
     */
    @Transactional
    public Result<Submission> submit(RoundId round, AreaCode area, Long expectedVersion, String idempotencyKey) {
        return RefusalCodes.tell(
                send(round, area, expectedVersion, idempotencyKey), codes -> log.notSent(round, area, codes));
    }

    private Result<Submission> send(RoundId round, AreaCode area, Long expectedVersion, String idempotencyKey) {
        return rounds.open(round, area).then(open -> {
            Drafts.Drawn drawn = drafts.lock(open.round(), area);
            Submission draft = drawn.draft();
            Optional<Submission> sent = store.sentWith(round, area, idempotencyKey);
            if (sent.isPresent()) {
                return Result.done(sent.get());
            }
            Optional<Finding> stale = stale(draft, expectedVersion);
            if (stale.isPresent()) {
                return Result.conflict(stale.get());
            }
            Remarks remarks = remarks(open, drawn);
            if (remarks.haveError()) {
                return Result.invalid(remarks.errors());
            }
            if (!register.sent(area, drawn.versions())) {
                return Result.conflict(overtaken(draft));
            }
            Map<HprNumber, Long> records = drafts.keepVersion(drawn).versions();
            int number = store.latestNumber(round, area) + 1;
            Receipt receipt = new Receipt(
                    number,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    caller.name(),
                    WaitlistContent.sha256(round, area, draft.awayLimit(), draft.entries()));
            Submission submitted = store.send(draft, records, receipt, idempotencyKey);
            audit.record("waitlist.submitted", subject(round, area), null, receipt);
            log.sent(submitted);
            return Result.done(submitted);
        });
    }

    /** All that the area has sent, the latest first. */
    @Transactional
    public Result<List<Submission>> submissions(RoundId round, AreaCode area) {
        return rounds.read(round, area).map(known -> store.submissions(round, area));
    }

    @Transactional
    public Result<Submission> submission(RoundId round, AreaCode area, int number) {
        return rounds.read(round, area).then(known -> store.submission(round, area, number)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("number", number, "waitlist.submission-unknown", Integer.toString(number)))));
    }

    /** The receipt of the list that counts, for every round the area has sent one to. */
    @Transactional
    public Map<RoundId, Receipt> receipts(AreaCode area) {
        return store.receipts(area);
    }

    /** Those of the rounds that the area may send lists to, or has; a round that is being prepared is none. */
    @Transactional
    public List<Round> takesPartIn(AreaCode area, List<Round> rounds) {
        Set<RoundId> sent = store.receipts(area).keySet();
        return this.rounds.takesPartIn(area, rounds, sent);
    }

    /** The list of each area that counts for the round, in the order of the areas' codes. */
    @Transactional
    public List<Submission> submitted(RoundId round) {
        return store.latest(round);
    }

    /**
     * What a list that was sent would say of its doctors if it were drawn from the register now: facts as they stand there; wishes, leave
     * and locum, and the place on the list as they were sent. Doctors whom nobody has registered are not in it.
     */
    @Transactional
    public Map<HprNumber, WaitlistEntry> asRegistered(Round round, Submission sent) {
        HospitalView view = rounds.view(round, sent.area());
        Map<HprNumber, RegisteredDoctor> records =
                register.records(sent.entries().stream().map(WaitlistEntry::hpr).toList());
        Map<HprNumber, WaitlistEntry> known = new HashMap<>();
        for (WaitlistEntry entry : sent.entries()) {
            RegisteredDoctor record = records.get(entry.hpr());
            if (record != null) {
                known.put(
                        entry.hpr(),
                        view.of(record.facts().entry())
                                .with(entry.wishes())
                                .with(entry.readiness())
                                .withPriority(entry.priority()));
            }
        }
        return known;
    }

    /** The first half-year of the first round of the hospital that each doctor was on a sent list for. */
    @Transactional
    public Map<HprNumber, HalfYear> firstListed(HospitalId hospital) {
        Map<HprNumber, HalfYear> first = new HashMap<>();
        store.firstListed(hospital).forEach((hpr, day) -> first.put(hpr, HalfYear.containing(day)));
        return first;
    }

    /** Every area of the hospital's catchment, and any other that has sent a list: who has answered and who not. */
    @Transactional
    public Result<List<AreaStatus>> status(RoundId round) {
        return rounds.read(round).map(known -> {
            Map<AreaCode, Submission> sent = new TreeMap<>();
            store.latest(round).forEach(list -> sent.put(list.area(), list));
            Set<AreaCode> drafting = store.drafting(round);
            return rounds.areas(known, sent.keySet()).stream()
                    .map(area -> {
                        Submission list = sent.get(area.code());
                        return new AreaStatus(
                                area,
                                drafting.contains(area.code()),
                                list == null ? 0 : list.entries().size(),
                                list == null ? null : list.receipt());
                    })
                    .toList();
        });
    }

    /** A list as a file that reads back the same. */
    @Transactional
    public Result<byte[]> export(Submission list, FileFormat format) {
        return rounds.read(list.round())
                .map(round -> WaitlistWriter.write(format, list.entries(), list.area(), rounds.departments(round)));
    }

    /** An empty list to fill in, with one example row that is not read. @param round whose departments to offer; null for none */
    @Transactional
    public Result<byte[]> template(RoundId round, FileFormat format) {
        return round == null
                ? Result.done(WaitlistWriter.template(format, new DepartmentNames(Map.of())))
                : rounds.read(round).map(known -> WaitlistWriter.template(format, rounds.departments(known)));
    }

    /** That the register was changed since the draft was drawn from it, in the same moment. */
    static Finding overtaken(Submission draft) {
        return VERSIONS.conflictWith(
                        draft.version() + 1, draft.version(), draft.area().value())
                .orElseThrow();
    }

    static Optional<Finding> stale(Submission draft, Long expectedVersion) {
        return VERSIONS.conflictWith(
                draft.version(), expectedVersion, draft.area().value());
    }

    static String subject(RoundId round, AreaCode area) {
        return "waitlist/" + round + "/" + area;
    }

    /** How many each area said it can spare at once on the list it sent last, to whatever round; those that said none are left out. */
    @Transactional
    public Map<AreaCode, Integer> lastLimits() {
        return store.lastLimits();
    }
}
