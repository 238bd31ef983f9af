package no.alisplass.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.alisplass.CpuTime;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.check.Checker;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Ranking;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.Counterfactual;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.solver.SolveListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rounds: what the reasons say is so, and a municipality reads of nobody but its own doctor. */
class ReasonsLawsTest {
    private static final int ROUNDS = 15;
    private static final List<Locale> LANGUAGES = List.of(Messages.BOKMAL, Locale.forLanguageTag("nn"), Locale.ENGLISH);

    /** Applies changes by its own means and solves with the whole solver. */
    private record Applied(Round round, RosterEntry entry, Proposal proposal, AllocationProblem problem) {
        static Applied of(Round round, RosterEntry entry, AllocationProblem problem) {
            Proposal proposal = Round.SOLVER
                    .solve(problem, 1, SolveListener.SILENT, () -> false)
                    .proposal();
            return new Applied(round, entry, proposal, problem);
        }

        List<Stay> stays() {
            for (int i = 0; i < problem.doctors().size(); i++) {
                if (problem.doctors().get(i).id().equals(entry.doctor())) {
                    Integer option = proposal.placements().get(i).option();
                    return option == null
                            ? List.of()
                            : problem.doctors().get(i).options().get(option).stays();
                }
            }
            throw new AssertionError("no such doctor");
        }
    }

    private static Applied apply(Round round, RosterEntry entry, What what) {
        Counterfactual terms = new Counterfactual(round.snapshot(), Frozen.policy());
        AllocationProblem problem = round.snapshot().problem();
        Candidate facts = entry.facts();
        TrainingProgress progress = facts.progress();
        Employment employment = facts.employment();
        Wishes wishes = entry.wishes();
        if (what instanceof What.CountedService more) {
            return ranked(round, entry, served(facts, more.months()));
        }
        if (what instanceof What.Objectives more) {
            return ranked(
                    round,
                    entry,
                    facts.with(new TrainingProgress(
                            progress.objectives() + more.more(), progress.activities(), progress.supervision())));
        }
        if (what instanceof What.Supervision supervision) {
            return ranked(
                    round,
                    entry,
                    facts.with(
                            new TrainingProgress(progress.objectives(), progress.activities(), supervision.reached())));
        }
        if (what instanceof What.LeaveGranted) {
            Counterfactual.Terms now = terms.terms(entry.doctor());
            return Applied.of(
                    round,
                    entry,
                    terms.with(terms.on(
                            entry.doctor(),
                            new Counterfactual.Terms(
                                    now.wishes(), LeaveStatus.GRANTED, now.affiliationTo(), now.covered()))));
        }
        if (what instanceof What.InCatchment) {
            AllocationProblem all = problem;
            for (RosterEntry each : round.snapshot().roster().entries()) {
                boolean pinned = problem.doctors().get(each.position() - 1).pinned();
                if (each.facts().area().equals(facts.area()) && !pinned) {
                    Counterfactual.Terms now = terms.terms(each.doctor());
                    all = Counterfactual.with(
                            all,
                            terms.on(
                                    each.doctor(),
                                    new Counterfactual.Terms(now.wishes(), now.leave(), now.affiliationTo(), true)));
                }
            }
            return Applied.of(round, entry, all);
        }
        if (what instanceof What.NotByHand hand) {
            return Applied.of(round, entry, terms.with(terms.free(hand.doctor())));
        }
        if (what instanceof What.OtherAffiliation other) {
            return ranked(
                    round, entry, facts.with(new Employment(other.affiliation(), employment.from(), employment.to())));
        }
        if (what instanceof What.MoreSeats seats) {
            return Applied.of(
                    round,
                    entry,
                    oneMore(
                            problem,
                            ResourceId.seat(
                                    seats.stay().position(), seats.stay().halfYear())));
        }
        if (what instanceof What.HigherLimit limit) {
            return Applied.of(
                    round, entry, oneMore(problem, round.snapshot().roster().away(facts.area(), limit.halfYear())));
        }
        Set<no.alisplass.domain.DepartmentId> refused = new TreeSet<>(wishes.refused());
        List<Set<no.alisplass.domain.DepartmentId>> ranked = new java.util.ArrayList<>(wishes.ranked());
        Set<HalfYear> blocked = new TreeSet<>(wishes.blocked());
        Boolean wholeOnly = wishes.wholeOnly();
        HalfYear earliest = wishes.earliestStart();
        if (what instanceof What.AcceptedDepartment accepted) {
            refused.remove(accepted.department());
            if (wishes.onlyRanked()) {
                ranked.add(Set.of(accepted.department()));
            }
        } else if (what instanceof What.OpenHalfYear open) {
            blocked.remove(open.halfYear());
        } else if (what instanceof What.FirstPartAlone) {
            wholeOnly = null;
        } else {
            earliest = ((What.EarlierStart) what).halfYear();
        }
        Wishes other = new Wishes(ranked, wishes.onlyRanked(), refused, earliest, blocked, wishes.weight(), wholeOnly);
        return Applied.of(round, entry, terms.with(terms.withWishes(entry.doctor(), other)));
    }

    private static Applied ranked(Round round, RosterEntry entry, Candidate changed) {
        Counterfactual terms = new Counterfactual(round.snapshot(), Frozen.policy());
        Ranking ranking = terms.rankedWith(List.of(changed));
        return Applied.of(round, entry, terms.inOrderOf(ranking));
    }

    private static AllocationProblem oneMore(AllocationProblem problem, ResourceId id) {
        return new AllocationProblem(
                problem.objective(),
                problem.doctors(),
                problem.resources().stream()
                        .map(each -> each.id().equals(id) ? new Resource(id, each.capacity() + 1) : each)
                        .toList());
    }

    private static Candidate served(Candidate facts, int months) {
        return new Candidate(
                facts.hpr(),
                facts.area(),
                facts.employment(),
                facts.scheme(),
                new Months(Math.min(6000, facts.countedService().tenths() + 10 * months)),
                facts.openPractice(),
                facts.progress(),
                facts.interrupted(),
                facts.institutionMonthsLeft(),
                facts.areaShortOfSpecialists(),
                facts.covered(),
                null,
                null);
    }

    private static What what(Reasons.Change change) {
        return change.whats().get(0);
    }

    private static int tier(Round round, DoctorId id, List<Stay> stays) {
        Doctor doctor = round.snapshot().problem().doctors().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return doctor.options().stream()
                .filter(option -> option.stays().equals(stays))
                .mapToInt(Option::tier)
                .findFirst()
                .orElse(doctor.tiers());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void every_change_gives_what_it_says_and_one_month_less_gives_nothing(int part) {
        int told = 0;
        for (int seed = part * ROUNDS; seed < (part + 1) * ROUNDS; seed++) {
            Round round = Round.of(Round.random(seed, 14, 2));
            for (Reasons reasons : Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate())) {
                RosterEntry entry = round.snapshot().roster().entry(reasons.doctor());
                for (Reasons.Change change : reasons.changes()) {
                    if (change.whats().size() > 1) {
                        continue;
                    }
                    told++;
                    List<Stay> stays = apply(round, entry, what(change)).stays();
                    assertThat(change.wouldGive())
                            .as("round %d, %s, %s", seed, entry.doctor(), what(change))
                            .contains(stays)
                            .doesNotContain(reasons.held().stays());
                    int before = tier(round, entry.doctor(), reasons.held().stays());
                    if (what(change) instanceof What.CountedService more) {
                        List<Stay> less = more.months() == 1
                                ? reasons.held().stays()
                                : apply(round, entry, new What.CountedService(more.months() - 1))
                                        .stays();
                        assertThat(tier(round, entry.doctor(), stays)).isLessThan(before);
                        assertThat(tier(round, entry.doctor(), less)).isEqualTo(before);
                    }
                    if (what(change) instanceof What.Objectives more && more.more() > 1) {
                        assertThat(tier(
                                        round,
                                        entry.doctor(),
                                        apply(round, entry, new What.Objectives(more.more() - 1))
                                                .stays()))
                                .isEqualTo(before);
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everything_better_is_full_and_who_has_it_has_a_right_to_it(int part) {
        for (int seed = part * ROUNDS; seed < (part + 1) * ROUNDS; seed++) {
            Round round = Round.of(Round.random(seed, 14, 2));
            assertThat(Checker.check(round.snapshot().problem(), round.proposal(), round.certificate())
                            .accepted())
                    .isTrue();
            for (Reasons reasons : Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate())) {
                for (Reasons.BetterWish wish : reasons.better()) {
                    for (Reasons.Offer offer : wish.offers()) {
                        assertThat(offer.full()).as("round %d", seed).isNotEmpty();
                        offer.full().forEach(full -> {
                            assertThat(full.holders()).hasSize(full.units());
                            if (reasons.objective() == Objective.WISHES_FIRST) {
                                assertThat(full.holders())
                                        .noneMatch(holder -> holder.right() == StatedReasons.Right.PLACED_AT_ALL);
                            }
                        });
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_municipality_reads_of_no_other_doctor_and_no_other_area(int part) {
        for (int seed = part * ROUNDS; seed < (part + 1) * ROUNDS; seed++) {
            Round round = Round.of(Round.random(seed, 14, 2));
            for (Reasons reasons : Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate())) {
                RosterEntry self = round.snapshot().roster().entry(reasons.doctor());
                for (Locale language : LANGUAGES) {
                    String text = String.join(
                            "\n",
                            round.told(reasons, Audience.MUNICIPALITY, language).sentences());
                    Set<String> secret = round.snapshot().roster().entries().stream()
                            .filter(other -> other != self)
                            .flatMap(other -> java.util.stream.Stream.of(
                                    other.name().split(" ")[0],
                                    other.name().split(" ")[1],
                                    other.facts().hpr().digits(),
                                    other.doctor().value()))
                            .collect(Collectors.toSet());
                    secret.addAll(Set.of("3205", "3222", "030112", "away:", "seat:", "null", "explanation.", "{"));
                    assertThat(secret).as(text).noneMatch(text::contains);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17})
    void the_reasons_of_all_are_the_reasons_of_each_and_come_out_the_same_again(long seed) {
        Round round = Round.of(Round.random(seed, 14, 2));
        List<Reasons> all = Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate());
        for (int i = 0; i < all.size(); i++) {
            assertThat(Round.EXPLANATIONS.of(
                            round.snapshot(),
                            round.proposal(),
                            round.certificate(),
                            round.doctors().get(i)))
                    .isEqualTo(all.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5})
    void a_round_of_65_is_explained_in_seconds_and_a_doctor_at_once(long seed) {
        Round round = Round.of(Round.random(seed, 65, 2));
        Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate());
        long start = CpuTime.nanos();
        Round.EXPLANATIONS.all(round.snapshot(), round.proposal(), round.certificate());
        long all = (CpuTime.nanos() - start) / 1_000_000;
        start = CpuTime.nanos();
        Round.EXPLANATIONS.of(
                round.snapshot(),
                round.proposal(),
                round.certificate(),
                round.doctors().get(64));
        long one = (CpuTime.nanos() - start) / 1_000_000;
        System.out.println("Reasons of 65 doctors: " + all + " ms, of the last: " + one + " ms");
        assertThat(all).isLessThan(20_000);
        assertThat(one).isLessThan(2_000);
    }
}
