package io.whetstone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how far a download is that another program makes, by the size of what grows under a folder. */
final class Meter implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    private static final int STEP_PERCENT = 20;

    private final Path folder;
    private final long expected;
    private final Progress progress;
    private final Thread thread;

    private Meter(Path folder, long expected, Progress progress) {
        this.folder = folder;
        this.expected = expected;
        this.progress = progress;
        this.thread = new Thread(this::run, "whetstone-meter");
        thread.setDaemon(true);
    }

    static Meter watch(Path folder, long expected, Progress progress) {
        return new Meter(folder, expected, progress);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        long told = 0;
        while (!Thread.currentThread().isInterrupted()) {
            long percent = Math.min(99, size() * 100 / expected);
            if (percent >= told + STEP_PERCENT) {
                told = percent - percent % STEP_PERCENT;
                progress.step("Starter model: %d %%".formatted(told));
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    /** The largest file, since a client may keep the same bytes twice for a moment. */
    private long size() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(Meter::length)
                    .max()
                    .orElse(0);
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return 0;
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException movedMeanwhile) {
            return 0;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
