package io.whetstone.storage.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Announces a file of {@code length} bytes; {@code metadata} is the header {@code Upload-Metadata} as it was sent. */
public record StartUpload(
        @NotNull UUID workspaceId,
        @NotBlank @Size(max = 255) String fileName,
        @NotNull @Size(max = 4096) String metadata,
        @PositiveOrZero long length) {}
