package io.whetstone.storage.service.internal;

import io.whetstone.storage.service.FileTree;
import io.whetstone.storage.service.ObjectStorage;
import io.whetstone.storage.service.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Objects as files below one folder. No key and no symbolic link leads out of it. */
@ApplicationScoped
public class LocalStorage implements ObjectStorage {
    @Inject
    StorageConfig config;

    @Override
    public OutputStream create(String key) throws IOException {
        try {
            return new NewFile(local(key));
        } catch (IOException failure) {
            if (FullDisk.isReasonOf(failure)) {
                throw FullDisk.problem(failure);
            }
            throw failure;
        }
    }

    @Override
    public InputStream open(String key, long offset) throws IOException {
        var channel = FileChannel.open(path(key), StandardOpenOption.READ);
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public long size(String key) throws IOException {
        return Files.size(path(key));
    }

    @Override
    public boolean exists(String key) {
        try {
            return Files.exists(path(key));
        } catch (IOException unreachable) {
            return false;
        }
    }

    @Override
    public void delete(String key) throws IOException {
        FileTree.delete(path(key));
    }

    @Override
    public Path local(String key) throws IOException {
        var path = path(key);
        var folder = path.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        confine(folder);
        return path;
    }

    private Path path(String key) throws IOException {
        var path = resolve(key);
        try {
            confine(path);
        } catch (NoSuchFileException notYet) {
            // What is not there cannot lead astray.
            return path;
        }
        return path;
    }

    private Path resolve(String key) {
        var root = config.root().toAbsolutePath().normalize();
        try {
            var path = root.resolve(key).normalize();
            if (!key.isBlank() && !key.startsWith("/") && path.startsWith(root) && !path.equals(root)) {
                return path;
            }
        } catch (InvalidPathException malformed) {
            throw new IllegalArgumentException("Not a storage key", malformed);
        }
        throw new IllegalArgumentException("Not a storage key: " + key);
    }

    private void confine(Path path) throws IOException {
        if (!path.toRealPath().startsWith(config.root().toRealPath())) {
            throw new IllegalArgumentException("A link leads out of the storage: " + path);
        }
    }
}
