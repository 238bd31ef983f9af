package no.alisplass.allocation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import no.alisplass.allocation.Placements;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.snapshot.ListOrder;
import no.alisplass.snapshot.Snapshots;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.Waitlists;

/** What the criteria of an open round say of a list that is being written, before it is sent. */
@ApplicationScoped
public class ListOrders {
    private final Waitlists waitlists;
    private final Snapshots snapshots;
    private final Placements given;

    @Inject
    ListOrders(Waitlists waitlists, Snapshots snapshots, Placements given) {
        this.waitlists = waitlists;
        this.snapshots = snapshots;
        this.given = given;
    }

    /** The area's draft in the order of the criteria. Refused NOT_FOUND for an unknown round or area, CONFLICT for a round that takes no lists. */
    @Transactional
    public Result<ListOrder> of(RoundId round, AreaCode area) {
        return waitlists.openDraft(round, area).then(this::of);
    }

    /** A draft that was read, in the order of the criteria. */
    @Transactional
    public Result<ListOrder> of(Submission draft) {
        return snapshots.order(draft.round(), draft, given.earlier(draft.round()));
    }
}
