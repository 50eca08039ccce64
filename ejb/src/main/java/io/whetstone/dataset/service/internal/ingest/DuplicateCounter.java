package io.whetstone.dataset.service.internal.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts rows that occurred before, by eight bytes of their SHA-256.
 *
 * <p>The hashes go to a scratch file and are counted in passes over it, each for one residue class, so that memory
 * stays at four longs for each of {@code perPass} hashes, however many rows there are.
 */
public final class DuplicateCounter implements Closeable {
    private static final int PER_PASS = 1 << 20;

    private final Path scratch;
    private final DataOutputStream out;
    private final int perPass;
    private long rows;

    public DuplicateCounter(Path scratch) throws IOException {
        this(scratch, PER_PASS);
    }

    DuplicateCounter(Path scratch, int perPass) throws IOException {
        this.scratch = scratch;
        this.perPass = perPass;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(scratch), 1 << 16));
    }

    void add(long hash) throws IOException {
        out.writeLong(hash);
        rows++;
    }

    /** How many of the rows repeat an earlier one. */
    public long count() throws IOException {
        out.flush();
        // Some room, as the classes are not of quite the same size.
        long passes = rows * 4 / (perPass * 3L) + 1;
        long repeated = 0;
        for (long pass = 0; pass < passes; pass++) {
            repeated += count(pass, passes);
        }
        return repeated;
    }

    private long count(long pass, long passes) throws IOException {
        var seen = new LongSet(perPass);
        long repeated = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(scratch), 1 << 16))) {
            for (long i = 0; i < rows; i++) {
                long hash = in.readLong();
                if (Long.remainderUnsigned(hash, passes) == pass && !seen.add(hash)) {
                    repeated++;
                }
            }
        }
        return repeated;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(scratch);
    }
}
