package io.whetstone.storage.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.storage.entity.Upload;
import io.whetstone.storage.entity.UploadRepository;
import io.whetstone.storage.service.internal.UploadFiles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;

/** What people and programs can do with uploads, except sending the bytes: that is slow and has no transaction. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class UploadService {
    private static final Logger LOGGER = System.getLogger(UploadService.class.getName());

    @Inject
    UploadRepository uploads;

    @Inject
    UploadFiles files;

    @Inject
    StorageConfig config;

    @Inject
    Uploads store;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    public UploadView start(@Valid StartUpload command) {
        access.require(Permission.UPLOAD_WRITE, command.workspaceId());

        requireRoom(command);
        var now = clock.instant();
        var upload = new Upload(
                command.workspaceId(),
                command.fileName(),
                command.metadata(),
                command.length(),
                now,
                now.plus(config.uploadLife()));
        uploads.add(upload);
        LOGGER.log(Level.INFO, "upload.started id=" + upload.id() + " bytes=" + upload.length());
        return UploadView.of(upload, 0);
    }

    /** Trusts neither the row nor the file alone: a crash may have left either behind the other. */
    public UploadView get(UUID workspaceId, UUID uploadId) {
        access.require(Permission.UPLOAD_WRITE, workspaceId);

        var upload =
                uploads.find(workspaceId, uploadId).orElseThrow(() -> ProblemException.notFound("upload", uploadId));
        upload.requireAlive(clock.instant());
        return UploadView.of(upload, Math.min(upload.received(), files.length(workspaceId, uploadId)));
    }

    /** Notes that so many bytes are safe on the disk. */
    public UploadView advance(UUID workspaceId, UUID uploadId, long safe) {
        access.require(Permission.UPLOAD_WRITE, workspaceId);

        var upload = lock(workspaceId, uploadId);
        upload.advance(safe, clock.instant().plus(config.uploadLife()));
        if (safe == upload.length()) {
            LOGGER.log(Level.INFO, "upload.completed id=" + uploadId);
        }
        return UploadView.of(upload, safe);
    }

    public void terminate(UUID workspaceId, UUID uploadId) {
        access.require(Permission.UPLOAD_WRITE, workspaceId);

        store.discard(lock(workspaceId, uploadId).id());
    }

    private Upload lock(UUID workspaceId, UUID uploadId) {
        var upload =
                uploads.lock(workspaceId, uploadId).orElseThrow(() -> ProblemException.notFound("upload", uploadId));
        upload.requireAlive(clock.instant());
        return upload;
    }

    private void requireRoom(StartUpload command) {
        if (command.length() > config.maxUploadSize()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "An upload may have at most %d bytes".formatted(config.maxUploadSize()));
        }
        if (command.length() > files.free()) {
            throw new ProblemException(ProblemType.STORAGE_FULL, "The storage has no space left for this file");
        }
        if (uploads.countOpen(command.workspaceId(), clock.instant()) >= config.maxOpenUploads()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, "Finish or delete some of the uploads of this workspace first");
        }
    }
}
