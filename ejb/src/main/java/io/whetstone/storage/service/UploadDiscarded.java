package io.whetstone.storage.service;

import java.util.UUID;

/** Nobody needs the file of this upload any more. */
public record UploadDiscarded(UUID workspaceId, UUID uploadId) {}
