package io.whetstone.dataset.service.internal.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacked bytes up to a limit, so that a small archive cannot fill the disk; names damaged archives as such. */
final class GuardedStream extends FilterInputStream {
    private final long limit;
    private long read;

    GuardedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    static SourceException damaged() {
        return new SourceException("The gzip archive is damaged or cut off");
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            read += Math.max(count, 0);
            if (read > limit) {
                throw new SourceException("The file holds more than %d MiB when unpacked".formatted(limit >> 20));
            }
            return count;
        } catch (EOFException | ZipException broken) {
            throw damaged();
        }
    }
}
