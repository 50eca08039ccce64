package io.whetstone.kernel.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL on whose behalf a transaction works, once a transaction and on its own connection. Without a
 * transaction nothing is set and a query sees no row of any workspace.
 */
@ApplicationScoped
class Tenancy {
    private static final String KEY = Tenancy.class.getName();
    private static final String SET = "select set_config('app.user_id', ?, true),"
            + " set_config('app.system', ?, true), set_config('app.proof', ?, true)";

    /** For whom a transaction works: a person's id, or the system. */
    record Scope(String userId, boolean system) {
        static final Scope SYSTEM = new Scope("", true);
        static final Scope NOBODY = new Scope("", false);
    }

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Endings endings;

    @Inject
    TenancyProof proof;

    /** Runs one call in a scope and gives the transaction its former scope back. */
    Object proceed(InvocationContext call, Scope scope) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return call.proceed();
        }
        var former = (@Nullable Scope) transactions.getResource(KEY);
        if (!scope.equals(former)) {
            enter(scope);
        }
        endings.begin();
        var failed = true;
        try {
            var result = call.proceed();
            failed = false;
            return result;
        } finally {
            leave(scope, former, failed);
        }
    }

    private void leave(Scope scope, @Nullable Scope former, boolean failed) throws SQLException {
        var active = transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
        endings.end(failed || !active);
        if (active && former != null && !scope.equals(former)) {
            entities.flush();
            enter(former);
        }
    }

    private void enter(Scope scope) throws SQLException {
        var connection = entities.unwrap(Connection.class);
        try (var set = connection.prepareStatement(SET)) {
            set.setString(1, scope.userId());
            set.setString(2, scope.system() ? "on" : "");
            set.setString(3, proof.of(scope));
            set.execute();
        }
        transactions.putResource(KEY, scope);
    }
}
