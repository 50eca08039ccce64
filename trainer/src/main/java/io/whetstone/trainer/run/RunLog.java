package io.whetstone.trainer.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The log that people read: {@code trainer.log}. Never holds what examples say. */
public final class RunLog implements AutoCloseable {
    private final PrintWriter out;
    private final Clock clock;

    public RunLog(Path file, Clock clock) throws IOException {
        Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.out = new PrintWriter(writer);
        this.clock = clock;
    }

    public void line(String text) {
        out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + text);
        out.flush();
    }

    /** A failure with its trace. */
    public void trace(Throwable failure) {
        failure.printStackTrace(out);
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
