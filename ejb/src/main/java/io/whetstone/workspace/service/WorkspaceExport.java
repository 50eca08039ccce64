package io.whetstone.workspace.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.workspace.service.internal.ExportArchive;
import io.whetstone.workspace.service.internal.WorkspaceContent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/**
 * Writes everything of a workspace for its administrators: its rows, the rows of its datasets, the files of its
 * adapters. Credentials and their hashes are left out. The reader sets the pace, so no transaction spans the whole.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkspaceExport {
    @Inject
    WorkspaceContent content;

    @Inject
    AccessPolicy access;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Refuses before the first byte whoever may not have the export, and tells the workspace's name. */
    public String requireMay(UUID workspaceId) {
        access.requireSelf();
        return content.requireMay(workspaceId);
    }

    /**
     * A zip with {@code rows/<table>.jsonl} for each table, the files, and a manifest with checksums at the end. Each
     * table is as it is when its turn comes.
     */
    public void write(UUID workspaceId, OutputStream out) {
        access.requireSelf();
        var name = content.requireMay(workspaceId);
        content.begin(workspaceId);
        try (var archive = new ExportArchive(out)) {
            for (var table : content.tables()) {
                archive.addLines("rows/" + table + ".jsonl", line -> content.each(table, workspaceId, line));
            }
            for (var file : content.files(workspaceId)) {
                archive.add(file);
            }
            archive.finish(json, workspaceId, name, clock.instant());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
