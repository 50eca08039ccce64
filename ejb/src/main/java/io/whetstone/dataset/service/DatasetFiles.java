package io.whetstone.dataset.service;

import io.whetstone.storage.service.ObjectStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** Where the rows of a version lie in storage: JSON lines, and an index of 16 bytes a row (offset, line). */
@ApplicationScoped
public class DatasetFiles {
    @Inject
    ObjectStorage storage;

    /** The key under which all datasets of a workspace lie. */
    public static String folder(UUID workspaceId) {
        return "datasets/" + workspaceId;
    }

    /** The key under which all files of a dataset lie. */
    public static String folder(UUID workspaceId, UUID datasetId) {
        return "%s/%s".formatted(folder(workspaceId), datasetId);
    }

    /** The rows as a file, for programs that read files. */
    public Path rowsFile(VersionKey key) {
        try {
            return storage.local(key.rows());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    public InputStream openRows(VersionKey key, long offset) throws IOException {
        return storage.open(key.rows(), offset);
    }

    public long rowsSize(VersionKey key) throws IOException {
        return storage.size(key.rows());
    }

    public InputStream openIndex(VersionKey key, long offset) throws IOException {
        return storage.open(key.index(), offset);
    }

    public OutputStream createRows(VersionKey key) throws IOException {
        return storage.create(key.rows());
    }

    public OutputStream createIndex(VersionKey key) throws IOException {
        return storage.create(key.index());
    }

    /** A file for the time of the work on a version. */
    public Path scratch(VersionKey key, String name) throws IOException {
        return storage.local(key.folder() + "/" + name);
    }

    public void delete(VersionKey key) throws IOException {
        storage.delete(key.folder());
    }

    public void deleteDataset(UUID workspaceId, UUID datasetId) throws IOException {
        storage.delete(folder(workspaceId, datasetId));
    }
}
