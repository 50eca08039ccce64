package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersion;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.kernel.service.Audited;
import io.whetstone.realtime.service.RealtimePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells the browsers of a workspace that one of its datasets changed. */
@ApplicationScoped
public class DatasetAnnouncer {
    private static final String TOPIC = "datasets";

    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    RealtimePublisher realtime;

    @Inject
    Event<Audited> audit;

    /** Writes the change out, so that the view carries the new version, and publishes it on commit. */
    public DatasetView changed(Dataset dataset) {
        datasets.flush();
        var view = views(dataset.workspaceId(), List.of(dataset)).get(0);
        realtime.publish(dataset.workspaceId(), TOPIC, "changed", view);
        return view;
    }

    /** The same for a change by a person, which is audited. */
    public DatasetView changed(Dataset dataset, Map<String, Object> before) {
        audit.fire(
                new Audited("dataset.changed", dataset.workspaceId(), "dataset", dataset.id(), before, facts(dataset)));
        return changed(dataset);
    }

    /** What people can change of a dataset. */
    static Map<String, Object> facts(Dataset dataset) {
        var description = dataset.description();
        return Map.of("name", dataset.name(), "description", description == null ? "" : description);
    }

    public void removed(UUID workspaceId, UUID datasetId) {
        realtime.publish(workspaceId, TOPIC, "removed", Map.of("id", datasetId));
    }

    /** The views of datasets in the same order. */
    public List<DatasetView> views(UUID workspaceId, List<Dataset> found) {
        Map<UUID, DatasetVersion> shown =
                versions.shown(workspaceId, found.stream().map(Dataset::id).toList());
        return found.stream()
                .map(dataset -> DatasetView.of(dataset, Objects.requireNonNull(shown.get(dataset.id()))))
                .toList();
    }
}
