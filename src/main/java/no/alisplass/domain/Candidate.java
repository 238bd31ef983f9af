package no.alisplass.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;

/**
 * The facts of one doctor that eligibility and priority are decided on (003 §7.3.1.1). Never the cause of an interruption.
 *
 * @param countedService months of service that count towards the speciality, on {@code countedTo}
 * @param openPractice months of open, unselected practice (24 are needed)
 * @param interrupted whether an earlier institutional service was interrupted
 * @param institutionMonthsLeft months of institutional service the doctor still needs
 * @param areaShortOfSpecialists whether the doctor's area is short of specialists on the first day of the round
 * @param covered the services of the hospital whose catchment holds the doctor's area in some half-year of the round
 * @param countedTo the day service is counted to; null when the policy does not say which, then the first day of the round
 * @param starts each half-year of the round, in order; null when the policy asks everything on the first day of the round
 * @param agreed what the hospital and the area have agreed on training; null when the policy does not ask
 * @param lateWithdrawal true when the doctor took a yes back late in the hospital's round before, without a weighty reason; null when not, or
 *     the policy does not ask
 */
public record Candidate(
        HprNumber hpr,
        AreaCode area,
        @JsonUnwrapped Employment employment,
        Scheme scheme,
        Months countedService,
        Months openPractice,
        @JsonUnwrapped TrainingProgress progress,
        boolean interrupted,
        Months institutionMonthsLeft,
        boolean areaShortOfSpecialists,
        Set<Service> covered,
        LocalDate countedTo,
        List<Start> starts,
        @JsonInclude(JsonInclude.Include.NON_NULL) Agreed agreed,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean lateWithdrawal) {
    public Candidate {
        covered = Sorted.copy(covered);
        starts = starts == null ? null : List.copyOf(starts);
    }

    /** Where no agreement is asked for. */
    public Candidate(
            HprNumber hpr,
            AreaCode area,
            Employment employment,
            Scheme scheme,
            Months countedService,
            Months openPractice,
            TrainingProgress progress,
            boolean interrupted,
            Months institutionMonthsLeft,
            boolean areaShortOfSpecialists,
            Set<Service> covered,
            LocalDate countedTo,
            List<Start> starts) {
        this(
                hpr,
                area,
                employment,
                scheme,
                countedService,
                openPractice,
                progress,
                interrupted,
                institutionMonthsLeft,
                areaShortOfSpecialists,
                covered,
                countedTo,
                starts,
                null,
                null);
    }

    /** The same doctor, of whom it is known whether a yes was taken back late. */
    public Candidate withdrewLate(boolean late) {
        return new Candidate(
                hpr,
                area,
                employment,
                scheme,
                countedService,
                openPractice,
                progress,
                interrupted,
                institutionMonthsLeft,
                areaShortOfSpecialists,
                covered,
                countedTo,
                starts,
                agreed,
                late ? Boolean.TRUE : null);
    }

    public boolean hasWithdrawnLate() {
        return Boolean.TRUE.equals(lateWithdrawal);
    }

    /**
     * The half-years a service could start in by the doctor's wishes, the catchment and what the area has agreed; all of the round when there is
     * none, so that who can be offered nothing is judged all the same.
     *
     * @throws NullPointerException when everything is asked on the first day of the round
     */
    public List<Start> possibleStarts() {
        // Plain loops here and below: these are asked of every doctor by several criteria, a million times in a
        // forecast.
        List<Start> possible = new ArrayList<>(starts.size());
        for (Start start : starts) {
            if (start.possible()) {
                possible.add(start);
            }
        }
        return possible.isEmpty() || possible.size() == starts.size() ? starts : possible;
    }

    /** The first of them on whose first day the affiliation holds, else the first; empty when everything is asked on the first day of the round. */
    public Optional<Start> firstStart() {
        if (starts == null || starts.isEmpty()) {
            return Optional.empty();
        }
        Start first = null;
        for (Start start : starts) {
            if (start.possible()) {
                if (employment.holdsOn(start.halfYear().start())) {
                    return Optional.of(start);
                }
                first = first == null ? start : first;
            }
        }
        return first == null ? firstOfAll() : Optional.of(first);
    }

    /** The same where none is possible. */
    private Optional<Start> firstOfAll() {
        for (Start start : starts) {
            if (employment.holdsOn(start.halfYear().start())) {
                return Optional.of(start);
            }
        }
        return Optional.of(starts.get(0));
    }

    /** The same doctor with other wishes, which decide when a service could start. */
    public Candidate under(Wishes wishes) {
        return starting(
                starts == null
                        ? null
                        : starts.stream().map(start -> start.under(wishes)).toList());
    }

    /** The same doctor further on: so many more whole months of counted service, on every day, never more than there can be. */
    public Candidate served(int more) {
        return with(
                employment,
                countedService.plus(more),
                progress,
                starts == null
                        ? null
                        : starts.stream()
                                .map(start -> new Start(
                                        start.halfYear(),
                                        start.open(),
                                        start.covered(),
                                        start.counted().plus(more),
                                        start.areaShortOfSpecialists(),
                                        start.agreed()))
                                .toList());
    }

    public Candidate with(TrainingProgress reached) {
        return with(employment, countedService, reached, starts);
    }

    public Candidate with(Employment other) {
        return with(other, countedService, progress, starts);
    }

    /** The same doctor, with the area in the hospital's catchment throughout the round. */
    public Candidate inCatchment() {
        return starting(
                starts == null ? null : starts.stream().map(Start::inCatchment).toList());
    }

    private Candidate starting(List<Start> newStarts) {
        return with(employment, countedService, progress, newStarts);
    }

    private Candidate with(
            Employment newEmployment, Months newService, TrainingProgress newProgress, List<Start> newStarts) {
        return new Candidate(
                hpr,
                area,
                newEmployment,
                scheme,
                newService,
                openPractice,
                newProgress,
                interrupted,
                institutionMonthsLeft,
                areaShortOfSpecialists,
                covered,
                countedTo,
                newStarts,
                agreed,
                lateWithdrawal);
    }
}
