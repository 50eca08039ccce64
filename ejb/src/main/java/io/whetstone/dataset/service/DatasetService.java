package io.whetstone.dataset.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.dataset.entity.Dataset;
import io.whetstone.dataset.entity.DatasetRepository;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.storage.service.Uploads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with datasets as a whole. One public method is one transaction. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class DatasetService {
    private static final Logger LOGGER = System.getLogger(DatasetService.class.getName());

    @Inject
    DatasetRepository datasets;

    @Inject
    NewVersions newVersions;

    @Inject
    DatasetRemoval removal;

    @Inject
    DatasetAnnouncer announcer;

    @Inject
    Uploads uploads;

    @Inject
    AccessPolicy access;

    /** Makes a dataset of a complete upload; its rows are there when its status is ready. */
    public DatasetView create(@Valid CreateDataset command) {
        access.require(Permission.DATASET_WRITE, command.workspaceId());

        var upload = uploads.take(command.workspaceId(), command.uploadId());
        var made = newVersions.create(command.workspaceId(), command.name(), command.description(), upload.fileName());
        newVersions.fillFromUpload(made.version(), command.uploadId(), command.format());
        LOGGER.log(Level.INFO, "dataset.created id=" + made.dataset().id());
        return announcer.changed(made.dataset());
    }

    /** Newest first. */
    public Page<DatasetView> list(UUID workspaceId, @Nullable String search, @Nullable Cursor after, int limit) {
        access.require(Permission.DATASET_READ, workspaceId);

        var found = datasets.newest(workspaceId, search == null ? "" : search.strip(), after, limit);
        var views = announcer.views(workspaceId, found).stream()
                .collect(Collectors.toMap(DatasetView::id, Function.identity()));
        return Page.of(
                found,
                limit,
                dataset -> new Cursor(dataset.createdAt(), dataset.id()),
                dataset -> Objects.requireNonNull(views.get(dataset.id())));
    }

    public DatasetView get(UUID workspaceId, UUID datasetId) {
        var home = access.require(Permission.DATASET_READ, workspaceId, Shareable.DATASET, datasetId);

        var dataset = datasets.find(home, datasetId).orElseThrow(() -> ProblemException.notFound("dataset", datasetId));
        return announcer.views(home, List.of(dataset)).get(0);
    }

    public DatasetView change(UUID workspaceId, UUID datasetId, long version, @Valid ChangeDataset command) {
        var home = access.require(Permission.DATASET_WRITE, workspaceId, Shareable.DATASET, datasetId);

        var dataset = lock(home, datasetId, version);
        var before = DatasetAnnouncer.facts(dataset);
        dataset.rename(
                command.name() == null ? dataset.name() : command.name().strip(),
                command.description() == null ? dataset.description() : command.description(),
                newVersions.now());
        return announcer.changed(dataset, before);
    }

    /** Deletes the dataset with all versions, unless somebody still needs it. */
    public void delete(UUID workspaceId, UUID datasetId, long version) {
        access.require(Permission.DATASET_WRITE, workspaceId);

        removal.remove(lock(workspaceId, datasetId, version));
        announcer.removed(workspaceId, datasetId);
        LOGGER.log(Level.INFO, "dataset.deleted id=" + datasetId);
    }

    private Dataset lock(UUID workspaceId, UUID datasetId, long version) {
        var dataset = datasets.lock(workspaceId, datasetId)
                .orElseThrow(() -> ProblemException.notFound("dataset", datasetId));
        if (dataset.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The dataset was changed by somebody else");
        }
        return dataset;
    }
}
