package io.whetstone.workspace.service;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.workspace.entity.WorkspaceRows;
import io.whetstone.workspace.service.internal.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes all rows of a workspace for its administrators. Credentials and their hashes are left out. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class WorkspaceExport {
    @Inject
    WorkspaceRows rows;

    @Inject
    Standing standing;

    @Inject
    AccessPolicy access;

    /** Refuses before the first byte whoever may not have the export. */
    public void requireMay(UUID workspaceId) {
        access.requireSelf();
        standing.requireRole(workspaceId, WorkspaceRole.ADMIN);
    }

    /** A zip with {@code <table>.jsonl} for each table, in one snapshot of the database. */
    public void write(UUID workspaceId, OutputStream out) {
        access.requireSelf();
        standing.requireRole(workspaceId, WorkspaceRole.ADMIN);

        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var table : rows.tables()) {
                zip.putNextEntry(new ZipEntry(table + ".jsonl"));
                rows.each(table, workspaceId, line -> write(zip, line));
                zip.closeEntry();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(OutputStream zip, String line) {
        try {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
