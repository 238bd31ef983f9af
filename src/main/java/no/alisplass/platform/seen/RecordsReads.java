package no.alisplass.platform.seen;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Records, at both doors, who was shown doctors' data: after the answer is made and all that made it is over, so that no
 * connection is held meanwhile, and before any of it is sent. What cannot be recorded is not shown.
 */
@Interceptor
@ShowsPersons(Seen.RANKING) // Any value: which one is said where it is used.
@Priority(RecordsReads.BEFORE_TRANSACTIONS)
class RecordsReads {
    static final int BEFORE_TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private final ReadRecord record;
    private final Caller caller;
    private final UriInfo address;
    private final CurrentVertxRequest request;

    @Inject
    RecordsReads(ReadRecord record, Caller caller, UriInfo address, CurrentVertxRequest request) {
        this.record = record;
        this.caller = caller;
        this.address = address;
        this.request = request;
    }

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        String method = request.getCurrent().request().method().name();
        if (shows(answer) && !method.equals("HEAD")) {
            Seen seen = call.getMethod().getAnnotation(ShowsPersons.class).value();
            record.add(caller.name(), seen, subject(seen.of(), address.getPathParameters()));
        }
        return answer;
    }

    /** Whether there is something in the answer. Being sent elsewhere shows nothing; what is refused is thrown. */
    static boolean shows(Object answer) {
        if (answer instanceof Response response) {
            return response.hasEntity();
        }
        if (answer instanceof RestResponse<?> response) {
            return response.hasEntity();
        }
        return answer != null;
    }

    /** What it was read of, written as in the record of acts. Of the address only the round, area, hospital, run and offer: never a doctor. */
    private String subject(Seen.Of of, MultivaluedMap<String, String> parameters) {
        String round = parameters.getFirst("round");
        String run = parameters.getFirst("number");
        String area = parameters.getFirst("area");
        String hospital = parameters.getFirst("hospital");
        return switch (of) {
            case ROUND -> "round/" + round;
            case RUN -> "round/" + round + (run == null ? "" : "/run/" + run);
            case AREA -> "register/" + (area == null ? caller.ownArea() : area);
            case OWN -> "register" + caller.linkOf().map(each -> "/" + each).orElse("");
            case HOSPITAL ->
                "hospital/"
                        + (hospital == null
                                ? caller.hospital().map(HospitalId::value).orElse("")
                                : hospital);
            case OFFER -> "offer/" + parameters.getFirst("offer");
            case LIST -> "waitlist/" + round + "/" + (area == null ? caller.ownArea() : area);
        };
    }
}
