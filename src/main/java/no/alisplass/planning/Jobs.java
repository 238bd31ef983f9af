package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.json.CanonicalJson;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisterLists.Named;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;

/**
 * Questions of planners that take long: asked, followed, stopped, read. They are asked of what stands now; what is changed meanwhile does not reach them, nor
 * they it.
 */
@ApplicationScoped
public class Jobs {
    /** So many of a hospital wait or are worked on at once. */
    public static final int MOST_UNDERWAY = 3;

    private final JobStore store;
    private final RegisterInput input;
    private final PlannedSeats seats;
    private final RegisterLists register;
    private final RegisterAreas areas;
    private final SweepStages sweeps;
    private final Rounds rounds;
    private final PieceQueue queue;
    private final Capacity capacity;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Jobs(
            JobStore store,
            RegisterInput input,
            PlannedSeats seats,
            RegisterLists register,
            RegisterAreas areas,
            SweepStages sweeps,
            Rounds rounds,
            PieceQueue queue,
            Capacity capacity,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.input = input;
        this.seats = seats;
        this.register = register;
        this.areas = areas;
        this.sweeps = sweeps;
        this.rounds = rounds;
        this.queue = queue;
        this.capacity = capacity;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A page, the latest first. @param total of all pages */
    public record JobPage(List<Job> jobs, long total) {
        public JobPage {
            jobs = List.copyOf(jobs);
        }
    }

    /** The first half-year that a forecast can usefully begin with. */
    public HalfYear first() {
        return input.first();
    }

    /** How many seats each position has as registered, near a half-year; the last go on for ever. */
    @Transactional
    public Result<List<SeatsFrom>> registered(HospitalId hospital, HalfYear first) {
        return capacity.read(hospital).map(known -> seats.registered(hospital, first));
    }

    /**
     * Asks for a forecast from the register as it stands. Refused INVALID for a question that does not fit together or the hospital, BUSY while as many of
     * the hospital's are under way as may be.
     */
    @Transactional
    public Result<Job> ask(HospitalId hospital, ForecastQuestion question) {
        if (store.underway(hospital) >= MOST_UNDERWAY) {
            // Before all of the register is read.
            return busy(hospital);
        }
        Result<Versioned<Hospital>> known = capacity.read(hospital);
        return known.then(found -> input.freeze(found.value(), question))
                .then(frozen -> add(
                        hospital,
                        question.kind(),
                        question.title(),
                        CanonicalJson.write(question),
                        CanonicalJson.write(frozen.input()),
                        frozen.leftOut(),
                        question.replications(),
                        ForecastStages.ofPiece(question.replications())));
    }

    /**
     * Asks for many numbers of seats in a round of the hospital. Refused as {@link #ask(HospitalId, ForecastQuestion)}, NOT_FOUND for a round of another
     * hospital, and as a sweep that is answered at once.
     */
    @Transactional
    public Result<Job> ask(HospitalId hospital, String title, RoundId round, List<SeatRange> ranges, Sweep.Mode mode) {
        String line = Text.line(title);
        if (line == null || line.isEmpty()) {
            return Result.invalid(QuestionRules.titleMissing());
        }
        return rounds.read(round)
                .then(known -> known.hospital().equals(hospital)
                        ? sweeps.ask(line, round, ranges, mode)
                        : Result.notFound(Finding.of("round", round, "round.round-unknown")))
                .then(asked -> add(
                        hospital,
                        JobKind.SWEEP,
                        line,
                        CanonicalJson.write(asked.question()),
                        null,
                        null,
                        asked.size(),
                        asked.ofPiece()));
    }

    private Result<Job> add(
            HospitalId hospital,
            JobKind kind,
            String title,
            String question,
            String input,
            LeftOut leftOut,
            int size,
            int ofPiece) {
        if (store.lockUnderway(hospital) >= MOST_UNDERWAY) {
            return busy(hospital);
        }
        long id = store.add(hospital, kind, title, question, input, leftOut, caller.name(), clock.instant());
        queue.pieces(id, 0, store.divide(id, 0, size, ofPiece));
        audit.record("planning.asked", subject(hospital, id), null, Map.of("kind", kind, "title", title));
        return read(hospital, id);
    }

    private static Result<Job> busy(HospitalId hospital) {
        return Result.busy(Finding.of("hospital", hospital, "planning.busy", MOST_UNDERWAY));
    }

    private static String subject(HospitalId hospital, long id) {
        return "planning/" + hospital + "/" + id;
    }

    @Transactional
    public JobPage page(HospitalId hospital, int page, int size) {
        return new JobPage(store.page(hospital, page, size), store.count(hospital));
    }

    /** The latest of the hospital's questions about the years, at most so many. */
    @Transactional
    public List<Job> latestForecasts(HospitalId hospital, int size) {
        return store.latestForecasts(hospital, size);
    }

    /** The latest of the hospital's questions about one of its rounds, at most so many. */
    @Transactional
    public List<Job> latestOf(HospitalId hospital, RoundId round, int size) {
        return store.latestOf(hospital, round, size);
    }

    /** Refused NOT_FOUND when the hospital has asked no such question, or it is forgotten. */
    @Transactional
    public Result<Job> read(HospitalId hospital, long id) {
        return store.find(hospital, id)
                .map(Result::done)
                .orElseGet(() -> Result.notFound(Finding.of("job", id, "planning.job-unknown")));
    }

    /** What was asked; refused NOT_FOUND as {@link #read}, and for a sweep. */
    @Transactional
    public Result<ForecastQuestion> question(HospitalId hospital, long id) {
        return forecast(hospital, id)
                .map(job -> CanonicalJson.read(store.text("question", id).orElseThrow(), ForecastQuestion.class));
    }

    /** What a forecast came to: as {@code ./alis forecast} writes it, doctors by HPR number. Refused CONFLICT while it has not. */
    @Transactional
    public Result<ForecastFiles.Whole> result(HospitalId hospital, long id) {
        return forecast(hospital, id).then(job -> {
            if (job.state() != JobState.DONE) {
                return Result.conflict(job.noResult());
            }
            return Result.done(CanonicalJson.read(store.text("result", id).orElseThrow(), ForecastFiles.Whole.class));
        });
    }

    /** What was asked of a round; refused NOT_FOUND as {@link #read}, and for a forecast. */
    @Transactional
    public Result<SweepQuestion> sweepQuestion(HospitalId hospital, long id) {
        return sweep(hospital, id)
                .map(job -> CanonicalJson.read(store.text("question", id).orElseThrow(), SweepQuestion.class));
    }

    /** What most is got out of, of what has been tried yet; refused NOT_FOUND as {@link #sweepQuestion}, CONFLICT when it ended without. */
    @Transactional
    public Result<Frontier> frontier(HospitalId hospital, long id) {
        return sweep(hospital, id).then(job -> switch (job.state()) {
            case DONE -> Result.done(CanonicalJson.read(store.text("result", id).orElseThrow(), Frontier.class));
            case WAITING, RUNNING ->
                Result.done(Frontier.together(
                        store.resultsSoFar(id).stream().map(SweepStages::read).toList()));
            case FAILED, CANCELLED -> Result.conflict(job.noResult());
        });
    }

    private Result<Job> sweep(HospitalId hospital, long id) {
        return read(hospital, id)
                .then(job -> job.kind() == JobKind.SWEEP
                        ? Result.done(job)
                        : Result.notFound(Finding.of("job", id, "planning.job-unknown")));
    }

    private Result<Job> forecast(HospitalId hospital, long id) {
        return read(hospital, id)
                .then(job -> job.kind() == JobKind.SWEEP
                        ? Result.notFound(Finding.of("job", id, "planning.job-unknown"))
                        : Result.done(job));
    }

    /** Stops what is under way; what has ended stays as it is. */
    @Transactional
    public Result<Job> cancel(HospitalId hospital, long id) {
        return read(hospital, id).then(job -> {
            if (store.end(id, JobState.CANCELLED, null, null, clock.instant())) {
                audit.record("planning.cancelled", subject(hospital, id), null, Map.of("kind", job.kind()));
            }
            return read(hospital, id);
        });
    }

    /** Lets each area read what a forecast says of its own doctors, and the hospital's coordinators of all who wait there, in place of one that was shared before. Refused CONFLICT while it has no result. */
    @Transactional
    public Result<Job> share(HospitalId hospital, long id) {
        return forecast(hospital, id).then(job -> {
            if (job.state() != JobState.DONE) {
                return Result.conflict(job.noResult());
            }
            store.share(id, caller.name(), clock.instant());
            audit.record("planning.shared", subject(hospital, id), null, Map.of("title", job.title()));
            return read(hospital, id);
        });
    }

    /** Takes that back. */
    @Transactional
    public Result<Job> unshare(HospitalId hospital, long id) {
        return read(hospital, id).then(job -> {
            if (job.sharedAt() != null) {
                store.unshare(id);
                audit.record("planning.unshared", subject(hospital, id), null, Map.of("title", job.title()));
            }
            return read(hospital, id);
        });
    }

    /**
     * What a hospital's shared forecast says of an area's doctors.
     *
     * @param last the last half-year it is about
     * @param assumed what it assumes, of new doctors in other areas nothing
     * @param doctors of whom it says something, and whom the area still has
     */
    public record OfArea(
            Job job,
            ForecastQuestion question,
            HalfYear last,
            List<ForecastResult.Assumed> assumed,
            List<DoctorRow> doctors) {
        public OfArea {
            assumed = List.copyOf(assumed);
            doctors = List.copyOf(doctors);
        }
    }

    /** What the hospitals that serve the area have shared last, by hospital; nothing of other areas' doctors, nor of those the area no longer has. */
    @Transactional
    public List<OfArea> ofArea(AreaCode area) {
        List<OfArea> all = new ArrayList<>();
        for (HospitalId hospital : areas.serving(area)) {
            store.shared(hospital).ifPresent(job -> {
                ForecastResult result = forecast(job);
                List<DoctorRow> rows = result.doctors().stream()
                        .filter(row -> row.area().equals(area))
                        .toList();
                Set<HprNumber> own = register.names(
                                rows.stream().map(DoctorRow::hpr).toList(), area)
                        .keySet();
                all.add(new OfArea(
                        job,
                        CanonicalJson.read(store.text("question", job.id()).orElseThrow(), ForecastQuestion.class),
                        last(result),
                        result.assumptions().stream()
                                .filter(each ->
                                        each.area() == null || each.area().equals(area))
                                .toList(),
                        rows.stream().filter(row -> own.contains(row.hpr())).toList()));
            });
        }
        return all;
    }

    /** Who waits at a hospital, in which area, and what a forecast says of it. */
    public record Waiting(Named doctor, DoctorRow row) {}

    /**
     * What a hospital's shared forecast says of those who wait in the areas it serves.
     *
     * @param last the last half-year it is about
     * @param doctors who waits now, and of whom it says something, by name
     * @param untold how many wait now of whom it says nothing: they were not in it when it was asked
     */
    public record OfHospital(
            Job job, HalfYear last, List<ForecastResult.Assumed> assumed, List<Waiting> doctors, int untold) {
        public OfHospital {
            assumed = List.copyOf(assumed);
            doctors = List.copyOf(doctors);
        }
    }

    /** The forecast that the hospital has shared last, without what it says; empty where it shares none. */
    @Transactional
    public Optional<Job> shared(HospitalId hospital) {
        return store.shared(hospital);
    }

    /**
     * What the hospital has shared last, of those who wait today in the areas it serves today; empty where it shares nothing. Refused NOT_FOUND
     * when there is no such hospital.
     */
    @Transactional
    public Result<Optional<OfHospital>> ofHospital(HospitalId hospital) {
        return register.waiting(hospital).map(waiting -> store.shared(hospital).map(job -> {
            ForecastResult result = forecast(job);
            Map<HprNumber, DoctorRow> rows =
                    result.doctors().stream().collect(Collectors.toMap(DoctorRow::hpr, row -> row));
            List<Waiting> told = waiting.stream()
                    .filter(each -> rows.containsKey(each.hpr()))
                    .map(each -> new Waiting(each, rows.get(each.hpr())))
                    .toList();
            return new OfHospital(job, last(result), result.assumptions(), told, waiting.size() - told.size());
        }));
    }

    private ForecastResult forecast(Job job) {
        return CanonicalJson.read(store.text("result", job.id()).orElseThrow(), ForecastFiles.Whole.class)
                .forecast();
    }

    private static HalfYear last(ForecastResult result) {
        return result.halfYears().get(result.halfYears().size() - 1).halfYear();
    }
}
