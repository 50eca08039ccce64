package io.whetstone.storage.service;

import io.whetstone.storage.entity.Upload;
import java.time.Instant;
import java.util.UUID;

/** How far an upload is. {@code received} bytes are safe: the next one to send has that position. */
public record UploadView(
        UUID id, String fileName, String metadata, long length, long received, Instant createdAt, Instant expiresAt) {
    static UploadView of(Upload upload, long received) {
        return new UploadView(
                upload.id(),
                upload.fileName(),
                upload.metadata(),
                upload.length(),
                received,
                upload.createdAt(),
                upload.expiresAt());
    }
}
