package io.whetstone.apikey.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keys were used for, and how often a minute principals ask. Written in bulk, once a second a node. */
@Dependent
public class KeyRequestRepository {
    private static final String INSERT = "insert into api_key_requests (id, workspace_id, key_id, user_id, at, method,"
            + " path, status, millis, address) select ?, ?, id, ?, ?, ?, ?, ?, ?, ? from api_keys where id = ?";
    private static final String USED = "update api_keys set last_used_at = ?, last_used_address = ? where id = ?"
            + " and (last_used_at is null or last_used_at < ?)";
    private static final String COUNT =
            "insert into rate_windows (bucket, minute, used) values (?, ?, ?) on conflict (bucket, minute)"
                    + " do update set used = rate_windows.used + excluded.used returning used";
    private static final String COLUMNS =
            "workspace_id, key_id, user_id, at, method, path, status, millis, address, id";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** A stored request and its place in the log. */
    public record Stored(UUID id, KeyRequest request) {}

    public void add(List<KeyRequest> requests) throws SQLException {
        var connection = entities.unwrap(Connection.class);
        try (var insert = connection.prepareStatement(INSERT);
                var used = connection.prepareStatement(USED)) {
            for (var request : requests) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, request.workspaceId());
                insert.setObject(3, request.userId());
                insert.setTimestamp(4, Timestamp.from(request.at()));
                insert.setString(5, request.method());
                insert.setString(6, request.path());
                insert.setInt(7, request.status());
                insert.setInt(8, request.millis());
                insert.setString(9, request.address());
                insert.setObject(10, request.keyId());
                insert.addBatch();
                used.setTimestamp(1, Timestamp.from(request.at()));
                used.setString(2, request.address());
                used.setObject(3, request.keyId());
                used.setTimestamp(4, Timestamp.from(request.at()));
                used.addBatch();
            }
            insert.executeBatch();
            used.executeBatch();
        }
    }

    /** Adds what this node has counted and puts what all nodes have counted in its place. */
    public void exchange(long minute, Map<String, Integer> counted) throws SQLException {
        var connection = entities.unwrap(Connection.class);
        try (var count = connection.prepareStatement(COUNT)) {
            for (var entry : counted.entrySet()) {
                count.setString(1, entry.getKey());
                count.setLong(2, minute);
                count.setInt(3, entry.getValue());
                try (var rows = count.executeQuery()) {
                    rows.next();
                    entry.setValue(rows.getInt(1));
                }
            }
        }
    }

    /** Newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Stored> newest(UUID workspaceId, UUID keyId, @Nullable Cursor after, int limit) {
        var where = after == null ? "" : " and (at, id) < (?4, ?5)";
        var query = entities.createNativeQuery("select " + COLUMNS
                        + " from api_key_requests where workspace_id = ?1 and key_id = ?2" + where
                        + " order by at desc, id desc limit ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, keyId)
                .setParameter(3, limit + 1);
        if (after != null) {
            query.setParameter(4, Timestamp.from(after.at())).setParameter(5, after.id());
        }
        return ((List<?>) query.getResultList())
                .stream().map(row -> stored((Object[]) row)).toList();
    }

    public boolean hasBefore(Instant limit) {
        return !entities.createNativeQuery("select 1 from api_key_requests where at < ?1 limit 1")
                .setParameter(1, Timestamp.from(limit))
                .getResultList()
                .isEmpty();
    }

    public void removeBefore(Instant limit, int most) {
        entities.createNativeQuery("delete from api_key_requests where id in"
                        + " (select id from api_key_requests where at < ?1 order by at limit ?2)")
                .setParameter(1, Timestamp.from(limit))
                .setParameter(2, most)
                .executeUpdate();
    }

    public boolean hasMinutesBefore(long minute) {
        return !entities.createNativeQuery("select 1 from rate_windows where minute < ?1 limit 1")
                .setParameter(1, minute)
                .getResultList()
                .isEmpty();
    }

    public void removeMinutesBefore(long minute, int most) {
        entities.createNativeQuery("delete from rate_windows where ctid = any (array("
                        + "select ctid from rate_windows where minute < ?1 order by minute limit ?2))")
                .setParameter(1, minute)
                .setParameter(2, most)
                .executeUpdate();
    }

    private static Stored stored(Object[] row) {
        return new Stored(
                (UUID) row[9],
                new KeyRequest(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        ((Timestamp) row[3]).toInstant(),
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).intValue(),
                        ((Number) row[7]).intValue(),
                        (String) row[8]));
    }
}
