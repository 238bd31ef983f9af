package no.alisplass.register.served;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.HprNumber;
import no.alisplass.register.RegisterWriter;
import no.alisplass.register.RegisteredDoctor;

/** Writes service that was done here into the record of the doctor, whichever area holds it by now. */
@ApplicationScoped
public class ServedHere {
    private final RegisterWriter writer;

    @Inject
    ServedHere(RegisterWriter writer) {
        this.writer = writer;
    }

    /** The record as it is; empty where there is none of the doctor. */
    @Transactional
    public Optional<RegisteredDoctor> now(HprNumber hpr) {
        return known(writer.known(List.of(hpr)).get(hpr));
    }

    /**
     * The stays are known, what is left is less, and where nothing is left the doctor waits no longer.
     *
     * @param by who told it
     * @return the record as it is then; empty where there is none of the doctor
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RegisteredDoctor> tell(HospitalTold told, String by) {
        return known(writer.held(List.of(told.hpr())).get(told.hpr()))
                .map(held -> writer.served(held, ServedFacts.after(held.facts(), told), by));
    }

    /** A record that was made in error is of nobody. */
    private static Optional<RegisteredDoctor> known(RegisteredDoctor doctor) {
        return Optional.ofNullable(doctor).filter(each -> !each.isError());
    }
}
