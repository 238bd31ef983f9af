package no.alisplass.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.reference.CpSatLeast;
import no.alisplass.reference.Rounds;
import no.alisplass.scenario.least.LeastQuestion;
import no.alisplass.scenario.least.check.LeastChecker;
import no.alisplass.scenario.least.find.LeastSearch;

/** The least number of seats, beside CP-SAT that minimises the same: first the seats, then the places they are in. Ours also takes the first of these, proves and is checked. */
final class LeastBench {
    private static final int SEEDS = 10;
    private static final double WARM_SECONDS = 4;

    private record Question(String name, Rounds.Shape shape, boolean best, int more) {}

    private LeastBench() {}

    static void run(double cpSatSeconds) {
        Rounds.Shape ahus = Rounds.Shape.of(62, 8, 2);
        List<Question> questions = List.of(
                new Question("everyone", ahus, false, 62),
                new Question("every first wish", ahus, true, 62),
                new Question("everyone, 16 seats at the most in each", ahus, false, 15),
                new Question("everyone, 30 % two-part", ahus.withTwoPart(0.3), false, 62),
                new Question(
                        "everyone, 30 % two-part, limits", ahus.withTwoPart(0.3).withLimit(6), false, 62),
                new Question(
                        "everyone, four half-years, 30 % two-part, limits",
                        Rounds.Shape.of(62, 16, 4).withTwoPart(0.3).withLimit(3), false, 62),
                new Question("everyone, 300 × 120", Rounds.Shape.of(300, 120, 2), false, 20));
        System.out.println();
        System.out.println(
                "| least seats for | CP-SAT ÷ ours | ours, proven | + check | slowest | CP-SAT | proven | same seats | same places |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        questions.forEach(question -> row(question, cpSatSeconds));
    }

    private static void row(Question question, double cpSatSeconds) {
        double[] ours = new double[SEEDS];
        double[] checked = new double[SEEDS];
        double[] theirs = new double[SEEDS];
        int proven = 0;
        int seats = 0;
        int places = 0;
        long end = System.nanoTime() + (long) (WARM_SECONDS * 1e9);
        for (int k = 1; System.nanoTime() < end; k = k % SEEDS + 1) {
            find(question, Rounds.generate(question.shape(), k));
        }
        for (int k = 0; k < SEEDS; k++) {
            AllocationProblem problem = Rounds.generate(question.shape(), k + 1L);
            long start = System.nanoTime();
            LeastSearch.Found found = find(question, problem);
            ours[k] = (System.nanoTime() - start) / 1e9;
            boolean accepted = LeastChecker.check(problem, found.certificate()).accepted();
            checked[k] = (System.nanoTime() - start) / 1e9;
            proven += accepted ? 1 : 0;
            CpSatLeast.Answer answer =
                    CpSatLeast.solve(problem, served(problem), question.best(), more(question, problem), cpSatSeconds);
            theirs[k] = answer.seconds();
            boolean none = found.certificate().added() == null;
            seats += answer.seats() == (none ? -1 : found.certificate().number()) ? 1 : 0;
            places +=
                    answer.places() == (none ? -1 : found.certificate().added().size()) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | **%.1f** | %.4f s | %.4f s | %.4f s | %.4f s | %d of %d | %d | %d |%n",
                question.name(),
                median(theirs) / median(ours),
                median(ours),
                median(checked),
                Arrays.stream(checked).max().orElse(0),
                median(theirs),
                proven,
                SEEDS,
                seats,
                places);
    }

    private static List<Doctor> served(AllocationProblem problem) {
        return problem.doctors().stream()
                .filter(doctor -> !doctor.options().isEmpty())
                .toList();
    }

    private static Map<ResourceId, Integer> more(Question question, AllocationProblem problem) {
        Map<ResourceId, Integer> more = new TreeMap<>();
        problem.resources().stream()
                .filter(resource -> resource.id().seat().isPresent())
                .forEach(resource -> more.put(resource.id(), question.more()));
        return more;
    }

    private static LeastSearch.Found find(Question question, AllocationProblem problem) {
        List<Resource> most = new ArrayList<>();
        problem.resources().stream()
                .filter(resource -> resource.id().seat().isPresent())
                .forEach(resource -> most.add(new Resource(resource.id(), resource.capacity() + question.more())));
        return LeastSearch.find(
                problem,
                new LeastQuestion(
                        CanonicalJson.hash(problem),
                        served(problem).stream().map(Doctor::id).toList(),
                        question.best(),
                        most));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
