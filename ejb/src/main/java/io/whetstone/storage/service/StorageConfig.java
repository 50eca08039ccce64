package io.whetstone.storage.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of storage: where files lie and how much may be uploaded. */
@ApplicationScoped
public class StorageConfig {
    @Inject
    @ConfigProperty(name = "whetstone.storage.root")
    Path root;

    @Inject
    @ConfigProperty(name = "whetstone.storage.max-upload-size", defaultValue = "2147483648")
    long maxUploadSize;

    @Inject
    @ConfigProperty(name = "whetstone.storage.max-open-uploads", defaultValue = "100")
    int maxOpenUploads;

    @Inject
    @ConfigProperty(name = "whetstone.storage.upload-life", defaultValue = "P1D")
    Duration uploadLife;

    /** The directory that files are stored in. */
    public Path root() {
        return root;
    }

    /** The most bytes of one upload. */
    public long maxUploadSize() {
        return maxUploadSize;
    }

    /** How many uploads a workspace may have that nobody has taken yet. */
    public int maxOpenUploads() {
        return maxOpenUploads;
    }

    /** How long an upload is kept after its last byte came. */
    public Duration uploadLife() {
        return uploadLife;
    }
}
