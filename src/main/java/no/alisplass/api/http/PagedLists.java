package no.alisplass.api.http;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells in the API's description which headers a paged answer has. */
public class PagedLists implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        boolean paged = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> "page".equals(each.getName()));
        if (paged && operation.getResponses().getAPIResponse("200") != null) {
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

    private static Header header(Schema.SchemaType type, String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
