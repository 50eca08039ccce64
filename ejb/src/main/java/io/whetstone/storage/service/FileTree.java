package io.whetstone.storage.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Copies, measures and removes folders. */
public final class FileTree {
    private FileTree() {}

    /** Links a file where the disk allows it and copies it elsewhere: models are large. */
    public static void take(Path file, Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, file.toRealPath());
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Removes a folder with all that is in it; one that is not there is no matter. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(FileTree::deleteOne);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
