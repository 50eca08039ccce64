package io.whetstone.dataset.service.internal.ingest;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes rows as JSON lines, and beside them an index: for each row two big-endian longs, its offset in bytes and the
 * line of the source it came from.
 */
public final class RowOutput implements Closeable {
    /** Bytes of one entry of the index. */
    public static final int INDEX_ENTRY = 16;

    private final OutputStream rows;
    private final DataOutputStream index;
    private final DuplicateCounter duplicates;
    private final MessageDigest content = sha256();
    private final MessageDigest row = sha256();
    private long offset;

    public RowOutput(OutputStream rows, OutputStream index, DuplicateCounter duplicates) {
        this.rows = rows;
        this.index = new DataOutputStream(index);
        this.duplicates = duplicates;
    }

    /** Appends one row, given as JSON text without a line feed. */
    public void write(long line, byte[] json) throws IOException {
        index.writeLong(offset);
        index.writeLong(line);
        rows.write(json);
        rows.write('\n');
        content.update(json);
        content.update((byte) '\n');
        duplicates.add(ByteBuffer.wrap(row.digest(json)).getLong());
        offset += json.length + 1;
    }

    public long bytes() {
        return offset;
    }

    /** The hash of the rows file as a whole, in hex; can be asked for once. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(content.digest());
    }

    @Override
    public void close() throws IOException {
        try (rows) {
            index.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
