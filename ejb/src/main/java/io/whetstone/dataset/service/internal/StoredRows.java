package io.whetstone.dataset.service.internal;

import io.whetstone.dataset.service.DatasetFiles;
import io.whetstone.dataset.service.VersionKey;
import io.whetstone.dataset.service.internal.ingest.RowOutput;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the rows of a version in order, from one of them on, with the lines that they came from. Opened outside of any
 * transaction.
 */
public final class StoredRows implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataInputStream index;
    private final InputStream rows;
    private final long size;
    private long offset;
    private long line;
    private byte[] json = {};

    public StoredRows(DatasetFiles files, VersionKey key) throws IOException {
        this(files, key, 0);
    }

    /** From the row with this number on, counted from 0; it must be there. */
    public StoredRows(DatasetFiles files, VersionKey key, long from) throws IOException {
        this.size = files.rowsSize(key);
        this.index = new DataInputStream(
                new BufferedInputStream(files.openIndex(key, from * RowOutput.INDEX_ENTRY), BUFFER));
        this.offset = index.readLong();
        this.rows = new BufferedInputStream(files.openRows(key, offset), BUFFER);
    }

    /** Moves to the next row, which must be there. */
    public void next() throws IOException {
        line = index.readLong();
        long end = offsetOfNext();
        json = rows.readNBytes((int) (end - offset - 1));
        rows.skipNBytes(1);
        offset = end;
    }

    /** The line of the uploaded file, counted from 1. */
    public long line() {
        return line;
    }

    /** The row without its line feed. */
    public byte[] json() {
        return json;
    }

    private long offsetOfNext() throws IOException {
        try {
            return index.readLong();
        } catch (EOFException last) {
            return size;
        }
    }

    @Override
    public void close() throws IOException {
        try (index) {
            rows.close();
        }
    }
}
