package io.whetstone.storage.service;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.storage.service.internal.PartWriter;
import io.whetstone.storage.service.internal.UploadFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of an upload to the disk as they come, with no transaction open and memory that does not grow. */
@ApplicationScoped
public class UploadReceiver {
    @Inject
    UploadService uploads;

    @Inject
    UploadFiles files;

    /**
     * Appends a part to an upload. What came before the connection broke or the disk was full is kept, unless the part
     * has a checksum: then it counts as a whole or not at all.
     *
     * @param offset where the sender believes the upload to be
     */
    public UploadView receive(
            UUID workspaceId, UUID uploadId, long offset, InputStream body, @Nullable Checksum checksum)
            throws IOException {
        uploads.get(workspaceId, uploadId);
        try (var writer = PartWriter.open(files.path(workspaceId, uploadId))) {
            var upload = uploads.get(workspaceId, uploadId);
            if (upload.received() != offset) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The upload is at %d, not %d".formatted(upload.received(), offset));
            }
            writer.start(upload.received(), upload.length(), safe -> uploads.advance(workspaceId, uploadId, safe));
            if (checksum == null) {
                writer.append(body);
            } else {
                writer.append(body, checksum.digest(), checksum.expected());
            }
        }
        return uploads.get(workspaceId, uploadId);
    }
}
