package io.whetstone.trainer.run;

import ai.djl.ndarray.NDManager;
import io.whetstone.formats.AtomicFile;
import io.whetstone.trainer.decoder.DecoderShape;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.torch.Processor;
import io.whetstone.trainer.torch.Torch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One job folder worked through: {@code job.json} in, {@code events.jsonl}, checkpoints and the adapter out. However
 * it ends, the last event says how.
 */
public final class TrainingRun {
    private final Path folder;
    private final EventLog events;
    private final RunLog log;
    private final Phases phases;
    private final StopRequest stop;
    private @Nullable TrainingLoop loop;

    private TrainingRun(Path folder, EventLog events, RunLog log) {
        this.folder = folder;
        this.events = events;
        this.log = log;
        this.phases = new Phases(events);
        this.stop = new StopRequest(folder.resolve("cancel"));
    }

    /** Runs to an end of any kind and returns the exit status: 0 finished or cancelled, 1 failed. */
    public static int run(Path folder, PrintStream pipe, Clock clock) throws IOException {
        Path home = folder.toAbsolutePath();
        try (EventLog events = new EventLog(home.resolve("events.jsonl"), pipe, clock);
                RunLog log = new RunLog(home.resolve("trainer.log"), clock)) {
            return new TrainingRun(home, events, log).guarded();
        }
    }

    /** The outermost frame: whatever is thrown becomes the run's last event. */
    @SuppressWarnings("CatchingUnchecked")
    private int guarded() throws IOException {
        try {
            writePid();
            work();
            return 0;
        } catch (CancelledException e) {
            cancelled();
            return 0;
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            failed(e);
            return 1;
        }
    }

    private void work() throws IOException {
        Job job = JobReader.read(folder.resolve("job.json"));
        job.parameters().lora().settings();
        phases.enter(Phase.LOADING_MODEL);
        DecoderShape shape = DecoderShape.read(Path.of(job.model().path()));
        phases.enter(Phase.TOKENIZING);
        RunData data = RunData.read(job, shape.context(), stop);
        phases.enter(Phase.LOADING_MODEL);
        stop.check();
        try (NDManager manager = Torch.open(job.parameters().threads());
                Preparation ready = Preparation.load(job, manager, data)) {
            train(ready);
        }
    }

    private void train(Preparation ready) throws IOException {
        Reporter reporter = new Reporter(events, log, ready.plan().totalSteps());
        reporter.started(ready);
        if (ready.job().parameters().precision() == Precision.BF16 && !Processor.hasHalfPrecision()) {
            log.line("warning: this processor has no BF16 arithmetic, F32 would be many times faster");
        }
        Checkpoints checkpoints = new Checkpoints(
                folder.resolve("checkpoints"), ready.job().parameters().saveLimit());
        String resumed = ready.job().resumeFrom();
        if (resumed != null) {
            checkpoints.adopt(Path.of(resumed), ready.progress());
        }
        TrainingLoop training = new TrainingLoop(ready, checkpoints, reporter, phases, stop);
        loop = training;
        Progress done;
        try {
            done = training.run();
        } catch (CancelledException e) {
            cancelled(training);
            return;
        }
        Path adapter = Path.of(ready.job().output());
        write(adapter, ready, checkpoints.best(done));
        reporter.finished(done, adapter, ready.data().systemPrompt());
    }

    /** The result is the adapter with the lowest evaluation loss, or the last one where nothing was evaluated. */
    private void write(Path adapter, Preparation ready, @Nullable Path best) throws IOException {
        if (best == null) {
            PeftFolder.write(adapter, ready.adapter(), ready.job().model().path());
        } else {
            PeftFolder.copy(best, adapter);
            log.line("the adapter is that of " + best.getFileName() + ", which has the lowest evaluation loss");
        }
    }

    private void cancelled(TrainingLoop training) throws IOException {
        Path checkpoint = training.save();
        events.write(
                "cancelled",
                event -> event.put("step", training.progress().step()).put("checkpoint", checkpoint.toString()));
        log.line("cancelled after step " + training.progress().step());
    }

    private void cancelled() throws IOException {
        events.write("cancelled", event -> event.put("step", 0).putNull("checkpoint"));
        log.line("cancelled before training began");
    }

    private void failed(Throwable thrown) throws IOException {
        Failure failure = Failure.of(thrown, phases.isLoading());
        Integer step = loop == null ? null : (Integer) loop.progress().step();
        log.line("failed: " + failure.code().label() + ": " + failure.message());
        log.trace(thrown);
        events.write(
                "failed",
                event -> event.put("code", failure.code().label())
                        .put("message", failure.message())
                        .put("step", step));
    }

    private void writePid() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        AtomicFile.write(
                folder.resolve("trainer.pid"), (self.pid() + " " + started).getBytes(StandardCharsets.US_ASCII));
    }
}
