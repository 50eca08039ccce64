package io.whetstone.storage.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Keeps files under keys such as {@code datasets/<id>/rows.jsonl}. Keys are relative, use {@code /} and never leave the
 * root; one that would is an {@link IllegalArgumentException}.
 */
public interface ObjectStorage {
    /**
     * Starts a new object. It is complete and durable, or not there at all: it appears under the key when the stream is
     * closed, replacing what was there. A stream that failed leaves nothing. A full disk is a
     * {@link io.whetstone.kernel.ProblemException} of type {@code STORAGE_FULL}.
     */
    OutputStream create(String key) throws IOException;

    /** Reads an object from a byte position on. */
    InputStream open(String key, long offset) throws IOException;

    /** The length in bytes. */
    long size(String key) throws IOException;

    boolean exists(String key);

    /** Removes an object, or a folder with all in it; a missing one is fine. */
    void delete(String key) throws IOException;

    /** Where the object lies, for programs that need a file; its parent folder is made. */
    Path local(String key) throws IOException;
}
