package io.whetstone.training.service.internal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads a file that another process appends to, whole lines only. */
public class LineReader {
    private static final int MAX_BYTES = 1 << 20;

    private LineReader() {}

    /** Lines, and the byte at which the next one begins. */
    public record Part(List<String> lines, long next) {}

    /** The whole lines from a byte on; none while the file is not there. Bytes that are no UTF-8 are replaced. */
    public static Part read(Path file, long from) throws IOException {
        if (!Files.exists(file)) {
            return new Part(List.of(), from);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.min(from, channel.size()));
            return lines(Channels.newInputStream(channel).readNBytes(MAX_BYTES), from);
        }
    }

    /** A line longer than a whole reading is taken as it is: nothing that we wait for is so long. */
    private static Part lines(byte[] bytes, long from) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        var whole = end == 0 && bytes.length == MAX_BYTES ? MAX_BYTES : end;
        var text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        return new Part(text.lines().toList(), from + whole);
    }

    /** The last lines of a file, for a report. */
    public static List<String> tail(Path file, int count) throws IOException {
        var size = Files.exists(file) ? Files.size(file) : 0;
        var lines = read(file, Math.max(0, size - (64 << 10))).lines();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
