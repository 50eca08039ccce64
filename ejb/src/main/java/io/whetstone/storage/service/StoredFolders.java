package io.whetstone.storage.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.OutboxReceiver;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Removes what lies in storage for things whose rows are gone, however often it takes. */
@ApplicationScoped
public class StoredFolders implements OutboxReceiver {
    private static final String TOPIC = "storage.folder_removed";

    @Inject
    ObjectStorage storage;

    @Inject
    Outbox outbox;

    /** Has a folder removed once the transaction of whoever asks is committed. */
    public void remove(String key) {
        outbox.add(TOPIC, Map.of("key", key));
    }

    void leave(@Observes WorkspaceDeleting workspace) {
        remove("uploads/" + workspace.workspaceId());
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void receive(JsonNode payload) {
        try {
            storage.delete(payload.path("key").asText());
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        }
    }
}
