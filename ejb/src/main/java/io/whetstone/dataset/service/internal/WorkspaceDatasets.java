package io.whetstone.dataset.service.internal;

import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.storage.service.StoredFolders;
import io.whetstone.workspace.service.WorkspaceDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the files of datasets removed whose workspace is deleted. */
@ApplicationScoped
public class WorkspaceDatasets {
    @Inject
    StoredFolders folders;

    void leave(@Observes WorkspaceDeleting workspace) {
        folders.remove(DatasetFiles.folder(workspace.workspaceId()));
    }
}
