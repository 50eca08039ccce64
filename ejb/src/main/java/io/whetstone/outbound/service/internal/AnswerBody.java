package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.Outcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * The body of an answer as it arrives: bounded in size, packed and unpacked, and in time. Closed before its end, it
 * ends the connection instead of reading on.
 */
class AnswerBody extends InputStream {
    private final Exchange exchange;
    private final ClassicHttpResponse response;

    private final InputStream in;
    private long left;
    private volatile boolean over;

    AnswerBody(Exchange exchange, ClassicHttpResponse response, InputStream in, boolean packed) {
        this.exchange = exchange;
        this.response = response;
        this.left = exchange.request().limits().maxBytes();
        this.in = packed ? new Gunzip(new Packed(in, left)) : in;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (over || length == 0) {
            requireUncancelled();
            return over ? -1 : 0;
        }
        var count = receive(bytes, offset, length);
        requireUncancelled();
        if (count < 0) {
            over = true;
            exchange.finish();
            exchange.drop(response);
            return count;
        }
        left -= count;
        if (left < 0) {
            throw failed(exchange.fail(Outcome.TOO_LARGE));
        }
        return count;
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            exchange.finish();
            exchange.watch().giveUp();
            exchange.drop(response);
        }
    }

    private int receive(byte[] bytes, int offset, int length) throws IOException {
        exchange.watch().read();
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failure) {
            throw failed(exchange.fail(failure));
        } finally {
            exchange.watch().came();
        }
    }

    private void requireUncancelled() throws IOException {
        if (exchange.watch().outcome() != null) {
            throw failed(exchange.fail(new Watch.EndedException()));
        }
    }

    private IOException failed(IOException failure) {
        over = true;
        exchange.drop(response);
        return failure;
    }

    /** What is packed is bounded too: it may unpack to nothing. */
    private final class Packed extends FilterInputStream {
        private long most;

        Packed(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = in.read(bytes, offset, length);
            most -= Math.max(0, count);
            if (most < 0) {
                throw exchange.fail(Outcome.TOO_LARGE);
            }
            return count;
        }
    }
}
