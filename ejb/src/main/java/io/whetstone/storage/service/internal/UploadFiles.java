package io.whetstone.storage.service.internal;

import io.whetstone.storage.service.ObjectStorage;
import io.whetstone.storage.service.StorageSpace;
import io.whetstone.storage.service.UploadDiscarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.UUID;

/** Where the bytes of uploads lie. */
@ApplicationScoped
public class UploadFiles {
    private static final Logger LOGGER = System.getLogger(UploadFiles.class.getName());

    @Inject
    ObjectStorage storage;

    @Inject
    StorageSpace space;

    public Path path(UUID workspaceId, UUID uploadId) {
        try {
            return storage.local(key(workspaceId, uploadId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes that are there; none when the file is missing. */
    public long length(UUID workspaceId, UUID uploadId) {
        try {
            var key = key(workspaceId, uploadId);
            return storage.exists(key) ? storage.size(key) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes that may still be written. */
    public long free() {
        return space.free();
    }

    public void remove(UUID workspaceId, UUID uploadId) {
        try {
            storage.delete(key(workspaceId, uploadId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void removeDiscarded(@Observes(during = TransactionPhase.AFTER_SUCCESS) UploadDiscarded upload) {
        try {
            remove(upload.workspaceId(), upload.uploadId());
        } catch (UncheckedIOException failure) {
            // The row stays marked as discarded: the daily purge tries again.
            LOGGER.log(Level.WARNING, "upload.kept id=" + upload.uploadId(), failure);
        }
    }

    private static String key(UUID workspaceId, UUID uploadId) {
        return "uploads/%s/%s".formatted(workspaceId, uploadId);
    }
}
