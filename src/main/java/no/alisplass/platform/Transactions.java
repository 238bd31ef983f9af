package no.alisplass.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import no.alisplass.domain.Result;

/** For a command of which only a part may hold a connection: it waits for its turn or reads a file first. */
@ApplicationScoped
public class Transactions {
    /** Done in the transaction there is, or in one of its own that a refusal undoes. */
    @Transactional
    public <T> Result<T> command(Supplier<Result<T>> work) {
        return work.get();
    }
}
