package no.alisplass.api.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import no.alisplass.access.ScenarioAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.Result;
import no.alisplass.domain.message.Place;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.kept.AskedOf;
import no.alisplass.scenario.kept.FrozenBase;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.scenario.kept.KeptScenarios;
import no.alisplass.scenario.kept.SideBySide;
import no.alisplass.scenario.kept.Viewer;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps scenarios, of a round and of a register alike; the resources bring what is asked. */
@ApplicationScoped
class KeptScenarioDesk {
    private static final String QUESTION = "question";

    private final KeptScenarios kept;
    private final Comparer comparer;
    private final ScenarioAccess access;

    KeptScenarioDesk(KeptScenarios kept, Comparer comparer, ScenarioAccess access) {
        this.kept = kept;
        this.comparer = comparer;
        this.access = access;
    }

    /** What a question is asked of as it stands. @param register null for a round */
    record Now(Snapshot snapshot, FrozenBase base, RegisterTerms register) {}

    /** What is sent of one. */
    interface Sent {
        String name();

        Boolean shared();

        /** Null where nothing is said of it. */
        String problemHash();

        ScenarioBodies.Terms question();
    }

    /** What scenarios are asked of. @param <S> what is sent of them */
    interface Source<S extends Sent> {
        AskedOf of();

        /** As it stands; refused where it cannot be asked so. */
        Result<Now> now(S sent);

        /** Whether what is sent asks it as a scenario does. */
        boolean asksAs(KeptScenario scenario, S sent);

        /** As it stands for a scenario; refused where it can no longer be asked so. */
        Result<FrozenBase> base(KeptScenario scenario);
    }

    /** The same findings, told of a part of what was sent. */
    static <T> Result<T> under(String part, Result<T> result) {
        return result instanceof Result.Refused<T> refused
                ? new Result.Refused<>(
                        refused.kind(),
                        refused.findings().stream()
                                .map(each -> each.at(Place.of(part + "." + each.field())))
                                .toList())
                : result;
    }

    KeptScenario find(AskedOf of, long id) {
        return Answers.of(kept.find(of, id, access.viewer()));
    }

    /** Those of the ids, in their order. */
    List<KeptScenario> all(AskedOf of, List<Long> ids) {
        return ids.stream().map(id -> find(of, id)).toList();
    }

    /** @param now what they are asked of; null where that is not looked at */
    RestResponse<List<ScenarioBodies.Kept>> list(AskedOf of, Paging paging, FrozenBase now) {
        Viewer viewer = access.viewer();
        return paging.answer(
                kept.page(of, viewer, paging.page(), paging.size()).stream()
                        .map(each -> told(each, now == null ? null : SideBySide.isOther(each, now)))
                        .toList(),
                kept.count(of, viewer));
    }

    <S extends Sent> RestResponse<ScenarioBodies.Kept> keep(Source<S> source, S sent) {
        return created(
                Answers.of(wanted(source, sent).then(wanted -> kept.keep(source.of(), access.viewer(), wanted))),
                false);
    }

    RestResponse<ScenarioBodies.Kept> read(Source<?> source, long id) {
        KeptScenario found = find(source.of(), id);
        return answer(found, isOther(source, found));
    }

    /** What asks just what it asked is only named or shared otherwise, whatever has become of what it is asked of. */
    <S extends Sent> RestResponse<ScenarioBodies.Kept> change(Source<S> source, long id, S sent, String ifMatch) {
        KeptScenario before = find(source.of(), id);
        Long version = ETags.seen(ifMatch);
        String seen = sent.problemHash();
        boolean same = before.question().equals(sent.question().question())
                && source.asksAs(before, sent)
                && (seen == null || seen.equals(before.base().problemHash()));
        Viewer viewer = access.viewer();
        if (same) {
            KeptScenario renamed =
                    Answers.of(kept.rename(source.of(), id, viewer, sent.name(), sent.shared(), version));
            return answer(renamed, isOther(source, renamed));
        }
        return answer(
                Answers.of(wanted(source, sent).then(wanted -> kept.change(source.of(), id, viewer, wanted, version))),
                false);
    }

    RestResponse<ScenarioBodies.Kept> copy(Source<?> source, long id, String name) {
        KeptScenario made = Answers.of(kept.copy(source.of(), id, access.viewer(), name));
        return created(made, isOther(source, made));
    }

    void drop(AskedOf of, long id, String ifMatch) {
        Answers.of(kept.drop(of, id, access.viewer(), ETags.seen(ifMatch)));
    }

    private <S extends Sent> Result<KeptScenarios.Wanted> wanted(Source<S> source, S sent) {
        return source.now(sent).then(now -> under(
                        QUESTION, comparer.check(now.snapshot(), sent.question().question()))
                .map(question -> new KeptScenarios.Wanted(
                        sent.name(), sent.shared(), question, now.base(), sent.problemHash(), now.register())));
    }

    private static Boolean isOther(Source<?> source, KeptScenario scenario) {
        return source.base(scenario) instanceof Result.Done<FrozenBase> done
                ? SideBySide.isOther(scenario, done.value())
                : null;
    }

    private ScenarioBodies.Kept told(KeptScenario scenario, Boolean other) {
        return ScenarioBodies.Kept.of(scenario, access.viewer().name(), other);
    }

    /** @param other whether what it is asked of is another than it was written for; null where it can no longer be asked */
    private RestResponse<ScenarioBodies.Kept> answer(KeptScenario scenario, Boolean other) {
        return ETags.answer(told(scenario, other), scenario.version());
    }

    private RestResponse<ScenarioBodies.Kept> created(KeptScenario made, Boolean other) {
        AskedOf of = made.of();
        String base = of.round() != null ? "/api/v1/rounds/" + of.round() : "/api/v1/hospitals/" + of.hospital();
        return RestResponse.ResponseBuilder.<ScenarioBodies.Kept>created(
                        URI.create(base + "/scenarios/kept/" + made.id()))
                .entity(told(made, other))
                .tag(Long.toString(made.version()))
                .build();
    }
}
