package io.whetstone.storage.service.internal;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * Appends one part of an upload. Every {@value #STRIDE} bytes, and at the end, it forces the file to the disk and then
 * reports how far it is safe, so a crash costs at most one stride.
 */
public final class PartWriter implements AutoCloseable {
    private static final long STRIDE = 16L << 20;
    private static final int BUFFER = 64 << 10;

    private final PartFile file;
    private final byte[] buffer = new byte[BUFFER];
    private LongConsumer report = safe -> {};
    private long length;
    private long at;
    private long safe;

    private PartWriter(PartFile file) {
        this.file = file;
    }

    /** Refuses with {@code LOCKED} while another writer is at work. */
    public static PartWriter open(Path path) throws IOException {
        return new PartWriter(PartFile.open(path));
    }

    /** Goes on at byte {@code from} of {@code total} and forgets what lies behind. */
    public void start(long from, long total, LongConsumer progress) throws IOException {
        this.report = progress;
        this.length = total;
        this.at = from;
        this.safe = from;
        file.cut(from);
    }

    /** Keeps what comes, also when the sender stops half way. */
    public void append(InputStream body) throws IOException {
        try {
            for (var count = read(body); count >= 0; count = read(body)) {
                write(count);
                if (at - safe >= STRIDE) {
                    save();
                }
            }
        } catch (Unwritable full) {
            file.cut(safe);
            throw full.problem();
        } catch (IOException broken) {
            save();
            throw broken;
        } catch (ProblemException tooLong) {
            save();
            throw tooLong;
        }
        save();
    }

    /** Keeps all of the part if its digest is the expected one, else nothing of it. */
    public void append(InputStream body, MessageDigest digest, byte[] expected) throws IOException {
        var kept = false;
        try {
            for (var count = read(body); count >= 0; count = read(body)) {
                digest.update(buffer, 0, count);
                write(count);
            }
            if (!MessageDigest.isEqual(digest.digest(), expected)) {
                throw new ProblemException(ProblemType.CHECKSUM_MISMATCH, "The part does not have this checksum");
            }
            save();
            kept = true;
        } catch (Unwritable full) {
            throw full.problem();
        } finally {
            if (!kept) {
                file.cut(safe);
            }
        }
    }

    private int read(InputStream body) throws IOException {
        return body.read(buffer, 0, buffer.length);
    }

    private void write(int count) throws Unwritable {
        if (count > length - at) {
            throw new ProblemException(ProblemType.TOO_LARGE, "More bytes came than the upload was to have");
        }
        try {
            file.append(buffer, count);
        } catch (IOException failure) {
            throw new Unwritable(failure);
        }
        at += count;
    }

    private void save() throws IOException {
        if (at > safe) {
            file.force();
            report.accept(at);
            safe = at;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The disk failed, not the sender. */
    private static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unwritable(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        RuntimeException problem() {
            return FullDisk.isReasonOf(reason) ? FullDisk.problem(reason) : new java.io.UncheckedIOException(reason);
        }
    }
}
