package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/** Gives a doctor's record to another area. Whether it may be given is for {@code register.move} to know. */
@ApplicationScoped
public class Handover {
    private final RegisterStore store;
    private final RegisterWriter writer;

    @Inject
    Handover(RegisterStore store, RegisterWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** Who holds the doctor now, and keeps doing so until the transaction ends; empty when nobody does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RegisteredDoctor> held(HprNumber hpr) {
        return Optional.ofNullable(store.lock(List.of(hpr)).get(hpr));
    }

    /**
     * The record goes to another area with the training and service done; what the doctor wants, and what was noted, does not.
     *
     * @param last day of the affiliation to the area that had the doctor
     * @param asked who of the other area asked for the doctor
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RegisteredDoctor give(RegisteredDoctor doctor, AreaCode to, LocalDate last, String asked) {
        return writer.one(new RegisterStore.Change(doctor, doctor.takenOver(to, last), WhatChanged.TAKEN_OVER, asked));
    }
}
