package io.whetstone.realtime.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.realtime.entity.RealtimeEvent;
import io.whetstone.realtime.entity.RealtimeLog;
import io.whetstone.realtime.entity.RealtimeNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/**
 * Stores events in the transaction that they tell about, as the system: who changes a shared object need not be a
 * member of the workspace whose browsers hear of it.
 */
@ApplicationScoped
@SystemScoped
public class RealtimeArchive {
    @Inject
    RealtimeLog log;

    public List<RealtimeEvent> store(List<RealtimeNews> news) {
        try {
            return log.append(log.connection(), news);
        } catch (SQLException failure) {
            throw new IllegalStateException("The events of a transaction could not be stored", failure);
        }
    }
}
