package no.alisplass.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.AreaRecord;
import no.alisplass.catchment.Membership;
import no.alisplass.catchment.Shortage;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Stay;
import no.alisplass.register.entry.SampleLists;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.waitlist.Submission;

/** The round of a sample folder, frozen from its files as if they had been sent, without a database. */
final class FrozenSample {
    private static final Path AHUS = Path.of("sample-data", "ahus");
    private static final HospitalId HOSPITAL = new HospitalId("ahus");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FrozenSample() {}

    static Round round(Path sample, int version) throws IOException {
        JsonNode plan = JSON.readTree(sample.resolve("runde.json").toFile());
        List<HalfYear> halfYears = new ArrayList<>();
        plan.get("halfYears").forEach(each -> halfYears.add(HalfYear.parse(each.asText())));
        String id = plan.get("id").asText();
        return new Round(
                new RoundId(id),
                HOSPITAL,
                plan.get("title").asText(),
                halfYears,
                plan.get("policyId").asText(),
                version,
                Objective.WISHES_FIRST,
                id + "-" + halfYears.get(0).year(),
                LocalDate.parse(plan.get("deadline").asText()),
                RoundState.CLOSED,
                1);
    }

    /** What the reference data call each department, and whose service it is of. */
    static Map<DepartmentId, List<String>> names() throws IOException {
        Map<DepartmentId, List<String>> names = new HashMap<>();
        departments()
                .forEach((department, service) -> names.put(
                        id(department),
                        List.of(
                                department.get("name").asText(),
                                id(department).value().replaceFirst("^ahus-", ""))));
        return names;
    }

    static DepartmentId id(JsonNode department) {
        return new DepartmentId(department.get("id").asText());
    }

    static Map<JsonNode, Service> departments() throws IOException {
        Map<JsonNode, Service> departments = new HashMap<>();
        for (JsonNode division :
                JSON.readTree(AHUS.resolve("sykehus.json").toFile()).get("divisions")) {
            Service service = Service.valueOf(division.get("service").asText());
            division.get("departments").forEach(department -> departments.put(department, service));
        }
        return departments;
    }

    static Snapshot freeze(Path sample, int version) throws IOException {
        Round round = round(sample, version);
        return freeze(
                sample,
                round,
                Policies.builtIn().get(round.policyId(), version).orElseThrow(),
                new Earlier(List.of(), Set.of()));
    }

    static Snapshot freeze(Path sample, Round round, Policy policy, Earlier earlier) throws IOException {
        Map<DepartmentId, Service> services = new HashMap<>();
        departments().forEach((department, service) -> services.put(id(department), service));
        List<Submission> lists = SampleLists.sent(sample, round, names(), Instant.parse("2026-11-01T11:00:00Z"));
        CandidateFacts facts = new CandidateFacts(areas(), round, policy, agreed(sample));
        return new Freezer(round, policy, lists, facts)
                .freeze(
                        WaitingDoctor.sorted(WaitingDoctor.all(lists, facts, earlier), Map.of()),
                        offered(sample, services),
                        List.of(),
                        earlier)
                .snapshot();
    }

    /** Nothing, where the sample is older than that anybody asked. */
    static Map<AreaCode, Agreed> agreed(Path sample) throws IOException {
        Map<AreaCode, Agreed> agreed = new HashMap<>();
        Path file = sample.resolve("avtaler.json");
        if (Files.exists(file)) {
            for (JsonNode each : JSON.readTree(file.toFile()).get("agreements")) {
                agreed.put(
                        new AreaCode(each.get("area").asText()),
                        new Agreed(
                                HOSPITAL,
                                date(each.get("from")),
                                date(each.get("to")),
                                date(each.get("registeredSince"))));
            }
        }
        return agreed;
    }

    static List<OfferedStay> offered(Path sample, Map<DepartmentId, Service> services) throws IOException {
        Map<String, DepartmentId> departments = new HashMap<>();
        for (JsonNode position :
                JSON.readTree(AHUS.resolve("stillinger.json").toFile()).get("positions")) {
            departments.put(
                    position.get("id").asText(),
                    new DepartmentId(
                            position.get("parts").get(0).get("department").asText()));
        }
        List<OfferedStay> offered = new ArrayList<>();
        for (JsonNode seats :
                JSON.readTree(sample.resolve("plasser.json").toFile()).get("seats")) {
            DepartmentId department = departments.get(seats.get("position").asText());
            offered.add(OfferedStay.of(
                    new Stay(
                            new PositionId(seats.get("position").asText()),
                            HalfYear.parse(seats.get("halfYear").asText()),
                            List.of(new Leg(department, 6))),
                    Set.of(services.get(department)),
                    seats.get("seats").asInt(),
                    List.of()));
        }
        return offered;
    }

    static List<AreaRecord> areas() throws IOException {
        List<AreaRecord> areas = new ArrayList<>();
        for (JsonNode area :
                JSON.readTree(AHUS.resolve("omrader.json").toFile()).get("areas")) {
            List<Membership> memberships = new ArrayList<>();
            area.get("memberships")
                    .forEach(each -> memberships.add(new Membership(
                            HOSPITAL,
                            each.hasNonNull("service")
                                    ? Service.valueOf(each.get("service").asText())
                                    : null,
                            LocalDate.parse(each.get("from").asText()),
                            date(each.get("to")))));
            List<Shortage> shortages = new ArrayList<>();
            area.get("shortages")
                    .forEach(each -> shortages.add(
                            new Shortage(LocalDate.parse(each.get("from").asText()), date(each.get("to")), "test")));
            areas.add(new AreaRecord(
                    new Area(
                            new AreaCode(area.get("code").asText()),
                            area.get("name").asText(),
                            AreaKind.valueOf(area.get("kind").asText())),
                    memberships,
                    shortages));
        }
        return areas;
    }

    private static LocalDate date(JsonNode node) {
        return node == null || node.isNull() ? null : LocalDate.parse(node.asText());
    }
}
