package no.alisplass.refill.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.json.StrictJson;
import no.alisplass.problem.Resource;
import no.alisplass.refill.Cases;
import no.alisplass.refill.Chain;
import no.alisplass.refill.RefillCertificate;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;
import no.alisplass.refill.RefillStep;
import no.alisplass.refill.Ward;
import no.alisplass.refill.run.Refill;
import no.alisplass.refill.run.Refill.Refilled;
import org.junit.jupiter.api.Test;

/** Every single number, name, word and list of an outcome and of a certificate changed, one at a time, and the hash made to fit: the checker refuses. */
class ForgedRefillTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger TRIED = new AtomicInteger();

    @AfterContainer
    static void say() {
        System.out.println("Forged refills checked: " + TRIED);
        assertThat(TRIED.get()).isGreaterThan(3_000);
    }

    @Property(tries = 20)
    void any_one_thing_changed(@ForAll long seed) throws JsonProcessingException {
        RefillProblem problem =
                switch ((int) Math.floorMod(seed, 3L)) {
                    case 0 -> Cases.small(seed, 2, 2, seed % 2 == 0, true);
                    case 1 -> Cases.of(seed, new Cases.Shape(7, 3, 2, 1, false, false, 6, 55));
                    default -> Cases.crowded(seed);
                };
        Refilled refilled = Refill.run(problem);
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
        forge(CanonicalJson.write(refilled.outcome()), text -> {
            RefillOutcome forged = read(text, RefillOutcome.class);
            if (!forged.equals(refilled.outcome())) {
                RefillCertificate certificate = refilled.certificate();
                refused(
                        problem,
                        forged,
                        new RefillCertificate(
                                certificate.problemHash(),
                                CanonicalJson.hash(forged),
                                certificate.noOneWorse(),
                                certificate.noJustifiedEnvy(),
                                certificate.noWastedSeat(),
                                certificate.seats(),
                                certificate.limits(),
                                certificate.lettings(),
                                certificate.steps()));
            }
        });
        forge(CanonicalJson.write(refilled.certificate()), text -> {
            RefillCertificate forged = read(text, RefillCertificate.class);
            // The same steps in another order are as good, where two doctors might ask first.
            if (!forged.equals(refilled.certificate()) && !sorted(forged).equals(sorted(refilled.certificate()))) {
                refused(problem, refilled.outcome(), forged);
            }
        });
    }

    /** One øye is free and d001 leaves the other: who comes first by rank takes what was free, so that d001 and d003 change. */
    @Test
    void another_telling_of_the_same_moves() {
        RefillProblem problem = new Ward()
                .seats("oye", 2)
                .seats("lunge", 1)
                .upgradable(null, "oye", "lunge", "oye")
                .waits(null, "oye")
                .upgradable(null, "lunge", "oye", "lunge")
                .upgrades();
        Refilled refilled = Refill.run(problem);
        List<Chain> chains = refilled.outcome().chains();
        assertThat(chains).extracting(Chain::ring).containsExactly(false, true);
        Chain.Move first = chains.get(0).moves().get(0);
        List<Chain.Move> ring = chains.get(1).moves();
        RefillOutcome told = new RefillOutcome(
                problem.hash(),
                refilled.outcome().doctors(),
                List.of(new Chain(false, List.of(ring.get(1), ring.get(0), first), null)),
                List.of(),
                List.of());
        RefillCertificate is = refilled.certificate();
        refused(
                problem,
                told,
                new RefillCertificate(
                        is.problemHash(),
                        CanonicalJson.hash(told),
                        true,
                        true,
                        true,
                        is.seats(),
                        is.limits(),
                        is.lettings(),
                        is.steps()));
    }

    /** What is right of a problem with one thing different, whole and in itself consistent, put forward for this one. */
    @Property(tries = 1500)
    void the_proof_of_another_problem(@ForAll long seed) {
        Random random = new Random(seed);
        RefillProblem problem = Cases.small(seed, 2, 2, false, seed % 3 == 0);
        RefillProblem other = altered(problem, random);
        if (other == null) {
            return;
        }
        Refilled of = Refill.run(other);
        Map<DoctorId, RefillResult> results = new HashMap<>();
        of.outcome().doctors().forEach(result -> results.put(result.doctor(), result));
        RefillOutcome outcome = new RefillOutcome(
                problem.hash(),
                problem.doctors().stream()
                        .map(doctor -> results.get(doctor.id()))
                        .toList(),
                of.outcome().chains(),
                of.outcome().conflicts(),
                of.outcome().free());
        RefillCertificate certificate = of.certificate();
        RefillCertificate fitted = new RefillCertificate(
                problem.hash(),
                CanonicalJson.hash(outcome),
                true,
                true,
                true,
                certificate.seats(),
                certificate.limits(),
                certificate.lettings(),
                certificate.steps());
        TRIED.incrementAndGet();
        boolean right = outcome.equals(Refill.run(problem).outcome());
        assertThat(RefillChecker.check(problem, outcome, fitted).isEmpty() && !right)
                .isFalse();
    }

    /** Two doctors in the other order, one with another part or fewer wishes, a seat more or less, the other mode. */
    private static RefillProblem altered(RefillProblem problem, Random random) {
        List<RefillDoctor> doctors = new ArrayList<>(problem.doctors());
        List<Resource> resources = new ArrayList<>(problem.resources());
        RefillMode mode = problem.mode();
        int d = random.nextInt(doctors.size());
        RefillDoctor doctor = doctors.get(d);
        switch (random.nextInt(5)) {
            case 0 -> Collections.swap(doctors, d, (d + 1) % doctors.size());
            case 1 -> {
                if (doctor.held() == null) {
                    doctors.set(d, RefillDoctor.out(doctor.id(), doctor.options()));
                } else if (doctor.part() != RefillPart.BY_HAND) {
                    doctors.set(
                            d,
                            RefillDoctor.holding(
                                    doctor.id(), doctor.part() == RefillPart.FIRM, doctor.held(), doctor.options()));
                }
            }
            case 2 -> {
                int r = random.nextInt(resources.size());
                Resource resource = resources.get(r);
                resources.set(
                        r,
                        new Resource(
                                resource.id(), Math.max(0, resource.capacity() + (random.nextBoolean() ? 1 : -1))));
            }
            case 3 -> mode = mode == RefillMode.UPGRADES ? RefillMode.WAITING_ONLY : RefillMode.UPGRADES;
            default -> {
                if (doctor.part() == RefillPart.WAITS && !doctor.options().isEmpty()) {
                    doctors.set(
                            d,
                            RefillDoctor.waiting(
                                    doctor.id(),
                                    doctor.options().subList(0, doctor.options().size() - 1)));
                }
            }
        }
        try {
            return new RefillProblem(problem.roundProblem(), mode, doctors, resources);
        } catch (IllegalArgumentException noSuchState) {
            return null;
        }
    }

    /** As a file is read. */
    private static <T> T read(String text, Class<T> type) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static RefillCertificate sorted(RefillCertificate of) {
        return new RefillCertificate(
                of.problemHash(),
                of.outcomeHash(),
                of.noOneWorse(),
                of.noJustifiedEnvy(),
                of.noWastedSeat(),
                of.seats(),
                of.limits(),
                of.lettings(),
                of.steps().stream()
                        .sorted(Comparator.comparing(RefillStep::toString))
                        .toList());
    }

    private static void refused(RefillProblem problem, RefillOutcome outcome, RefillCertificate certificate) {
        TRIED.incrementAndGet();
        assertThat(RefillChecker.check(problem, outcome, certificate))
                .as(() -> CanonicalJson.write(problem) + "\n" + CanonicalJson.write(outcome) + "\n"
                        + CanonicalJson.write(certificate))
                .isNotEmpty();
    }

    /** Hands on the text with each thing changed; what is no record of that kind any more is refused by that. */
    private static void forge(String text, Consumer<String> then) throws JsonProcessingException {
        JsonNode root = MAPPER.readTree(text);
        Map<String, TreeSet<String>> words = new HashMap<>();
        words(root, words);
        changes(root, words, () -> {
            try {
                then.accept(root.toString());
            } catch (IllegalArgumentException noRecord) {
                TRIED.incrementAndGet();
            }
        });
        assertThat(root.toString()).isEqualTo(MAPPER.readTree(text).toString());
    }

    private static void words(JsonNode node, Map<String, TreeSet<String>> words) {
        node.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                words.computeIfAbsent(field.getKey(), name -> new TreeSet<>())
                        .add(field.getValue().textValue());
            }
        });
        node.forEach(child -> words(child, words));
    }

    private static void changes(JsonNode node, Map<String, TreeSet<String>> words, Runnable then) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode is = object.get(name);
                for (JsonNode other : others(name, is, words)) {
                    object.set(name, other);
                    then.run();
                }
                object.set(name, is);
                object.remove(name);
                then.run();
                object.set(name, is);
                changes(is, words, then);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode is = array.get(i);
                array.remove(i);
                then.run();
                array.insert(i, is);
                array.insert(i, is);
                then.run();
                array.remove(i);
                if (i > 0) {
                    swap(array, i);
                    then.run();
                    swap(array, i);
                }
                changes(array.get(i), words, then);
            }
        }
    }

    private static void swap(ArrayNode array, int i) {
        JsonNode one = array.get(i);
        array.set(i, array.get(i - 1));
        array.set(i - 1, one);
    }

    private static List<JsonNode> others(String name, JsonNode is, Map<String, TreeSet<String>> words) {
        List<JsonNode> others = new ArrayList<>();
        if (is.isInt()) {
            others.add(MAPPER.getNodeFactory().numberNode(is.intValue() + 1));
            others.add(MAPPER.getNodeFactory().numberNode(is.intValue() - 1));
        } else if (is.isBoolean()) {
            others.add(MAPPER.getNodeFactory().booleanNode(!is.booleanValue()));
        } else if (is.isTextual()) {
            words.get(name).stream()
                    .filter(word -> !word.equals(is.textValue()))
                    .limit(6)
                    .forEach(word -> others.add(MAPPER.getNodeFactory().textNode(word)));
            others.add(MAPPER.getNodeFactory().textNode("nobody"));
        }
        return others;
    }
}
