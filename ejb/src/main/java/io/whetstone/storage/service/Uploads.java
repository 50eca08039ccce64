package io.whetstone.storage.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.storage.entity.Upload;
import io.whetstone.storage.entity.UploadRepository;
import io.whetstone.storage.service.internal.UploadFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** How other capabilities get at uploads. They have asked for permission before; here only the workspace must fit. */
@Stateless
@PermitAll
@SystemScoped
public class Uploads {
    @Inject
    UploadRepository uploads;

    @Inject
    UploadFiles files;

    @Inject
    StorageConfig config;

    @Inject
    Event<UploadDiscarded> discarded;

    @Inject
    Clock clock;

    /** The file of a complete upload, kept for another life of uploads. May be taken again, as by a repeated task. */
    public TakenUpload take(UUID workspaceId, UUID uploadId) {
        var upload =
                uploads.lock(workspaceId, uploadId).orElseThrow(() -> ProblemException.notFound("upload", uploadId));
        var now = clock.instant();
        upload.requireAlive(now);
        upload.requireComplete();
        upload.advance(Math.min(upload.received(), files.length(workspaceId, uploadId)), now.plus(config.uploadLife()));
        upload.requireComplete();
        return new TakenUpload(files.path(workspaceId, uploadId), upload.fileName(), upload.length());
    }

    /** Lets the file go once the transaction is committed; a missing or discarded upload is fine. */
    public void discard(UUID uploadId) {
        uploads.lock(uploadId).ifPresent(this::discard);
    }

    private void discard(Upload upload) {
        upload.discard();
        discarded.fire(new UploadDiscarded(upload.workspaceId(), upload.id()));
    }
}
