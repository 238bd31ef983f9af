package no.alisplass.scenario.least.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.certificate.PriceList;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.least.LeastAnswer;
import no.alisplass.scenario.least.LeastCertificate;
import no.alisplass.scenario.least.LeastProof;
import no.alisplass.scenario.least.LeastQuestion;

/**
 * The least number of seats that serves some doctors all at once. What is minimised, in this order: how many seats are added to those there are; in how
 * many positions and half-years; and then, by half-year and within one by position, the first of them come first, and have as many as can be. The same
 * question always has the same answer.
 */
public final class LeastSearch {
    /** How many options there may be in all; what is more takes longer than somebody waits for. */
    public static final int MAX_OPTIONS = 12_000;

    /** How many entries of tables the search for the number may touch: about a second. */
    private static final long MAX_WORK = 800_000_000;

    private static final Comparator<Resource> BY_TIME = Comparator.comparing(
                    (Resource resource) -> seat(resource).halfYear())
            .thenComparing(resource -> seat(resource).position().value());

    private LeastSearch() {}

    /** @param fewestPlaces whether the second and third thing are certain too: the proof is about the number alone */
    public record Found(LeastAnswer answer, boolean fewestPlaces, LeastCertificate certificate) {}

    /** How many options the doctors have whom the seats are to be enough for. */
    public static int size(AllocationProblem problem, LeastQuestion question) {
        return new LeastModel(problem, question).size();
    }

    /** @throws IllegalArgumentException when what is settled by hand has no room */
    public static Found find(AllocationProblem problem, LeastQuestion question) {
        LeastModel model = new LeastModel(problem, question);
        LeastSolver whole = new LeastSolver(model, model.capacity, model.most, -1, MAX_WORK).solve();
        int bound = whole.root() == null
                ? 0
                : model.bound(whole.root().prices(), whole.root().unit(), model.all, model.capacity, model.most);
        LeastProof proof = whole.proof() == null
                ? whole.root() == null ? new LeastProof.Prices(List.of(), 1) : prices(model, whole.root())
                : proof(model, whole.proof());
        int atLeast = whole.proof() == null ? Math.min(bound, whole.cost()) : whole.cost();
        if (whole.held() == null) {
            return new Found(
                    whole.proof() == null ? LeastAnswer.OPEN : LeastAnswer.IMPOSSIBLE,
                    true,
                    new LeastCertificate(question, null, null, atLeast, proof));
        }
        LeastPlaces places = new LeastPlaces(model, whole, order(problem, model)).choose();
        return new Found(
                whole.proof() == null ? LeastAnswer.ENOUGH : LeastAnswer.PROVEN,
                places.certain(),
                new LeastCertificate(
                        question, added(model, places.added()), placements(model, places.held()), atLeast, proof));
    }

    private static int[] order(AllocationProblem problem, LeastModel model) {
        return IntStream.range(0, model.capacity.length)
                .filter(r -> model.most[r] > model.capacity[r])
                .boxed()
                .sorted(Comparator.comparing(problem.resources()::get, BY_TIME))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static ResourceId.Seat seat(Resource resource) {
        return resource.id().seat().orElseThrow();
    }

    private static List<Resource> added(LeastModel model, int[] added) {
        return IntStream.range(0, added.length)
                .filter(r -> added[r] > 0)
                .mapToObj(r -> new Resource(model.problem.resources().get(r).id(), added[r]))
                .toList();
    }

    private static List<Placement> placements(LeastModel model, int[] held) {
        return IntStream.range(0, held.length)
                .mapToObj(d -> new Placement(model.doctors[d], model.optionOf[d][held[d]]))
                .toList();
    }

    private static LeastProof proof(LeastModel model, LeastSolver.Tree tree) {
        if (tree.priced() != null) {
            return prices(model, tree.priced());
        }
        List<LeastProof.Part> parts = new ArrayList<>();
        for (int k = 0; k < tree.trees().size(); k++) {
            List<Integer> options = IntStream.of(tree.parts().get(k))
                    .map(option -> model.optionOf[tree.doctor()][option])
                    .boxed()
                    .toList();
            parts.add(new LeastProof.Part(options, proof(model, tree.trees().get(k))));
        }
        return new LeastProof.ByCases(model.doctors[tree.doctor()], parts);
    }

    private static LeastProof prices(LeastModel model, LeastSolver.Priced priced) {
        return new LeastProof.Prices(
                IntStream.range(0, priced.prices().length)
                        .filter(r -> priced.prices()[r] > 0)
                        .mapToObj(r -> new PriceList.Price(
                                model.problem.resources().get(r).id(), priced.prices()[r]))
                        .toList(),
                priced.unit());
    }
}
