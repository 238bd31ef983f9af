package no.alisplass.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.prove.Outcomes;
import no.alisplass.certificate.prove.Pairs;
import no.alisplass.certificate.prove.Prover;
import no.alisplass.certificate.prove.Rounds;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import org.junit.jupiter.api.Test;

/** One thing changed after the proof: the checker refuses. */
class AlterationTest {
    private static final AtomicInteger TRIED = new AtomicInteger();

    private AllocationProblem problem;
    private Proposal proposal;
    private Certificate certificate;

    private Random prove(long seed) {
        problem = Rounds.small(seed);
        proposal = Rounds.proposal(problem, new Outcomes(problem).best());
        certificate = Prover.prove(problem, proposal);
        assertThat(check(certificate)).isTrue();
        return new Random(seed);
    }

    private boolean check(Certificate altered) {
        TRIED.incrementAndGet();
        return Checker.check(problem, proposal, altered).accepted();
    }

    @AfterContainer
    static void say() {
        System.out.println("Alterations and originals checked: " + TRIED);
    }

    /** Every single other placement, with all hashes made to fit: accepted only when the outcome is equally good. */
    @Property(tries = 700)
    void another_placement(@ForAll long seed) {
        prove(seed);
        Outcomes outcomes = new Outcomes(problem);
        List<int[]> possible = outcomes.all();
        int[] best = outcomes.best();
        for (int d = 0; d < best.length; d++) {
            for (int o = -1; o <= problem.doctors().get(d).options().size(); o++) {
                int[] altered = best.clone();
                altered[d] = o;
                Proposal other = Rounds.proposal(problem, altered);
                boolean good = possible.stream().anyMatch(outcome -> java.util.Arrays.equals(outcome, altered))
                        && outcomes.value(altered).equals(outcomes.value(best));
                Certificate fitted = copy(
                        certificate.objective(),
                        CanonicalJson.hash(other),
                        certificate.priceLists(),
                        certificate.claims());
                TRIED.incrementAndGet();
                boolean accepted = Checker.check(problem, other, fitted).accepted();
                assertThat(accepted && !good).isFalse();
                if (o != best[d]) {
                    assertThat(Checker.check(problem, other, certificate).accepted())
                            .isFalse();
                    assertThat(Checker.check(
                                            problem,
                                            new Proposal(proposal.problemHash(), other.placements()),
                                            certificate)
                                    .accepted())
                            .isFalse();
                }
            }
        }
    }

    /** Every price raised, lowered, dropped or put on another resource: accepted only when the sums, made anew here, still prove it. */
    @Property(tries = 700)
    void a_changed_price(@ForAll long seed) {
        Random random = prove(seed);
        for (int list = 0; list < certificate.priceLists().size(); list++) {
            List<PriceList.Price> prices = certificate.priceLists().get(list).prices();
            for (int k = 0; k < prices.size(); k++) {
                PriceList.Price price = prices.get(k);
                Resource other = problem.resources()
                        .get(random.nextInt(problem.resources().size()));
                for (PriceList.Price to : new PriceList.Price[] {
                    null,
                    new PriceList.Price(price.resource(), price.price() + 1),
                    new PriceList.Price(price.resource(), 0),
                    new PriceList.Price(price.resource(), -price.price()),
                    new PriceList.Price(price.resource(), Long.MAX_VALUE),
                    new PriceList.Price(other.id(), price.price())
                }) {
                    List<PriceList.Price> altered = new ArrayList<>(prices);
                    altered.remove(k);
                    if (to != null) {
                        altered.add(k, to);
                    }
                    if (altered.equals(prices)) {
                        continue;
                    }
                    List<PriceList> lists = new ArrayList<>(certificate.priceLists());
                    lists.set(list, new PriceList(altered));
                    Certificate with =
                            copy(certificate.objective(), certificate.proposalHash(), lists, certificate.claims());
                    if (check(with)) {
                        assertThat(SumsByHand.hold(problem, proposal, with)).isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 700)
    void a_claim_dropped_repeated_swapped_or_about_another_tier(@ForAll long seed) {
        prove(seed);
        List<Claim> claims = certificate.claims();
        for (int d = 0; d < claims.size(); d++) {
            Claim claim = claims.get(d);
            List<Claim> altered = new ArrayList<>(claims);
            altered.remove(d);
            refused(altered);
            altered.add(d, claim);
            altered.add(d, claim);
            refused(altered);
            if (d > 0) {
                altered = new ArrayList<>(claims);
                Collections.swap(altered, d, d - 1);
                refused(altered);
            }
            for (Claim other : new Claim[] {
                new Claim(new DoctorId("nobody"), claim.heldTier(), claim.proof()),
                new Claim(null, claim.heldTier(), claim.proof()),
                new Claim(claim.doctor(), claim.heldTier() + 1, claim.proof()),
                new Claim(claim.doctor(), claim.heldTier() - 1, claim.proof()),
                new Claim(claim.doctor(), claim.heldTier(), null),
                new Claim(claim.doctor(), claim.heldTier(), new Proof.NotProven()),
                new Claim(claim.doctor(), claim.heldTier(), new Proof.Refuted(List.of())),
                new Claim(claim.doctor(), claim.heldTier(), new Proof.TightSet(-1)),
                new Claim(
                        claim.doctor(),
                        claim.heldTier(),
                        new Proof.Prices(certificate.priceLists().size())),
                new Claim(claim.doctor(), claim.heldTier(), new Proof.Exhausted(0)),
                new Claim(
                        claim.doctor(),
                        claim.heldTier(),
                        claim.proof() instanceof Proof.Pinned ? new Proof.NothingBetter() : new Proof.Pinned()),
                new Claim(
                        claim.doctor(),
                        claim.heldTier(),
                        claim.proof() instanceof Proof.NothingBetter ? new Proof.Pinned() : new Proof.NothingBetter())
            }) {
                altered = new ArrayList<>(claims);
                altered.set(d, other);
                refused(altered);
            }
        }
    }

    /** Random small rounds hardly ever need a search, so this one is made by hand. */
    @Test
    void a_changed_search() {
        problem = Pairs.crossed();
        proposal = Rounds.proposal(problem, new int[] {0, -1});
        certificate = Prover.prove(problem, proposal);
        assertThat(check(certificate)).isTrue();
        DoctorId behind = new DoctorId("behind");
        for (long nodes : new long[] {-2, 0, 1, 3, Long.MAX_VALUE}) {
            Proof search = new Proof.Exhausted(nodes);
            Claim claim = certificate.claims().get(1);
            refused(List.of(certificate.claims().get(0), new Claim(behind, claim.heldTier(), search)));
        }
    }

    /** An option left out of a split, one put in twice, one that does not count, another doctor, other prices at the end of a case. */
    @Test
    void a_changed_case() {
        problem = Pairs.crossed();
        proposal = Rounds.proposal(problem, new int[] {0, -1});
        certificate = Pairs.byCases(problem, proposal);
        assertThat(check(certificate)).isTrue();
        Claim claim = certificate.claims().get(1);
        Proof.ByCases proof = (Proof.ByCases) claim.proof();
        List<Proof> altered = new ArrayList<>();
        altered.add(new Proof.ByCases(new DoctorId("nobody"), proof.parts()));
        altered.add(new Proof.ByCases(null, proof.parts()));
        altered.add(new Proof.ByCases(
                new DoctorId(proof.of().value().equals("ahead") ? "behind" : "ahead"),
                List.of(proof.parts().get(0))));
        altered.add(new Proof.ByCases(proof.of(), List.of()));
        altered.addAll(claimsOwnPrices());
        for (int k = 0; k < proof.parts().size(); k++) {
            Proof.Part part = proof.parts().get(k);
            List<Proof.Part> fewer = new ArrayList<>(proof.parts());
            fewer.remove(k);
            altered.add(new Proof.ByCases(proof.of(), fewer));
            List<Proof.Part> twice = new ArrayList<>(proof.parts());
            twice.add(part);
            altered.add(new Proof.ByCases(proof.of(), twice));
            for (Proof.Part other : List.of(
                    new Proof.Part(List.of(), part.proof()),
                    new Proof.Part(List.of(7), part.proof()),
                    new Proof.Part(part.options(), null),
                    new Proof.Part(part.options(), new Proof.NothingBetter()),
                    new Proof.Part(part.options(), new Proof.Exhausted(2)),
                    new Proof.Part(part.options(), new Proof.TightSet(99)),
                    new Proof.Part(part.options(), new Proof.Prices(-1)),
                    new Proof.Part(part.options(), proof.parts().get(1 - k).proof()))) {
                List<Proof.Part> parts = new ArrayList<>(proof.parts());
                parts.set(k, other);
                altered.add(new Proof.ByCases(proof.of(), parts));
            }
        }
        for (Proof other : altered) {
            refused(List.of(certificate.claims().get(0), new Claim(claim.doctor(), claim.heldTier(), other)));
        }
    }

    /** What proves one case does not prove the whole claim. */
    private List<Proof> claimsOwnPrices() {
        List<Proof> proofs = new ArrayList<>();
        for (int list = 0; list < certificate.priceLists().size(); list++) {
            proofs.add(new Proof.TightSet(list));
            proofs.add(new Proof.Prices(list));
        }
        return proofs;
    }

    @Property(tries = 500)
    void a_changed_statement(@ForAll long seed) {
        prove(seed);
        Certificate c = certificate;
        GreatestNumber n = c.greatestNumber();
        Boolean envy = c.noJustifiedEnvy();
        DoctorId someone = problem.doctors().get(0).id();
        refused(new Certificate("0", c.proposalHash(), c.objective(), c.priceLists(), c.claims(), null, envy, n));
        refused(new Certificate(c.problemHash(), "0", c.objective(), c.priceLists(), c.claims(), null, envy, n));
        refused(new Certificate(
                c.problemHash(), c.proposalHash(), c.objective(), c.priceLists(), c.claims(), someone, envy, n));
        Objective other = c.objective() == Objective.WISHES_FIRST ? Objective.PLACEMENTS_FIRST : Objective.WISHES_FIRST;
        refused(copy(other, c.proposalHash(), c.priceLists(), c.claims()));
        refused(copy(null, c.proposalHash(), c.priceLists(), c.claims()));
        List<PriceList> unused = new ArrayList<>(c.priceLists());
        unused.add(new PriceList(List.of()));
        refused(copy(c.objective(), c.proposalHash(), unused, c.claims()));
        if (n == null) {
            refused(with(c, false, null));
            refused(with(c, null, null));
            refused(with(c, true, new GreatestNumber(0, 0, 0, 0, 1, null, List.of(), List.of())));
        } else {
            refused(with(c, null, null));
            refused(with(c, true, n));
            refused(with(c, null, number(n, n.proposed() + 1, n.atLeast(), n.atMost(), n.unit())));
            refused(with(c, null, number(n, n.proposed(), n.atLeast() + 1, n.atMost(), n.unit())));
            refused(with(c, null, number(n, n.proposed(), n.atLeast(), n.atMost() + 1, n.unit())));
            refused(with(c, null, number(n, n.proposed(), n.atLeast(), n.atMost() - 1, n.unit())));
            refused(with(c, null, number(n, n.proposed(), n.atLeast(), n.atMost(), 0)));
            List<DoctorId> more = new ArrayList<>(n.givingWay());
            more.add(someone);
            refused(with(
                    c,
                    null,
                    new GreatestNumber(
                            n.proposed(),
                            n.atLeast(),
                            n.atMost(),
                            n.priceList(),
                            n.unit(),
                            n.witness(),
                            more,
                            n.paying())));
            refused(with(
                    c,
                    null,
                    new GreatestNumber(
                            n.proposed(),
                            n.atLeast(),
                            n.atMost(),
                            n.priceList(),
                            n.unit(),
                            List.of(new Placement(someone, null)),
                            n.givingWay(),
                            n.paying())));
        }
    }

    @Property(tries = 150)
    void a_forged_reason(@ForAll long seed) {
        prove(seed);
        StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, certificate);
        assertThat(Checker.check(problem, proposal, certificate, reasons).failures())
                .isEmpty();
        for (StatedReasons forged : Forgeries.of(reasons)) {
            TRIED.incrementAndGet();
            CheckReport report = Checker.check(problem, proposal, certificate, forged);
            assertThat(report.accepted()).as("%s", forged).isFalse();
            assertThat(report.honest()).isFalse();
        }
    }

    /**
     * Each ground with a resource fewer, and with each other resource of the problem put in where it belongs, the holders made to fit: true sums or not,
     * what concerns the doctor is one set and no other.
     */
    @Property(tries = 150)
    void a_forged_tight_set(@ForAll long seed) {
        prove(seed);
        StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, certificate);
        for (int d = 0; d < certificate.claims().size(); d++) {
            List<ResourceId> set = reasons.doctors().get(d).ground().resources();
            for (Resource resource : set == null ? List.<Resource>of() : problem.resources()) {
                Set<ResourceId> other = new HashSet<>(set);
                if (!other.add(resource.id())) {
                    other.remove(resource.id());
                }
                TRIED.incrementAndGet();
                StatedReasons forged = Forgeries.withGround(problem, proposal, reasons, d, other);
                assertThat(Checker.check(problem, proposal, certificate, forged).failures())
                        .anyMatch(failure -> failure.kind() == Failure.Kind.REASON
                                && failure.text().startsWith("Of the tight set"));
            }
        }
    }

    /** The problem changed under the certificate. */
    @Property(tries = 500)
    void a_changed_problem(@ForAll long seed) {
        Random random = prove(seed);
        List<Resource> resources = new ArrayList<>(problem.resources());
        int r = random.nextInt(resources.size());
        resources.set(r, new Resource(resources.get(r).id(), resources.get(r).capacity() + 1));
        AllocationProblem roomier = new AllocationProblem(problem.objective(), problem.doctors(), resources);
        List<Doctor> doctors = new ArrayList<>(problem.doctors());
        Collections.swap(doctors, 0, 1);
        AllocationProblem swapped = new AllocationProblem(problem.objective(), doctors, problem.resources());
        doctors = new ArrayList<>(problem.doctors());
        List<Option> none = List.of();
        doctors.add(new Doctor(new DoctorId("nobody"), none, false));
        AllocationProblem longer = new AllocationProblem(problem.objective(), doctors, problem.resources());
        for (AllocationProblem other : List.of(roomier, swapped, longer)) {
            TRIED.incrementAndGet();
            assertThat(Checker.check(other, proposal, certificate).accepted()).isFalse();
        }
    }

    private void refused(List<Claim> claims) {
        refused(copy(certificate.objective(), certificate.proposalHash(), certificate.priceLists(), claims));
    }

    private void refused(Certificate altered) {
        assertThat(check(altered)).isFalse();
    }

    private Certificate copy(Objective objective, String proposalHash, List<PriceList> lists, List<Claim> claims) {
        return new Certificate(
                certificate.problemHash(),
                proposalHash,
                objective,
                lists,
                claims,
                certificate.firstNotProven(),
                certificate.noJustifiedEnvy(),
                certificate.greatestNumber());
    }

    private static Certificate with(Certificate c, Boolean noEnvy, GreatestNumber number) {
        return new Certificate(
                c.problemHash(),
                c.proposalHash(),
                c.objective(),
                c.priceLists(),
                c.claims(),
                c.firstNotProven(),
                noEnvy,
                number);
    }

    private static GreatestNumber number(GreatestNumber n, int proposed, int atLeast, int atMost, long unit) {
        return new GreatestNumber(
                proposed, atLeast, atMost, n.priceList(), unit, n.witness(), n.givingWay(), n.paying());
    }
}
