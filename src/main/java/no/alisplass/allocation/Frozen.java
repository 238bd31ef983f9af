package no.alisplass.allocation;

import no.alisplass.domain.Result;
import no.alisplass.snapshot.PriorityOrder;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;

/** A round as it was frozen at one moment, and what is worked out of that when it is asked for. */
final class Frozen {
    private final String stamp;
    private final Snapshots.Fitted fitted;
    private final Snapshots snapshots;
    private String problemHash;
    private PriorityOrder order;

    /** @param stamp of what it was frozen from */
    Frozen(String stamp, Snapshots.Fitted fitted, Snapshots snapshots) {
        this(stamp, fitted, snapshots, null);
    }

    /** @param problemHash of the problem; null to be worked out when it is asked for */
    Frozen(String stamp, Snapshots.Fitted fitted, Snapshots snapshots, String problemHash) {
        this.problemHash = problemHash;
        this.stamp = stamp;
        this.fitted = fitted;
        this.snapshots = snapshots;
    }

    String stamp() {
        return stamp;
    }

    /** With the pins that could be kept. */
    Snapshots.Fitted fitted() {
        return fitted;
    }

    /** Refused when a pin cannot be kept. */
    Result<Snapshot> exact() {
        return fitted.findings().isEmpty() ? Result.done(fitted.snapshot()) : Result.conflict(fitted.findings());
    }

    synchronized String problemHash() {
        if (problemHash == null) {
            problemHash = fitted.snapshot().problemHash();
        }
        return problemHash;
    }

    /** What is settled by hand has no say in it. */
    synchronized PriorityOrder order() {
        if (order == null) {
            order = new PriorityOrder(
                    fitted.snapshot().roster(),
                    snapshots.ranking(fitted.snapshot().roster()));
        }
        return order;
    }

    int doctors() {
        return fitted.snapshot().roster().entries().size();
    }
}
