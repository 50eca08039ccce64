package io.whetstone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;

/** {@code whetstone logs [-f]}: the last lines of the server's log in a form for people, and what follows. */
final class Logs {
    private static final int SHOWN = 200;
    private static final long PAUSE_MILLIS = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final PrintStream out;

    Logs(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    int show(boolean follow) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            throw new Refusal("There is no log yet at %s.".formatted(file));
        }
        var reader = Files.newBufferedReader(file);
        var last = new ArrayDeque<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            last.addLast(line);
            if (last.size() > SHOWN) {
                last.removeFirst();
            }
        }
        last.forEach(line -> out.println(readable(line)));
        if (follow) {
            follow(reader);
        }
        reader.close();
        return 0;
    }

    /** Ends with the process; a file that was rotated away is followed into its successor. */
    private void follow(BufferedReader first) throws IOException, InterruptedException {
        var reader = first;
        var key = key();
        while (!Thread.currentThread().isInterrupted()) {
            var line = reader.readLine();
            if (line != null) {
                out.println(readable(line));
            } else if (Files.exists(file) && !key.equals(key())) {
                reader.close();
                reader = Files.newBufferedReader(file);
                key = key();
            } else {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private Object key() throws IOException {
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    String readable(String line) {
        try {
            var record = json.readTree(line);
            if (!record.isObject()) {
                return line;
            }
            var text = "%s %-7s %s"
                    .formatted(
                            record.path("at").asText(),
                            record.path("level").asText(),
                            record.path("message").asText().strip());
            return record.has("exception")
                    ? text + "\n" + record.path("exception").asText().strip()
                    : text;
        } catch (JsonProcessingException notOurs) {
            return line;
        }
    }
}
