package io.whetstone.realtime.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.Endings;
import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeNews;
import io.whetstone.realtime.entity.RealtimeTopic;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where a change is told to those who watch. The events of a transaction are numbered and stored at its very end, so
 * that the lock on their topic is short, and pushed once it is committed.
 */
@ApplicationScoped
public class RealtimePublisher {
    private static final String KEY = RealtimePublisher.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Endings endings;

    @Inject
    RealtimeArchive archive;

    @Inject
    RealtimeHub hub;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * Adds an event to the caller's transaction, of which there must be one.
     *
     * @param data what to tell, written as JSON now
     */
    public void publish(UUID workspaceId, String topic, String event, Object data) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Events are published inside a transaction: " + topic + " " + event);
        }
        ofTransaction()
                .news
                .add(new RealtimeNews(new RealtimeTopic(workspaceId, topic), event, write(data), clock.instant()));
    }

    private Edition ofTransaction() {
        var edition = (Edition) transactions.getResource(KEY);
        if (edition == null) {
            edition = new Edition();
            transactions.putResource(KEY, edition);
            transactions.registerInterposedSynchronization(edition);
            endings.add(edition::store);
        }
        return edition;
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Event data cannot be written as JSON", unwritable);
        }
    }

    /** What one transaction has to tell. */
    private final class Edition implements Synchronization {
        private final List<RealtimeNews> news = new ArrayList<>();
        private final List<RealtimeEvent> stored = new ArrayList<>();

        void store() {
            stored.addAll(archive.store(news));
            transactions.putResource(KEY, null);
        }

        @Override
        public void beforeCompletion() {
            // All is stored by now.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                hub.committed(stored);
            }
        }
    }
}
