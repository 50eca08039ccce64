package io.whetstone.dataset.service.internal;

import io.whetstone.task.service.TaskContext;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Tells how far the work on a version is, at most once a second, and ends it when nobody wants it any more. */
final class VersionNews {
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private final VersionJournal journal;
    private final TaskContext context;
    private long last = System.nanoTime();

    VersionNews(VersionJournal journal, TaskContext context) {
        this.journal = journal;
        this.context = context;
    }

    void progress(double fraction) {
        if (context.cancelled()) {
            throw new CancellationException();
        }
        long now = System.nanoTime();
        if (now - last < QUIET_NANOS) {
            return;
        }
        last = now;
        context.progress(fraction, "Reading the file");
        if (!journal.progress(context.subjectId(), fraction)) {
            throw new CancellationException();
        }
    }
}
