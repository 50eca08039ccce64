package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.OutboxReceiver;
import io.whetstone.storage.service.ObjectStorage;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Removes the files of datasets whose workspace was deleted, however often it takes. */
@ApplicationScoped
public class WorkspaceDatasets implements OutboxReceiver {
    private static final String TOPIC = "dataset.workspace_deleted";

    @Inject
    ObjectStorage storage;

    @Inject
    Outbox outbox;

    void leave(@Observes WorkspaceDeleting workspace) {
        outbox.add(TOPIC, Map.of("workspaceId", workspace.workspaceId()));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void receive(JsonNode payload) {
        try {
            storage.delete("datasets/" + payload.path("workspaceId").asText());
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        }
    }
}
