package no.alisplass.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import no.alisplass.domain.text.Fault;

/** A value of a body that its reader refused, with what to tell. */
public final class UnfitValueException extends MismatchedInputException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final String typed;

    UnfitValueException(JsonParser parser, Fault fault, String typed) {
        super(parser, fault.code());
        this.fault = fault;
        this.typed = typed;
    }

    public Fault fault() {
        return fault;
    }

    /** What stood there. */
    public String typed() {
        return typed;
    }
}
