package io.whetstone.dataset.service;

import io.whetstone.storage.service.ObjectStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A storage for tests: plain files in a folder. */
record FolderStorage(Path root) implements ObjectStorage {
    @Override
    public OutputStream create(String key) throws IOException {
        return Files.newOutputStream(local(key));
    }

    @Override
    public InputStream open(String key, long offset) throws IOException {
        var in = Files.newInputStream(local(key));
        in.skipNBytes(offset);
        return in;
    }

    @Override
    public long size(String key) throws IOException {
        return Files.size(local(key));
    }

    @Override
    public boolean exists(String key) {
        return Files.exists(root.resolve(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(local(key));
    }

    @Override
    public Path local(String key) throws IOException {
        var file = root.resolve(key);
        Files.createDirectories(file.getParent());
        return file;
    }
}
