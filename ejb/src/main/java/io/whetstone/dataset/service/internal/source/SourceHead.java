package io.whetstone.dataset.service.internal.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The beginning of a file, from which its kind is told, and the stream to read it from the start. */
record SourceHead(SourceKind kind, char separator, InputStream stream) {
    private static final int BINARY_PROBE = 8192;

    static SourceHead of(InputStream in, int limit, String fileName) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        boolean whole = bytes.length <= limit;
        int start = startOfText(bytes);
        var text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw new SourceException("The file is empty");
        }
        var extension = extension(fileName);
        var kind = KindDetector.of(text, whole, extension);
        var separator = kind == SourceKind.CSV ? KindDetector.separator(text, extension) : ',';
        var rest = new SequenceInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start), in);
        return new SourceHead(kind, separator, rest);
    }

    private static String extension(String fileName) {
        var lower = fileName.toLowerCase(java.util.Locale.ROOT);
        var plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** Where the text begins after a byte order mark; refuses what is no text. */
    private static int startOfText(byte[] bytes) throws SourceException {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            throw new SourceException("The file is UTF-16; save it as UTF-8");
        }
        for (var archive : List.of("PK\u0003\u0004", "PAR1", "%PDF", "(\u00b5/\u00fd", "BZh", "\u00fd7zXZ")) {
            if (new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1).startsWith(archive)) {
                throw new SourceException("The file is an archive or document of a kind that is not read; "
                        + "upload JSON, JSONL, CSV or text, plain or gzip");
            }
        }
        for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
            if (bytes[i] == 0) {
                throw new SourceException("The file is binary; upload JSON, JSONL, CSV or text, plain or gzip");
            }
        }
        return 0;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
