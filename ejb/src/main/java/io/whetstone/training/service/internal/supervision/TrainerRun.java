package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.service.Json;
import io.whetstone.training.entity.JobError;
import io.whetstone.training.service.internal.LineReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one trainer until it has ended: stores what it writes, passes the wish to stop on, notices when it hangs
 * or dies. It keeps nothing that is not in the job's row, so another server can go on from any moment.
 */
class TrainerRun {
    private static final Logger LOGGER = System.getLogger(TrainerRun.class.getName());
    private static final ObjectMapper JSON = Json.mapper();
    private static final int TAIL_LINES = 40;
    private static final int MAX_UNREADABLE = 5;

    private final TrainingQueue.Held job;
    private final JobFolder folder;
    private final TrainerProcess process;
    private final Desk desk;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopWanted;
    private volatile boolean abandoned;
    private long eventOffset;
    private long logOffset;
    private int unreadable;
    private long pulsedAt;
    private long shownAt;
    private long stopAskedAt;
    private @Nullable JobError verdict;

    /** Where a run reports to, and how it is paced. Times are in milliseconds. */
    record Desk(TrainingRecorder recorder, TrainingQueue queue, String node, Pace pace) {}

    /** How often things happen. Times are in milliseconds. */
    record Pace(long poll, long pulse, long show, long cancelGrace, long stall) {}

    TrainerRun(TrainingQueue.Held job, JobFolder folder, TrainerProcess process, Desk desk) {
        this.job = job;
        this.folder = folder;
        this.process = process;
        this.desk = desk;
        this.eventOffset = job.eventOffset();
        this.logOffset = job.logOffset();
    }

    /** Somebody wants the job to end: the trainer is asked at once. */
    void stop() {
        stopWanted = true;
        wake.release();
    }

    /** Leaves the trainer to the next server. */
    void abandon() {
        abandoned = true;
        wake.release();
    }

    /** Returns when the job has its outcome, or when the run was abandoned. */
    void run() throws InterruptedException {
        while (!abandoned) {
            if (round()) {
                return;
            }
            if (wake.tryAcquire(desk.pace().poll(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        }
    }

    /** One look at the trainer; true when the job has ended. The database may be away: then the round comes again. */
    private boolean round() throws InterruptedException {
        try {
            var ended = !process.isAlive();
            process.drain();
            var part = read();
            if (part != null) {
                var status = desk.recorder().record(job.jobId(), part);
                moved(part);
                return status.isFinal();
            }
            if (ended) {
                desk.queue().gone(job.jobId(), verdict == null ? died() : verdict);
                return true;
            }
            return tend();
        } catch (IOException | RuntimeException failure) {
            LOGGER.log(Level.WARNING, "training.round_failed id=" + job.jobId(), failure);
            TimeUnit.SECONDS.sleep(1);
            return false;
        }
    }

    /** What the trainer has written since; null when it is nothing. */
    private @Nullable Batch read() throws IOException {
        var events = LineReader.read(folder.events(), eventOffset);
        var log = LineReader.read(folder.log(), logOffset);
        if (events.next() == eventOffset && log.next() == logOffset) {
            return null;
        }
        var parsed = new ArrayList<JsonNode>();
        for (var line : events.lines()) {
            parse(line, parsed);
        }
        var failed =
                parsed.stream().anyMatch(event -> event.path("type").asText().equals("failed"));
        return new Batch(parsed, events.next(), log.lines(), log.next(), isTimeToShow(parsed), failed ? tail() : null);
    }

    /** A line that is no event is left out: one torn line must not cost the whole run. */
    private void parse(String line, List<JsonNode> events) {
        try {
            var event = JSON.readTree(line);
            if (event.isObject() && event.path("seq").isIntegralNumber()) {
                unreadable = 0;
                events.add(event);
                return;
            }
        } catch (JsonProcessingException garbage) {
            LOGGER.log(Level.DEBUG, "training.garbage", garbage);
        }
        unreadable++;
        LOGGER.log(Level.WARNING, "training.unreadable_event id={0} in_a_row={1}", job.jobId(), unreadable);
        if (unreadable == MAX_UNREADABLE) {
            condemn("unreadable_events", "The trainer wrote %d lines that are no events".formatted(MAX_UNREADABLE));
        }
    }

    private boolean isTimeToShow(List<JsonNode> events) {
        if (events.isEmpty() || millis() - shownAt < desk.pace().show()) {
            return false;
        }
        shownAt = millis();
        return true;
    }

    /** Only what is stored counts as read. */
    private void moved(Batch part) {
        eventOffset = part.eventOffset();
        logOffset = part.logOffset();
    }

    /** The duties that do not wait for news: the claim, the wish to stop, the patience. */
    private boolean tend() throws IOException {
        if (millis() - pulsedAt >= desk.pace().pulse()) {
            pulsedAt = millis();
            var pulse = desk.queue().renew(job.jobId(), desk.node());
            if (!pulse.held()) {
                return true;
            }
            stopWanted |= pulse.cancelRequested();
            requireProgress(pulse.quiet().toMillis());
        }
        if (stopWanted) {
            askToStop();
        }
        return false;
    }

    private void askToStop() throws IOException {
        if (stopAskedAt == 0) {
            stopAskedAt = millis();
            folder.askToStop();
        } else if (millis() - stopAskedAt > desk.pace().cancelGrace()) {
            LOGGER.log(Level.WARNING, "training.killed id={0} reason=ignores_cancel", job.jobId());
            process.kill();
        }
    }

    private void requireProgress(long silentMillis) {
        if (silentMillis > desk.pace().stall()) {
            condemn("stalled", "The trainer reported nothing for %d minutes".formatted(silentMillis / 60_000));
        }
    }

    private void condemn(String code, String message) {
        verdict = new JobError(code, message, tail());
        process.kill();
    }

    private JobError died() {
        return new JobError(
                "crashed",
                "The trainer process ended without a result; it may have been killed or have run out of memory",
                tail());
    }

    private String tail() {
        try {
            var lines = new ArrayList<>(LineReader.tail(folder.log(), TAIL_LINES));
            lines.addAll(LineReader.tail(folder.errors(), TAIL_LINES));
            return String.join("\n", lines);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
