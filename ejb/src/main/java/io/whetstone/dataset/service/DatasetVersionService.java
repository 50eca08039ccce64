package io.whetstone.dataset.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.dataset.entity.DatasetVersion;
import io.whetstone.dataset.entity.DatasetVersionRepository;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.storage.service.Uploads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with the versions of a dataset. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class DatasetVersionService {
    @Inject
    DatasetRepository datasets;

    @Inject
    DatasetVersionRepository versions;

    @Inject
    NewVersions newVersions;

    @Inject
    DatasetAnnouncer announcer;

    @Inject
    Uploads uploads;

    @Inject
    AccessPolicy access;

    /** Adds a version made of a complete upload; it becomes the current one when it is ready. */
    public DatasetVersionView add(UUID workspaceId, UUID datasetId, UUID uploadId) {
        access.require(Permission.DATASET_WRITE, workspaceId);

        var dataset = datasets.lock(workspaceId, datasetId).orElseThrow(() -> missing(datasetId));
        var upload = uploads.take(workspaceId, uploadId);
        var version = newVersions.next(dataset, upload.fileName()).version();
        newVersions.fillFromUpload(version, uploadId, null);
        announcer.changed(dataset);
        return DatasetVersionView.of(version);
    }

    /** Newest first. */
    public Page<DatasetVersionView> list(UUID workspaceId, UUID datasetId, @Nullable String cursor, int limit) {
        var home = access.require(Permission.DATASET_READ, workspaceId, Shareable.DATASET, datasetId);

        find(home, datasetId);
        int before = cursor == null ? Integer.MAX_VALUE : (int) NumberCursor.parse(cursor);
        var found = versions.ofDataset(home, datasetId, before, limit);
        var next =
                found.size() > limit ? NumberCursor.encode(found.get(limit - 1).number()) : null;
        return new Page<>(
                found.stream().limit(limit).map(DatasetVersionView::of).toList(), next);
    }

    /** The first rows that were left out of the version that is shown, in the order of its file. */
    public Page<RowProblemView> problems(
            UUID workspaceId, UUID datasetId, @Nullable Integer number, @Nullable String cursor, int limit) {
        var home = access.require(Permission.DATASET_READ, workspaceId, Shareable.DATASET, datasetId);

        var version = version(find(home, datasetId), number);
        int from = cursor == null ? 0 : (int) NumberCursor.parse(cursor);
        var found = versions.problems(home, version.id(), from, limit);
        var next = found.size() > limit ? NumberCursor.encode(found.get(limit).position()) : null;
        return new Page<>(found.stream().limit(limit).map(RowProblemView::of).toList(), next);
    }

    /** What is needed to read the rows of a version: by its number, or the current one. */
    public ReadableVersion readable(UUID workspaceId, UUID datasetId, @Nullable Integer number) {
        var home = access.require(Permission.DATASET_READ, workspaceId, Shareable.DATASET, datasetId);

        var dataset = find(home, datasetId);
        var version = version(dataset, number);
        version.requireReady();
        return new ReadableVersion(
                VersionKey.of(version),
                dataset.name(),
                version.exampleCount(),
                Objects.requireNonNull(version.sha256()));
    }

    /** Parts the current version exactly and at random into two new datasets. */
    public SplitView split(SplitDataset command) {
        access.require(Permission.DATASET_WRITE, command.workspaceId());

        var home =
                access.require(Permission.DATASET_READ, command.workspaceId(), Shareable.DATASET, command.datasetId());
        var dataset = find(home, command.datasetId());
        var version = version(dataset, null);
        version.requireReady();
        var plan = SplitPlan.of(command, version);
        var source = "%s, version %d".formatted(dataset.name(), version.number());
        var train = newVersions.create(
                command.workspaceId(), SplitPlan.name(dataset.name(), "training"), dataset.description(), source);
        var heldOut = newVersions.create(
                command.workspaceId(), SplitPlan.name(dataset.name(), "held out"), dataset.description(), source);
        newVersions.fill(train.version(), SplitPlan.TASK, plan.payload(false));
        newVersions.fill(heldOut.version(), SplitPlan.TASK, plan.payload(true));
        return new SplitView(announcer.changed(train.dataset()), announcer.changed(heldOut.dataset()));
    }

    private Dataset find(UUID workspaceId, UUID datasetId) {
        return datasets.find(workspaceId, datasetId).orElseThrow(() -> missing(datasetId));
    }

    private DatasetVersion version(Dataset dataset, @Nullable Integer number) {
        int wanted = number == null ? dataset.shownVersion() : number;
        return versions.find(dataset.workspaceId(), dataset.id(), wanted)
                .orElseThrow(() -> ProblemException.notFound("dataset version", wanted));
    }

    private static ProblemException missing(UUID datasetId) {
        return ProblemException.notFound("dataset", datasetId);
    }
}
