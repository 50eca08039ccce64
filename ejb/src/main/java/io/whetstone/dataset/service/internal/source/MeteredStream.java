package io.whetstone.dataset.service.internal.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** Tells how much of a stream of known size has been read, each percent once. */
final class MeteredStream extends FilterInputStream {
    private final long size;
    private final DoubleConsumer progress;
    private long read;
    private long percent;

    MeteredStream(InputStream in, long size, DoubleConsumer progress) {
        super(in);
        this.size = size;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        advance(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        advance(count);
        return count;
    }

    private void advance(int count) {
        read += Math.max(count, 0);
        long now = size == 0 ? 100 : read * 100 / size;
        if (now > percent) {
            percent = now;
            progress.accept(now / 100.0);
        }
    }
}
