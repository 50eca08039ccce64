package io.whetstone.storage.service;

import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests. */
public final class StorageSettings {
    private StorageSettings() {}

    public static StorageConfig under(Path root) {
        var config = new StorageConfig();
        config.root = root;
        config.maxUploadSize = 1 << 20;
        config.maxOpenUploads = 3;
        config.uploadLife = Duration.ofHours(1);
        return config;
    }
}
