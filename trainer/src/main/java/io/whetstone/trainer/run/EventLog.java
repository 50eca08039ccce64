package io.whetstone.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The run's account of itself: one JSON object a line in a file that is the truth, echoed to a pipe that may break.
 * Sequence numbers rise strictly, also over a restart in the same folder.
 */
public final class EventLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL = 1 << 16;

    private final FileChannel file;
    private final PrintStream pipe;
    private final Clock clock;
    private long sequence;

    public EventLog(Path path, PrintStream pipe, Clock clock) throws IOException {
        this.file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.pipe = pipe;
        this.clock = clock;
        this.sequence = lastSequence();
        file.position(file.size());
    }

    /** Writes an event; {@code fill} adds what its type carries. */
    public void write(String type, Consumer<ObjectNode> fill) throws IOException {
        ObjectNode event = JSON.createObjectNode();
        event.put("seq", ++sequence).put("at", clock.instant().toString()).put("type", type);
        fill.accept(event);
        byte[] line = (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        // A print stream notes a broken pipe and stays quiet: the file has the event.
        pipe.write(line, 0, line.length);
        pipe.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The number of the last whole line; what a crash left unfinished behind it is cut off. */
    private long lastSequence() throws IOException {
        long size = file.size();
        long from = Math.max(0, size - TAIL);
        ByteBuffer tail = ByteBuffer.allocate((int) (size - from));
        int read = 0;
        while (read >= 0 && tail.hasRemaining()) {
            read = file.read(tail, from + tail.position());
        }
        String text = new String(tail.array(), StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n') + 1;
        file.truncate(from + end);
        if (end == 0) {
            return 0;
        }
        JsonNode last = JSON.readTree(text.substring(text.lastIndexOf('\n', end - 2) + 1, end));
        return last.path("seq").asLong();
    }
}
