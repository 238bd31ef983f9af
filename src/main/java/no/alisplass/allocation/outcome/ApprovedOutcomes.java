package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.Roster;

/** What an approved round gave the doctors of one area; nobody else's are ever in the answer. */
@ApplicationScoped
public class ApprovedOutcomes {
    private final Runs runs;

    ApprovedOutcomes(Runs runs) {
        this.runs = runs;
    }

    /**
     * @param run the approved one
     * @param doctors the area's own in the priority order
     * @param notEligible the area's own who could not take part
     */
    public record OfArea(Run run, List<DoctorOutcome> doctors, List<IneligibleDoctor> notEligible) {
        public OfArea {
            doctors = List.copyOf(doctors);
            notEligible = List.copyOf(notEligible);
        }

        static OfArea of(Allocation allocation, AreaCode area) {
            return new OfArea(
                    allocation.run(),
                    allocation.doctors().stream()
                            .filter(each -> isOf(each.doctor().facts(), area))
                            .toList(),
                    allocation.notEligible().stream()
                            .filter(each -> isOf(each.facts(), area))
                            .toList());
        }

        private static boolean isOf(Candidate facts, AreaCode area) {
            return facts.area().equals(area);
        }

        public Optional<DoctorOutcome> doctor(HprNumber hpr) {
            return doctors.stream()
                    .filter(each -> each.doctor().facts().hpr().equals(hpr))
                    .findFirst();
        }

        public Optional<IneligibleDoctor> notEligible(HprNumber hpr) {
            return notEligible.stream()
                    .filter(each -> each.facts().hpr().equals(hpr))
                    .findFirst();
        }

        public int placed() {
            return (int) doctors.stream().filter(DoctorOutcome::placed).count();
        }
    }

    /** With all that reasons are found from. */
    public record WithProof(OfArea own, SolvedRun run) {
        /** Whether the round had the doctor from the list of another area. */
        public boolean isOfAnother(HprNumber hpr) {
            Roster roster = run.snapshot().roster();
            boolean known = roster.entry(hpr).isPresent()
                    || roster.notEligible().stream()
                            .anyMatch(each -> each.facts().hpr().equals(hpr));
            return known && own.doctor(hpr).isEmpty() && own.notEligible(hpr).isEmpty();
        }
    }

    /** Empty while no run of the round is approved. */
    @Transactional
    public Optional<OfArea> ofArea(RoundId round, AreaCode area) {
        return approved(round)
                .flatMap(run -> found(runs.allocation(round, run.number())))
                .map(allocation -> OfArea.of(allocation, area));
    }

    /** As {@link #ofArea}, for those who tell why. */
    @Transactional
    public Optional<WithProof> withProof(RoundId round, AreaCode area) {
        return approved(round)
                .flatMap(run -> found(runs.solved(round, run.number())))
                .map(run -> new WithProof(OfArea.of(run.allocation(), area), run));
    }

    private Optional<Run> approved(RoundId round) {
        return runs.latestProposal(round).filter(run -> run.state() == RunState.APPROVED);
    }

    private static <T> Optional<T> found(Result<T> result) {
        return result instanceof Result.Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }
}
