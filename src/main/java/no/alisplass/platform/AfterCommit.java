package no.alisplass.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What is told or set going only when what it speaks of stands in the database. */
@ApplicationScoped
public class AfterCommit {
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /**
     * Does something once the transaction under way has been committed, and not at all when it is rolled back; at once where
     * there is none.
     *
     * @param then takes no part in the transaction, and is short: whoever committed waits for it
     */
    public void run(Runnable then) {
        switch (transactions.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION -> then.run();
            case Status.STATUS_ACTIVE -> transactions.registerInterposedSynchronization(new WhenCommitted(then));
            default -> {
                // It is being rolled back.
            }
        }
    }

    private record WhenCommitted(Runnable then) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is certain yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                then.run();
            }
        }
    }
}
