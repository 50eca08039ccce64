package io.whetstone.realtime.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives events their numbers and stores them, on the connection of the transaction that they tell of. It uses JDBC, as
 * it works while the transaction is being completed and the persistence context has written all it had.
 */
@Dependent
public class RealtimeLog {
    private static final String NUMBER = "insert into realtime_topics (workspace_id, topic, seq) values (?, ?, ?)"
            + " on conflict (workspace_id, topic) do update set seq = realtime_topics.seq + excluded.seq returning seq";
    private static final String STORE =
            "insert into realtime_events (workspace_id, topic, seq, event, data, at) values (?, ?, ?, ?, ?::json, ?)";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The connection of the current transaction, on which the tenancy is set; to be asked for while it is active. */
    public Connection connection() {
        return entities.unwrap(Connection.class);
    }

    /** Stores the news, topic by topic in one order for everybody, since each topic is locked until the commit. */
    public List<RealtimeEvent> append(Connection connection, List<RealtimeNews> news) throws SQLException {
        var byTopic =
                news.stream().collect(Collectors.groupingBy(RealtimeNews::topic, TreeMap::new, Collectors.toList()));
        var stored = new ArrayList<RealtimeEvent>(news.size());
        for (var topic : byTopic.entrySet()) {
            var seq = reserve(connection, topic.getKey(), topic.getValue().size());
            for (var item : topic.getValue()) {
                stored.add(item.numbered(++seq));
            }
        }
        store(connection, stored);
        return stored;
    }

    /** The number before the first of {@code count} new ones. */
    private static long reserve(Connection connection, RealtimeTopic topic, int count) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBER)) {
            statement.setObject(1, topic.workspaceId());
            statement.setString(2, topic.name());
            statement.setLong(3, count);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) - count;
            }
        }
    }

    private static void store(Connection connection, List<RealtimeEvent> events) throws SQLException {
        try (var statement = connection.prepareStatement(STORE)) {
            for (var event : events) {
                statement.setObject(1, event.topic().workspaceId());
                statement.setString(2, event.topic().name());
                statement.setLong(3, event.seq());
                statement.setString(4, event.event());
                statement.setString(5, event.data());
                statement.setTimestamp(6, Timestamp.from(event.at()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
