package no.alisplass.api.http;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Tells in the API's description which headers a paged answer has, and how an edit of another version is answered. */
public class PagedLists implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        if (takes(operation, ETags.IF_MATCH)) {
            operation
                    .getResponses()
                    .addAPIResponse("412", refusal("Endret av andre siden versjonen i If-Match"))
                    .addAPIResponse("428", refusal("If-Match mangler, der den kreves"));
        }
        if (takes(operation, "page") && operation.getResponses().getAPIResponse("200") != null) {
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .setHeaders(
                            Map.of(
                                    Paging.TOTAL,
                                    header(Schema.SchemaType.INTEGER, "Antall på alle sidene"),
                                    "Link",
                                    header(
                                            Schema.SchemaType.STRING,
                                            "Adressene til siden etter (rel=\"next\") og siden før (rel=\"prev\"), der de finnes")));
        }
        return operation;
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> parameter.equals(each.getName()));
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Header header(Schema.SchemaType type, String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
