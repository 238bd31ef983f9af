package no.alisplass.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import no.alisplass.domain.Result;

/**
 * A refused command leaves nothing behind: a transaction is rolled back when the {@code @Transactional} method that began it
 * returns {@link Result.Refused}. What another command is refused on the way is for the one that asked it to answer for.
 */
final class RefusedRollsBack {
    private static final String BEGINS = RefusedRollsBack.class.getName();

    /** Where the transactions of JTA are begun and ended, among interceptors. */
    private static final int TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 200;

    private RefusedRollsBack() {}

    /** Outside of the transaction: notes whether the call is the one that begins it. */
    @Interceptor
    @Transactional
    @Priority(TRANSACTIONS - 1)
    static class Before {
        @AroundInvoke
        Object note(InvocationContext call) throws Exception {
            call.getContextData().put(BEGINS, QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION);
            return call.proceed();
        }
    }

    /** Inside of it: while it can still be told not to commit. */
    @Interceptor
    @Transactional
    @Priority(TRANSACTIONS + 1)
    static class After {
        @AroundInvoke
        Object undo(InvocationContext call) throws Exception {
            Object result = call.proceed();
            if (result instanceof Result.Refused && call.getContextData().get(BEGINS) == Boolean.TRUE) {
                QuarkusTransaction.setRollbackOnly();
            }
            return result;
        }
    }
}
