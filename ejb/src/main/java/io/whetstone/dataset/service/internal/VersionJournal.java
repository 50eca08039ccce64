package io.whetstone.dataset.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetFormat;
import io.whetstone.dataset.entity.DatasetProblem;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersion;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.dataset.entity.VersionFacts;
import io.whetstone.dataset.service.DatasetAnnouncer;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.dataset.service.internal.ingest.RowProblem;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.task.service.TaskQueue;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Writes down what tasks learn about versions. Each method is one transaction; a version that was deleted or is
 * settled already is left alone, as a task may run twice or outlive its dataset.
 */
@Stateless
@PermitAll
@SystemScoped
public class VersionJournal {
    private static final Logger LOGGER = System.getLogger(VersionJournal.class.getName());

    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    DatasetAnnouncer announcer;

    @Inject
    TaskQueue tasks;

    @Inject
    Clock clock;

    /** The version, if its rows are still to be written. */
    public Optional<VersionKey> open(UUID versionId) {
        return versions.any(versionId).filter(DatasetVersion::isProcessing).map(VersionKey::of);
    }

    /** The version, if its rows are there to be read. */
    public Optional<VersionKey> readable(UUID versionId) {
        return versions.any(versionId)
                .filter(version -> version.sha256() != null)
                .map(VersionKey::of);
    }

    /** The format of a version whose rows are there to be read. */
    public Optional<DatasetFormat> format(VersionKey key) {
        return versions.find(key.workspaceId(), key.datasetId(), key.number()).map(DatasetVersion::format);
    }

    /** False when nobody waits for the version any more. */
    public boolean progress(UUID versionId, double fraction) {
        return change(versionId, (dataset, version) -> version.report(fraction));
    }

    /** The rows are in storage. False when nobody waits for them any more. */
    public boolean ready(UUID versionId, VersionFacts facts, List<RowProblem> problems) {
        return change(versionId, (dataset, version) -> {
            version.ready(facts);
            dataset.accept(version, clock.instant());
            for (int i = 0; i < problems.size(); i++) {
                var problem = problems.get(i);
                versions.add(new DatasetProblem(version, i, problem.line(), problem.reason()));
            }
            count(version);
        });
    }

    public void fail(UUID versionId, String reason) {
        change(versionId, (dataset, version) -> {
            version.fail(reason);
            dataset.reject(clock.instant());
        });
    }

    /** Adds what was counted to the statistics. */
    public void describe(UUID versionId, JsonNode statistics) {
        lock(versionId).ifPresent(version -> {
            version.describe(statistics);
            datasets.find(version.workspaceId(), version.datasetId()).ifPresent(announcer::changed);
        });
    }

    /** The statistics so far. */
    public JsonNode statistics(UUID versionId) {
        return versions.any(versionId).map(DatasetVersion::statistics).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Has the tokens of versions counted for which there was no tokenizer before. */
    public void countUncounted(int limit) {
        versions.uncounted(limit).forEach(id -> versions.any(id).ifPresent(this::count));
    }

    private void count(DatasetVersion version) {
        tasks.enqueue(version.workspaceId(), TokenTask.KIND, version.id(), JsonNodeFactory.instance.objectNode());
    }

    private boolean change(UUID versionId, BiConsumer<Dataset, DatasetVersion> change) {
        return lock(versionId)
                .filter(DatasetVersion::isProcessing)
                .flatMap(version -> datasets.find(version.workspaceId(), version.datasetId())
                        .map(dataset -> {
                            change.accept(dataset, version);
                            announcer.changed(dataset);
                            LOGGER.log(Level.DEBUG, "dataset.version id={0} status={1}", versionId, version.status());
                            return true;
                        }))
                .orElse(false);
    }

    /** Locks the dataset first, as everybody does, so that no two wait for each other. */
    private Optional<DatasetVersion> lock(UUID versionId) {
        return versions.any(versionId)
                .flatMap(version -> datasets.lock(version.workspaceId(), version.datasetId()))
                .flatMap(dataset -> versions.lock(versionId));
    }
}
