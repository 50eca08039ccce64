package io.whetstone.trainer.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says what happens, once for programs and once for people. */
final class Reporter {
    private final EventLog events;
    private final RunLog log;
    private final int totalSteps;
    private double pace;

    Reporter(EventLog events, RunLog log, int totalSteps) {
        this.events = events;
        this.log = log;
        this.totalSteps = totalSteps;
    }

    /** What one optimizer step did. */
    record Step(double epoch, double learningRate, double norm, int tokens, int samples, double seconds) {}

    void started(Preparation ready) throws IOException {
        Parameters parameters = ready.job().parameters();
        long trainable = ready.adapter().settings().parameters(ready.decoder().shape());
        events.write(
                "started",
                event -> event.put("pid", ProcessHandle.current().pid())
                        .put("totalSteps", totalSteps)
                        .put("totalEpochs", parameters.epochs())
                        .put("trainExamples", ready.data().train().size())
                        .put("evalExamples", ready.data().evaluation().size())
                        .put("trainableParameters", trainable)
                        .put("totalParameters", ready.decoder().shape().parameters() + trainable)
                        .put("tokensPerEpoch", ready.plan().tokensPerEpoch())
                        .put("truncatedExamples", ready.data().truncated()));
        log.line("training %d steps on %d examples, %d trainable parameters, %d truncated and %d dropped examples"
                .formatted(
                        totalSteps,
                        ready.data().train().size(),
                        trainable,
                        ready.data().truncated(),
                        ready.data().dropped()));
    }

    void step(Progress progress, Step step) throws IOException {
        pace = pace == 0 ? step.seconds() : 0.9 * pace + 0.1 * step.seconds();
        long memory = residentBytes();
        events.write(
                "step",
                event -> event.put("step", progress.step())
                        .put("epoch", step.epoch())
                        .put("loss", progress.loss())
                        .put("learningRate", step.learningRate())
                        .put("gradNorm", step.norm())
                        .put("tokens", step.tokens())
                        .put("totalTokens", progress.totalTokens())
                        .put("samples", step.samples())
                        .put("tokensPerSecond", step.tokens() / step.seconds())
                        .put("samplesPerSecond", step.samples() / step.seconds())
                        .put("stepSeconds", step.seconds())
                        .put("memoryBytes", memory)
                        .put("etaSeconds", pace * (totalSteps - progress.step())));
        log.line(String.format(
                Locale.ROOT,
                "step %d/%d loss %.4f norm %.3f rate %.2e %.0f tokens/s",
                progress.step(),
                totalSteps,
                progress.loss(),
                step.norm(),
                step.learningRate(),
                step.tokens() / step.seconds()));
    }

    void evaluated(Progress progress, long tokens) throws IOException {
        events.write(
                "eval",
                event -> event.put("step", progress.step())
                        .put("loss", progress.evalLoss())
                        .put("tokens", tokens));
        log.line("evaluation after step %d: loss %.4f".formatted(progress.step(), progress.evalLoss()));
    }

    void saved(Progress progress, Path checkpoint) throws IOException {
        long size = Checkpoints.size(checkpoint);
        events.write(
                "checkpoint",
                event -> event.put("step", progress.step())
                        .put("path", checkpoint.toString())
                        .put("loss", progress.loss())
                        .put("evalLoss", progress.evalLossHere())
                        .put("sizeBytes", size));
        log.line("checkpoint " + checkpoint.getFileName());
    }

    void removed(Path checkpoint) throws IOException {
        events.write("checkpoint_removed", event -> event.put("path", checkpoint.toString()));
    }

    void finished(Progress progress, Path adapter, String systemPrompt) throws IOException {
        events.write(
                "finished",
                event -> event.put("steps", progress.step())
                        .put("loss", progress.loss())
                        .put("evalLoss", progress.evalLoss())
                        .put("bestEvalLoss", progress.bestEvalLoss())
                        .put("bestStep", progress.bestStep())
                        .put("seconds", progress.seconds())
                        .put("adapter", adapter.toString())
                        .put("systemPrompt", systemPrompt));
        log.line(String.format(Locale.ROOT, "finished after %.1f s of training", progress.seconds()));
    }

    /** Resident memory of this process; 0 where the system does not tell. */
    static long residentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
