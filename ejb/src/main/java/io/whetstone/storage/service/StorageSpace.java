package io.whetstone.storage.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/** How full the disk of the storage is. */
@ApplicationScoped
public class StorageSpace {
    @Inject
    StorageConfig config;

    /** The bytes that may still be written. */
    public long free() {
        try {
            return disk().getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes of the disk that are taken, by us or by others. */
    public long used() {
        try {
            var disk = disk();
            return disk.getTotalSpace() - disk.getUnallocatedSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileStore disk() throws IOException {
        return Files.getFileStore(Files.createDirectories(config.root()));
    }
}
