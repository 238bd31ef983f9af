package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;

/** Everything that is done in the service at once, and all that must hold whenever it is stopped. */
final class MixedLoad {
    private static final String LISTS = "drept-lister";
    private static final long PATIENCE_SECONDS = 20;

    private final List<LoadClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> verified = new HashSet<>();
    private final OfferLoad offers;

    /** @param folder for the files that are sent */
    MixedLoad(URI site, String password, Path folder) throws Exception {
        FrontDoor.As coordinator = new FrontDoor(site).as(LoadClient.COORDINATOR, password);
        coordinator.send(
                "POST",
                "/api/v1/rounds",
                LoadClient.JSON.readTree("{\"id\":\"" + LISTS + "\",\"hospital\":\"ahus\",\"title\":\"Prøve\","
                        + "\"halfYears\":[\"2035-V\"],\"policyId\":\"ahus-2020\",\"deadline\":\"2034-12-01\"}"));
        coordinator.send("POST", "/api/v1/rounds/" + LISTS + "/open", LoadClient.JSON.createObjectNode());
        clients.add(new ListClient(site, password, new StampedList(LISTS, "3209", 720_000_000)));
        clients.add(new ListClient(site, password, new StampedList(LISTS, "030111", 721_000_000)));
        clients.add(new PageClient(site, password, new StampedList(LISTS, "3212", 722_000_000), folder));
        clients.add(new PageClient(site, password, new StampedList(LISTS, "3228", 723_000_000), folder));
        clients.add(new RunClient(site, password));
        clients.add(new PinClient(site, password));
        clients.add(new RoundClient(site, password));
        offers = new OfferLoad(site, password, folder);
        clients.addAll(offers.clients());
    }

    void start() throws IOException {
        offers.begin();
        String only = System.getProperty("alis.kills.only", "");
        for (LoadClient client : clients) {
            if (!client.toString().startsWith(only)) {
                continue;
            }
            Thread thread = new Thread(client, client.toString());
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits until so much more was acknowledged, by whomever; not for ever, since who waits for a run acknowledges nothing. */
    void awaitActs(int acts) throws InterruptedException {
        int enough = acknowledged() + acts;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (acknowledged() < enough && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private int acknowledged() {
        return clients.stream().mapToInt(LoadClient::acknowledged).sum();
    }

    /** Waits until everyone has noticed that the service is gone. */
    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        clients.forEach(LoadClient::failIfAny);
    }

    void compare(StoredFacts stored) throws SQLException, IOException {
        for (LoadClient client : clients) {
            client.compare(stored);
        }
        runsAreHeld(stored);
        actsAreRecorded(stored);
        approvalsAreWhole(stored);
        proposalsVerify(stored);
        offers.compare(stored);
    }

    /** What falls due within a week is due now. */
    void aWeekPasses(StoredFacts stored) throws SQLException {
        offers.aWeekPasses(stored);
    }

    private static void runsAreHeld(StoredFacts stored) throws SQLException {
        assertThat(stored.rows("SELECT r.id, r.state FROM allocation_run r WHERE r.state IN ('QUEUED', 'RUNNING')"
                        + " AND NOT EXISTS (SELECT 1 FROM scheduled_tasks t WHERE t.task_name = 'allocation-run'"
                        + " AND t.task_instance = r.id::text)"))
                .as("runs that wait or run, and that nobody holds")
                .isEmpty();
        assertThat(stored.rows("SELECT round_id FROM allocation_run GROUP BY round_id HAVING max(number) <> count(*)"))
                .as("rounds whose runs are not numbered from 1")
                .isEmpty();
    }

    private static void actsAreRecorded(StoredFacts stored) throws SQLException {
        assertThat(stored.count("SELECT count(*) FROM audit_log WHERE what = 'run.started'"))
                .isEqualTo(stored.count("SELECT count(*) FROM allocation_run"));
        assertThat(stored.count("SELECT count(*) FROM audit_log WHERE what = 'run.approved'"))
                .isEqualTo(stored.count("SELECT count(*) FROM allocation_run WHERE state = 'APPROVED'"));
        assertThat(stored.count("SELECT count(*) FROM audit_log WHERE what = 'round.planned'"))
                .isEqualTo(stored.count("SELECT count(*) FROM allocation_round"));
    }

    private static void approvalsAreWhole(StoredFacts stored) throws SQLException {
        assertThat(
                        stored.rows(
                                "SELECT id FROM allocation_round r WHERE (state = 'APPROVED') <>"
                                        + " (SELECT count(*) = 1 FROM allocation_run a WHERE a.round_id = r.id AND a.state = 'APPROVED')"))
                .as("rounds that are approved without their run, or the other way")
                .isEmpty();
        // What refills give besides is looked at with the offers.
        for (List<String> run : stored.rows("SELECT a.proposal, count(DISTINCT p.hpr) FROM allocation_run a"
                + " LEFT JOIN placement p ON p.run_id = a.id WHERE a.state = 'APPROVED'"
                + " AND NOT EXISTS (SELECT 1 FROM refill f WHERE f.round_id = a.round_id) GROUP BY a.id")) {
            long placed = CanonicalJson.read(run.get(0), Proposal.class).placements().stream()
                    .filter(placement -> placement.option() != null)
                    .count();
            assertThat(run.get(1)).as("doctors placed").isEqualTo(Long.toString(placed));
        }
    }

    /** Every proposal there is, once. */
    private void proposalsVerify(StoredFacts stored) throws SQLException {
        for (List<String> run : stored.rows("SELECT id, problem, problem_hash, proposal, proposal_hash, certificate"
                + " FROM allocation_run WHERE proposal IS NOT NULL"
                + " AND (round_id = 'ahus-2028-v' OR round_id LIKE 'drept-%')")) {
            if (!verified.add(run.get(0))) {
                continue;
            }
            assertThat(Sha256.hex(run.get(1))).isEqualTo(run.get(2));
            assertThat(Sha256.hex(run.get(3))).isEqualTo(run.get(4));
            AllocationProblem problem = CanonicalJson.read(run.get(1), AllocationProblem.class);
            Proposal proposal = CanonicalJson.read(run.get(3), Proposal.class);
            Certificate certificate = CanonicalJson.read(run.get(5), Certificate.class);
            assertThat(Checker.check(
                                    problem,
                                    proposal,
                                    certificate,
                                    StatedReasonsWriter.all(problem, proposal, certificate))
                            .failures())
                    .as("run %s", run.get(0))
                    .isEmpty();
        }
    }

    /** What was acknowledged in all, by who asked for it, and how much of it was proposals. */
    Map<String, Integer> figures() {
        Map<String, Integer> figures = new TreeMap<>(clients.stream()
                .collect(Collectors.groupingBy(LoadClient::toString, Collectors.summingInt(LoadClient::acknowledged))));
        figures.put("proposals verified", verified.size());
        return figures;
    }
}
