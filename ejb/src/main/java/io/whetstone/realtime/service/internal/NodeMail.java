package io.whetstone.realtime.service.internal;

import io.whetstone.kernel.service.Node;
import io.whetstone.realtime.entity.RealtimeTopic;
import io.whetstone.realtime.service.EventsCommitted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Tells the other nodes which topics have new events. One sender merges what has gathered: a {@code NOTIFY} inside each
 * transaction would make commits wait for each other.
 */
@ApplicationScoped
public class NodeMail {
    static final String CHANNEL = "whetstone_realtime";

    private static final Logger LOGGER = System.getLogger(NodeMail.class.getName());

    @Resource(lookup = "jdbc/app")
    DataSource database;

    @Resource(lookup = "concurrent/realtime")
    ManagedExecutorService executor;

    @Inject
    Node node;

    private final Set<RealtimeTopic> gathered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sending = new AtomicBoolean();

    void gather(@Observes EventsCommitted events) {
        gathered.addAll(events.topics());
        if (sending.compareAndSet(false, true)) {
            try {
                executor.execute(this::send);
            } catch (RejectedExecutionException full) {
                sending.set(false);
                LOGGER.log(Level.WARNING, "realtime.send_deferred", full);
            }
        }
    }

    private void send() {
        try {
            sending.set(false);
            var topics = List.copyOf(gathered);
            topics.forEach(gathered::remove);
            notifyOthers(topics);
        } catch (SQLException away) {
            // Listeners that come back after a failure of the database read everything anew.
            LOGGER.log(Level.WARNING, "realtime.send_failed", away);
        }
    }

    private void notifyOthers(List<RealtimeTopic> topics) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select pg_notify(?, payload) from unnest(?) payload")) {
            var payloads =
                    topics.stream().map(topic -> Letter.write(node.id(), topic)).toArray();
            statement.setString(1, CHANNEL);
            statement.setArray(2, connection.createArrayOf("text", payloads));
            statement.execute();
        }
    }
}
