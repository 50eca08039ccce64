package io.whetstone.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain over the audit log as it lies in the database. The text of a row is made here and not by the
 * database's own function, which whoever owns the database could have changed.
 */
final class AuditRows {
    private static final String LINKS = """
            with chosen as (
                select coalesce(min(seq), 0) as least, coalesce(max(seq), 0) as most from audit_events
                where at >= coalesce(?::timestamptz, '-infinity') and at < coalesce(?::timestamptz, 'infinity')
            )
            select e.seq as first_seq, e.seq as last_seq, e.previous_hash, e.hash, jsonb_build_object(
                'seq', e.seq, 'id', e.id,
                'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'workspaceId', e.workspace_id, 'actorId', e.actor_id, 'actorKind', e.actor_kind,
                'credentialId', e.credential_id, 'actingForId', e.acting_for_id, 'action', e.action,
                'subject', e.subject, 'subjectId', e.subject_id, 'before', e.before, 'after', e.after,
                'address', e.address, 'userAgent', e.user_agent, 'requestId', e.request_id)::text as record,
                true as vouched
            from audit_events e, chosen where e.seq between least and most
            union all
            select c.first_seq, c.last_seq, c.previous_hash, c.hash, null, exists (
                select 1 from audit_events v where v.id = c.event_id and v.action = 'audit.pruned'
                  and v.after = jsonb_build_object('firstSeq', c.first_seq, 'lastSeq', c.last_seq,
                      'previousHash', c.previous_hash, 'hash', c.hash))
            from audit_cuts c, chosen where c.last_seq <= most and (c.first_seq > least or ?::timestamptz is null)
            order by first_seq, last_seq""";

    private static final int FETCH = 1_000;

    private AuditRows() {}

    /** What is done with a link. */
    interface Visitor {
        void visit(AuditLink link) throws IOException;
    }

    /** Visits the links between two times, or all, in one snapshot. */
    static void each(Connection connection, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, Visitor visitor)
            throws SQLException, IOException {
        try (var query = connection.prepareStatement(LINKS)) {
            bind(query, from, to);
            query.setFetchSize(FETCH);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(new AuditLink(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getBoolean(6)));
                }
            }
        }
    }

    private static void bind(PreparedStatement query, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to)
            throws SQLException {
        query.setObject(1, from);
        query.setObject(2, to);
        query.setObject(3, from);
    }

    static AuditWalk.Head head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select seq, hash from audit_head")) {
            rows.next();
            return new AuditWalk.Head(rows.getLong(1), rows.getString(2));
        }
    }

    static Connection snapshot(Database owner) throws SQLException {
        var connection = owner.connectToAll();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }
}
