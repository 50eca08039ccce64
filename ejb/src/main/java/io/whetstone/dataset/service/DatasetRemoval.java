package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Outbox;
import io.whetstone.kernel.service.OutboxReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/** Removes datasets: the rows of the tables in the transaction, the files after it, however often it takes. */
@ApplicationScoped
public class DatasetRemoval implements OutboxReceiver {
    private static final String TOPIC = "dataset.removed";

    @Inject
    DatasetRepository datasets;

    @Inject
    Event<DatasetDeleting> deleting;

    @Inject
    Outbox outbox;

    @Inject
    DatasetFiles files;

    @Inject
    Event<Audited> audit;

    /** Removes a dataset in the caller's transaction, unless an observer objects. */
    public void remove(Dataset dataset) {
        deleting.fire(new DatasetDeleting(dataset.workspaceId(), dataset.id()));
        datasets.remove(dataset);
        audit.fire(new Audited(
                "dataset.deleted",
                dataset.workspaceId(),
                "dataset",
                dataset.id(),
                Map.of("name", dataset.name()),
                Map.of()));
        outbox.add(TOPIC, Map.of("workspaceId", dataset.workspaceId(), "datasetId", dataset.id()));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void receive(JsonNode payload) {
        try {
            files.deleteDataset(uuid(payload, "workspaceId"), uuid(payload, "datasetId"));
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        }
    }

    private static UUID uuid(JsonNode payload, String field) {
        return UUID.fromString(payload.path(field).asText());
    }
}
