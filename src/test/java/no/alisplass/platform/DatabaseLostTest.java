package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.jta.TransactionManager;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseLostTest {
    private static final SQLException SHUT_DOWN = new SQLException("terminating connection", "57P01");
    private static final SQLException DOUBLED = new SQLException("duplicate key", "23505");

    @BeforeAll
    static void whatTheTransactionManagerWritesIsThrownAway() {
        BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class).setObjectStoreDir("target/transactions");
    }

    @Test
    void a_database_that_goes_while_a_transaction_commits_is_lost_not_our_fault() throws Exception {
        assertThat(DatabaseLost.is(failedCommit(SHUT_DOWN))).isTrue();
        assertThat(DatabaseLost.is(new IllegalStateException(failedCommit(SHUT_DOWN))))
                .isTrue();
        assertThat(DatabaseLost.is(failedCommit(DOUBLED))).isFalse();
    }

    @Test
    void the_cause_may_lie_deep_but_what_goes_in_circles_ends() {
        assertThat(DatabaseLost.is(new IllegalStateException(new IllegalStateException(SHUT_DOWN))))
                .isTrue();
        RuntimeException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertThat(DatabaseLost.is(one)).isFalse();
        assertThat(DatabaseLost.is(null)).isFalse();
    }

    /** What the transaction manager throws when the one connection in its transaction fails to commit. */
    private static Throwable failedCommit(SQLException why) throws Exception {
        XAException answer = new XAException(XAException.XA_RBROLLBACK);
        answer.initCause(why);
        XAResource connection = (XAResource) Proxy.newProxyInstance(
                DatabaseLostTest.class.getClassLoader(),
                new Class<?>[] {XAResource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        throw answer;
                    }
                    return method.getReturnType() == boolean.class
                            ? Boolean.FALSE
                            : method.getReturnType() == int.class ? 0 : null;
                });
        var transactions = TransactionManager.transactionManager();
        transactions.begin();
        transactions.getTransaction().enlistResource(connection);
        Throwable failure = catchThrowable(transactions::commit);
        assertThat(failure).isNotNull();
        return failure;
    }
}
