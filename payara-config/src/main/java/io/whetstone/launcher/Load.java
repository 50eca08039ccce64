package io.whetstone.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A load generator that costs little itself: so many kept-open connections, each sending the same GET as soon as the
 * answer before has come; it ends by time or by count, whichever is first.
 */
final class Load {
    /** A busy machine compiles late: so many requests, for which it gets this long. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final long WARM = 100_000;
    static final Duration MEASURED = Duration.ofSeconds(6);
    private static final int CONNECTIONS = 32;
    private static final long MOST = 500_000;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final String host;
    private final int port;
    private final byte[] request;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile String firstFailure = "";
    private volatile long most = MOST;

    Load(String host, int port, String path, String token) {
        this.host = host;
        this.port = port;
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        this.request = "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: */*\r\n%s\r\n"
                .formatted(path, host, port, authorization)
                .getBytes(StandardCharsets.US_ASCII);
    }

    record Result(long answered, long failed, double perSecond, String firstFailure) {}

    void warmUp() throws InterruptedException {
        run(WARM_UP, WARM);
    }

    Result run(Duration length) throws InterruptedException {
        return run(length, MOST);
    }

    private Result run(Duration length, long count) throws InterruptedException {
        most = count;
        answered.set(0);
        failed.set(0);
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        var threads = new ArrayList<Thread>();
        for (int index = 0; index < CONNECTIONS; index++) {
            var thread = new Thread(() -> connection(end), "whetstone-load-" + index);
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Result(answered.get(), failed.get(), answered.get() / seconds, firstFailure);
    }

    private void connection(long end) {
        while (System.nanoTime() < end && answered.get() < most && failed.get() < CONNECTIONS) {
            try (var socket = new Socket(host, port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                exchange(socket, new BufferedInputStream(socket.getInputStream(), 8192), end);
            } catch (IOException failure) {
                firstFailure = failure.toString();
                failed.incrementAndGet();
            }
        }
    }

    /** Until the time is over or the server closes the connection, as it does after some hundred requests. */
    private void exchange(Socket socket, InputStream in, long end) throws IOException {
        boolean open = true;
        while (open && System.nanoTime() < end && answered.get() < most) {
            socket.getOutputStream().write(request);
            open = Answer.read(in);
            answered.incrementAndGet();
        }
    }

    /** Reads one answer with a length or in chunks. */
    static final class Answer {
        private Answer() {}

        /** Tells whether the connection stays open after it. */
        static boolean read(InputStream in) throws IOException {
            var status = line(in);
            if (!status.contains(" 200 ")) {
                throw new IOException("answered \"" + status + "\"");
            }
            long length = -1;
            boolean chunked = false;
            boolean open = true;
            for (var header = line(in); !header.isEmpty(); header = line(in)) {
                var lower = header.toLowerCase(Locale.ROOT);
                length = lower.startsWith("content-length:")
                        ? Long.parseLong(lower.substring(15).strip())
                        : length;
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                open &= !lower.equals("connection: close");
            }
            if (chunked) {
                chunks(in);
            } else {
                in.skipNBytes(Math.max(0, length));
            }
            return open;
        }

        private static void chunks(InputStream in) throws IOException {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        }

        private static int chunk(InputStream in) throws IOException {
            return Integer.parseInt(line(in).strip(), 16);
        }

        private static String line(InputStream in) throws IOException {
            var text = new StringBuilder(64);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the server closed the connection");
                }
                if (next != '\r') {
                    text.append((char) next);
                }
            }
            return text.toString();
        }
    }
}
