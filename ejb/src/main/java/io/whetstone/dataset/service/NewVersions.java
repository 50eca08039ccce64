package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersion;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.Caller;
import io.whetstone.task.service.TaskQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces versions in the caller's transaction and has a task fill them once it is committed. */
@ApplicationScoped
public class NewVersions {
    static final String INGEST_TASK = "dataset.ingest";

    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    TaskQueue tasks;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    /** A new dataset with its first version, which some task will fill. */
    public Announced create(UUID workspaceId, String name, @Nullable String description, String sourceName) {
        var dataset = new Dataset(workspaceId, name.strip(), description, caller.id(), now());
        var version = dataset.addVersion(sourceName, caller.id(), now());
        datasets.add(dataset);
        datasets.flush();
        versions.add(version);
        note("dataset.created", dataset, Map.of("name", dataset.name(), "source", sourceName));
        return new Announced(dataset, version);
    }

    /** The next version of a dataset. */
    public Announced next(Dataset dataset, String sourceName) {
        var version = dataset.addVersion(sourceName, caller.id(), now());
        versions.add(version);
        note("dataset.version_added", dataset, Map.of("number", version.number(), "source", sourceName));
        return new Announced(dataset, version);
    }

    private void note(String action, Dataset dataset, Map<String, Object> after) {
        audit.fire(new Audited(action, dataset.workspaceId(), "dataset", dataset.id(), Map.of(), after));
    }

    public void fillFromUpload(DatasetVersion version, UUID uploadId, @Nullable DatasetFormat format) {
        var source = JsonNodeFactory.instance.objectNode().put("uploadId", uploadId.toString());
        source.put("format", EnumText.orNull(format));
        fill(version, INGEST_TASK, source);
    }

    /** From a file that comes with the product. */
    public void fillFromExample(DatasetVersion version, String resource) {
        fill(version, INGEST_TASK, JsonNodeFactory.instance.objectNode().put("example", resource));
    }

    public void fill(DatasetVersion version, String task, JsonNode payload) {
        tasks.enqueue(version.workspaceId(), task, version.id(), payload);
    }

    public Instant now() {
        return clock.instant();
    }

    /** A dataset and the version that was added to it. */
    public record Announced(Dataset dataset, DatasetVersion version) {}
}
