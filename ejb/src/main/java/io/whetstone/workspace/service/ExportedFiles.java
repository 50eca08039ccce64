package io.whetstone.workspace.service;

import java.util.List;
import java.util.UUID;

/**
 * The files of one kind that go into the export of a workspace. Answered by the capability that keeps them, in the
 * transaction of whoever asks; they are read outside of it.
 */
public interface ExportedFiles {
    List<ExportedFile> of(UUID workspaceId);
}
