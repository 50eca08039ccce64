package io.whetstone.realtime.service.internal;

import io.whetstone.kernel.service.Node;
import io.whetstone.realtime.entity.RealtimeTopic;
import io.whetstone.realtime.service.RealtimeDesk;
import io.whetstone.realtime.service.RealtimeHub;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears which topics have news on other nodes and whose access has changed, on a connection of its own. When that
 * breaks it opens another one and has everything read and asked anew, since nobody was listening meanwhile.
 */
@Singleton
@Startup
public class NodeListener {
    private static final Logger LOGGER = System.getLogger(NodeListener.class.getName());
    private static final int PATIENCE_MILLIS = 1000;

    /** Triggers of the database write here who has lost something, also to the node that did it. */
    private static final String ACCESS = "whetstone_access";

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/app")
    DataSource database;

    @Inject
    RealtimeHub hub;

    @Inject
    RealtimeDesk desk;

    @Inject
    Node node;

    private Thread thread;

    @PostConstruct
    @SuppressWarnings("NullAway.Init")
    void start() {
        thread = threads.newThread(this::run);
        thread.setName("whetstone-realtime-listener");
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                listen();
            } catch (SQLException | RuntimeException broken) {
                LOGGER.log(Level.WARNING, "realtime.listener_broken reason=" + broken.getMessage());
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + NodeMail.CHANNEL);
                statement.execute("listen " + ACCESS);
            }
            LOGGER.log(Level.DEBUG, "realtime.listening");
            desk.accessUnknown();
            hub.catchUpAll();
            var postgres = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                var letters = postgres.getNotifications(PATIENCE_MILLIS);
                if (letters != null && letters.length > 0) {
                    desk.accessChanged(lostAccess(letters));
                    hub.catchUp(fromOthers(letters));
                }
            }
        }
    }

    private static Set<UUID> lostAccess(PGNotification[] letters) {
        return Stream.of(letters)
                .filter(letter -> letter.getName().equals(ACCESS))
                .map(letter -> UUID.fromString(letter.getParameter()))
                .collect(Collectors.toSet());
    }

    private Set<RealtimeTopic> fromOthers(PGNotification[] letters) {
        return Stream.of(letters)
                .filter(letter -> letter.getName().equals(NodeMail.CHANNEL))
                .map(letter -> Letter.read(letter.getParameter()))
                .filter(letter -> !letter.sender().equals(node.id()))
                .map(Letter::topic)
                .collect(Collectors.toSet());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
