package io.whetstone.chat.service.internal;

import io.whetstone.apikey.service.KeyUse;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A stream of a runner without the comments in which it says how many tokens were used so far. The last one counts,
 * whether the stream came to its end, was given up before or broke off.
 */
abstract sealed class CountedBody extends FilterInputStream permits CountedStream, CountedDocument {
    private static final Pattern USAGE = Pattern.compile(": usage (\\d+) (\\d+)\\s*");
    private static final int BUFFER = 8192;
    private static final int LONGEST_COMMENT = 64;

    private final KeyUse use;
    private final byte[] read = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] ready = new byte[0];
    private int position;

    CountedBody(InputStream body, KeyUse use) {
        super(body);
        this.use = use;
    }

    /** What is passed on of a line, its end included. */
    abstract byte[] passed(byte[] line);

    /** What is passed on in the place of a comment about usage. */
    abstract byte[] insteadOfUsage();

    /** Hears that nothing comes any more, and may object. */
    abstract void end() throws IOException;

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == ready.length) {
            if (!fill()) {
                use.close();
                end();
                return -1;
            }
        }
        var given = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, given);
        position += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            use.close();
        }
    }

    /** Takes what has come; false at the end. What is left of a line waits for the rest of it. */
    private boolean fill() throws IOException {
        var came = in.read(read);
        var passed = new ByteArrayOutputStream();
        for (var i = 0; i < came; i++) {
            line.write(read[i]);
            if (read[i] == '\n') {
                pass(passed);
            }
        }
        if (came < 0) {
            pass(passed);
        }
        ready = passed.toByteArray();
        position = 0;
        return came >= 0 || ready.length > 0;
    }

    private void pass(ByteArrayOutputStream passed) {
        var matcher = USAGE.matcher(line.size() > LONGEST_COMMENT ? "" : line.toString(StandardCharsets.US_ASCII));
        if (matcher.matches()) {
            use.used(Long.parseLong(matcher.group(1)) + Long.parseLong(matcher.group(2)));
            passed.writeBytes(insteadOfUsage());
        } else {
            passed.writeBytes(passed(line.toByteArray()));
        }
        line.reset();
    }
}
