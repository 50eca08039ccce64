package io.whetstone.kernel.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last work of a transaction, done when the outermost scoped call returns. A synchronization would be too late: by
 * then EclipseLink has given the connection back, and with it the tenancy.
 */
@ApplicationScoped
public class Endings {
    private static final String KEY = Endings.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** How deep the scoped calls of a transaction are nested, and what is to be done at their end. */
    private static final class Calls {
        private final List<Runnable> last = new ArrayList<>();
        private int depth;
    }

    /** Does this at the end of the current transaction, once and before it commits. */
    public void add(Runnable work) {
        calls().last.add(work);
    }

    void begin() {
        calls().depth++;
    }

    /** Leaves one call; the outermost one does what is left to do, unless it failed. */
    void end(boolean failed) {
        var calls = calls();
        calls.depth--;
        if (calls.depth == 0 && !failed) {
            var work = List.copyOf(calls.last);
            calls.last.clear();
            work.forEach(Runnable::run);
        }
    }

    private Calls calls() {
        var known = (@Nullable Calls) transactions.getResource(KEY);
        if (known != null) {
            return known;
        }
        var first = new Calls();
        transactions.putResource(KEY, first);
        return first;
    }
}
