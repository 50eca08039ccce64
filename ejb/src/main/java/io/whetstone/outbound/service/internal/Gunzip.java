package io.whetstone.outbound.service.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks one member of gzip (RFC 1952) and leaves what follows it. The platform's stream goes on with the next member
 * by calling itself, so a long row of empty ones overflows its stack.
 */
class Gunzip extends InflaterInputStream {
    private static final int BUFFER = 8192;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final CRC32 checksum = new CRC32();
    private boolean begun;
    private boolean over;

    Gunzip(InputStream in) {
        super(in, new Inflater(true), BUFFER);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (over) {
            return -1;
        }
        if (!begun) {
            readHeader();
            begun = true;
        }
        var count = super.read(bytes, offset, length);
        if (count < 0) {
            over = true;
            readTrailer();
            inf.end();
        } else {
            checksum.update(bytes, offset, count);
        }
        return count;
    }

    private void readHeader() throws IOException {
        if (next16() != MAGIC || next() != DEFLATE) {
            throw new ZipException("This is not gzip");
        }
        var flags = next();
        in.skipNBytes(6);
        if ((flags & EXTRA) != 0) {
            in.skipNBytes(next16());
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & CHECKSUM) != 0) {
            in.skipNBytes(2);
        }
    }

    private void skipText() throws IOException {
        int one;
        do {
            one = next();
        } while (one != 0);
    }

    private void readTrailer() throws IOException {
        var trailer = new byte[8];
        var known = Math.min(trailer.length, inf.getRemaining());
        System.arraycopy(buf, len - inf.getRemaining(), trailer, 0, known);
        if (in.readNBytes(trailer, known, trailer.length - known) < trailer.length - known) {
            throw new EOFException("The end of the gzip is missing");
        }
        if (little(trailer, 0) != checksum.getValue() || little(trailer, 4) != (inf.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("The gzip has another checksum");
        }
    }

    private int next() throws IOException {
        var one = in.read();
        if (one < 0) {
            throw new EOFException("The gzip ends in its head");
        }
        return one;
    }

    private int next16() throws IOException {
        var low = next();
        return low | (next() << 8);
    }

    private static long little(byte[] bytes, int offset) {
        var value = 0L;
        for (var index = 3; index >= 0; index--) {
            value = (value << 8) | (bytes[offset + index] & 0xff);
        }
        return value;
    }
}
