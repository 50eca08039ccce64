package io.whetstone.dataset.service.internal.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;

/**
 * An uploaded file that can be read as rows any number of times.
 *
 * <p>Gzip is known by its first bytes, whatever the name says; a byte order mark is skipped.
 */
public record SourceFile(Path path, String name, SourceLimits limits) {
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Hands every row to the sink; {@code progress} hears the share of the file that has been read. */
    public void read(RowSink sink, DoubleConsumer progress) throws IOException {
        try (var raw = new MeteredStream(Files.newInputStream(path), Files.size(path), progress);
                var unpacked = unpack(new BufferedInputStream(raw, 1 << 16))) {
            var head = SourceHead.of(unpacked, limits.rowBytes(), name);
            reader(head).read(sink);
            sink.end();
        }
    }

    private RowReader reader(SourceHead head) throws IOException {
        return switch (head.kind()) {
            case JSON_LINES -> new JsonLinesReader(new LineReader(head.stream(), limits.rowBytes()), limits);
            case JSON_DOCUMENT -> new JsonDocumentReader(new StrictReader(head.stream()), limits);
            case CSV -> new CsvReader(new StrictReader(head.stream()), head.separator(), limits);
            case TEXT -> new TextReader(new LineReader(head.stream(), limits.rowBytes()), limits);
        };
    }

    private InputStream unpack(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        if (magic != GZIP_MAGIC) {
            return new GuardedStream(in, limits.unpackedBytes());
        }
        try {
            return new GuardedStream(new GZIPInputStream(in, 1 << 16), limits.unpackedBytes());
        } catch (IOException damaged) {
            throw GuardedStream.damaged();
        }
    }
}
