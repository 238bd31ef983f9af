package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Agreements;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Versioned;
import no.alisplass.domain.message.Message;
import no.alisplass.register.ListedDoctors;
import no.alisplass.register.RegisterAreas;
import no.alisplass.register.entry.DepartmentNames;
import no.alisplass.register.entry.HospitalView;
import no.alisplass.register.entry.ListArea;
import no.alisplass.register.entry.ListRules;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;

/** What a waitlist needs to know of its round, the round's hospital and the areas. */
@ApplicationScoped
class WaitlistRounds {
    private final Rounds rounds;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Agreements agreements;
    private final WaitlistStore store;
    private final GivenStays given;
    private final ListedDoctors register;
    private final RegisterAreas registers;
    private final Clock clock;

    @Inject
    WaitlistRounds(
            Rounds rounds,
            Capacity capacity,
            Catchment catchment,
            Agreements agreements,
            WaitlistStore store,
            GivenStays given,
            ListedDoctors register,
            RegisterAreas registers,
            Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.catchment = catchment;
        this.agreements = agreements;
        this.store = store;
        this.given = given;
        this.register = register;
        this.registers = registers;
        this.clock = clock;
    }

    /** A round that takes lists, and what they are checked against. */
    record Open(Round round, ListRules rules, ListArea area) {}

    /** What the area misses of the agreement and registration that the round's policy asks for. */
    List<Finding> missing(Round round, AreaCode area) {
        return agreements.read(round.hospital(), area) instanceof Result.Done<Agreements.OfArea> known
                ? rounds.missing(round, area, known.value().agreement().value().agreed())
                : List.of();
    }

    Counting counting(Round round) {
        return rounds.counting(round);
    }

    Result<Round> read(RoundId id) {
        return rounds.read(id);
    }

    /** Refused NOT_FOUND unless both round and area exist; nobody writes a list for a round that is only planned. */
    Result<Round> read(RoundId id, AreaCode area) {
        return planned(id).then(round -> catchment.knows(area) ? Result.done(round) : unknown(area));
    }

    private Result<Round> planned(RoundId id) {
        return rounds.read(id)
                .then(round -> round.state() == RoundState.DRAFT
                        ? Result.notFound(Finding.of("round", id, "round.round-unknown"))
                        : Result.done(round));
    }

    /** Refused CONFLICT unless the round is open, and stays so until the transaction ends, and the area is in the catchment. */
    Result<Open> open(RoundId id, AreaCode area) {
        store.lockRound(id);
        return planned(id).then(round -> {
            if (!(catchment.read(area) instanceof Result.Done<Versioned<AreaRecord>> found)) {
                return unknown(area);
            }
            if (round.state() != RoundState.OPEN) {
                return Result.conflict(Finding.of("round", id, "waitlist.round-not-open", round.title()));
            }
            if (!isIn(round, found.value().value())) {
                return Result.conflict(Finding.of("area", area, "waitlist.area-outside", area, round.hospital()));
            }
            return Result.done(new Open(
                    round,
                    new ListRules(
                            LocalDate.now(clock),
                            round.halfYears(),
                            departments(round),
                            rounds.counting(round),
                            given.besides(round.id()),
                            store.listedElsewhere(round.id(), area),
                            register.heldBesides(area),
                            new Ends(rounds, round, found.value().value())),
                    new ListArea(area, found.value().value().area().name())));
        });
    }

    /** Whether the hospital serves the area, for anything, in some half-year of the round. */
    private static boolean isIn(Round round, AreaRecord area) {
        return round.halfYears().stream().anyMatch(half -> isIn(round, area, half));
    }

    private static boolean isIn(Round round, AreaRecord area, HalfYear halfYear) {
        return !area.covered(round.hospital(), halfYear.start()).isEmpty();
    }

    /** When schemes end for doctors of an area, by the round's policy. */
    private record Ends(Rounds rounds, Round round, AreaRecord area) implements ListRules.SchemeEnds {
        @Override
        public boolean serves(HalfYear halfYear) {
            return isIn(round, area, halfYear);
        }

        @Override
        public Optional<Message> tooLate(Scheme scheme, Months left, LocalDate start) {
            return rounds.schemeEnds(round, scheme, left, start).map(Finding::message);
        }
    }

    /** Those of the rounds that are not only planned, and that the area may send lists to or has. */
    List<Round> takesPartIn(AreaCode area, List<Round> rounds, Set<RoundId> sent) {
        Optional<AreaRecord> known = catchment.read(area) instanceof Result.Done<Versioned<AreaRecord>> found
                ? Optional.of(found.value().value())
                : Optional.empty();
        return rounds.stream()
                .filter(round -> RoundState.TOLD.contains(round.state()))
                .filter(round -> sent.contains(round.id())
                        || known.filter(record -> isIn(round, record)).isPresent())
                .toList();
    }

    /** The areas that may send lists to the round, and those that have. */
    List<Area> areas(Round round, Set<AreaCode> sent) {
        return catchment.records().stream()
                .map(Versioned::value)
                .filter(known ->
                        isIn(round, known) || sent.contains(known.area().code()))
                .map(AreaRecord::area)
                .toList();
    }

    /** Doctors as lists of the round have them. */
    HospitalView view(Round round, AreaCode area) {
        AtomicReference<DepartmentNames> everywhere = new AtomicReference<>();
        return new HospitalView(
                departments(round),
                () -> everywhere.updateAndGet(known -> known == null ? registers.served(area) : known));
    }

    DepartmentNames departments(Round round) {
        return RegisterAreas.names(capacity.hospital(round.hospital()).stream().toList());
    }

    private static <T> Result<T> unknown(AreaCode area) {
        return Result.notFound(Finding.of("area", area, "waitlist.area-unknown", area));
    }
}
