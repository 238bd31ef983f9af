package no.alisplass.scenario.count;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.CriterionCode;
import no.alisplass.scenario.Certainty;

/**
 * What other numbers of seats would do, counted; no doctor can be told from it.
 *
 * @param problemHash SHA-256 of the problem as it is
 * @param changedHash SHA-256 of the problem as it would be
 * @param certainty of both outcomes together
 * @param seats in all, shared positions among them
 * @param best how many have the best that could be offered them
 * @param wishes by the doctor's own wish that is met
 * @param byCriterion who waits, by what each criterion found that finds one of a few things; in the policy's order
 * @param byArea who waits, by area; areas of which somebody does, then or now
 * @param unused seats that nobody takes, then or now
 * @param setAside how many are settled by hand in a way that has no room there, and are left to the criteria
 */
public record SeatStep(
        String problemHash,
        String changedHash,
        Certainty certainty,
        Both seats,
        Both placed,
        Both waiting,
        Both best,
        Moved moved,
        Wishes wishes,
        List<ByCriterion> byCriterion,
        List<ByArea> byArea,
        List<Unused> unused,
        int setAside) {
    public SeatStep {
        byCriterion = List.copyOf(byCriterion);
        byArea = List.copyOf(byArea);
        unused = List.copyOf(unused);
    }

    /** As it is, and as it would be. */
    public record Both(int now, int then) {
        /** By how much there would be more; negative for fewer. */
        public int change() {
            return then - now;
        }
    }

    /**
     * For how many it is otherwise.
     *
     * @param letIn wait now and would be placed
     * @param better are placed and would have something better
     * @param worse are placed and would have something less good
     * @param out are placed and would wait
     */
    public record Moved(int letIn, int better, int worse, int out) {
        public int gains() {
            return letIn + better;
        }

        public int losses() {
            return worse + out;
        }
    }

    /**
     * @param ranks who have their first wish, their second, and so on to the {@value Wishes#RANKS}th
     * @param later have a later one
     * @param notAmong are placed beyond their wishes
     * @param without are placed, and wished for nothing
     */
    public record Wishes(List<Both> ranks, Both later, Both notAmong, Both without) {
        public static final int RANKS = 5;

        public Wishes {
            ranks = List.copyOf(ranks);
        }
    }

    /** @param value what the criterion found: {@code yes}, {@code permanent} */
    public record ByCriterion(CriterionCode criterion, String value, Both waiting) {}

    public record ByArea(AreaCode area, Both waiting) {}

    /**
     * Seats that stand empty. Whom they would be better for is asked of the outcome that would be: without any such doctor nobody who can be offered a seat there
     * would rather have it than what they get.
     *
     * @param departments one, or two that share the position
     * @param limited how many would rather have one, but their area can spare no more at once
     * @param paired how many would rather have one, but only together with another half-year, where there is none left
     * @param open for how many it was not found out
     */
    public record Unused(
            List<DepartmentId> departments, HalfYear halfYear, Both seats, int limited, int paired, int open) {
        public Unused {
            departments = List.copyOf(departments);
        }
    }
}
