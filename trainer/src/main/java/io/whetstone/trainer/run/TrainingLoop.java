package io.whetstone.trainer.run;

import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.decoder.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Steps through the plan: gather gradients, move the adapter, evaluate, save. What it does at a step depends on the
 * job, the step's number and the saved state alone, so a resumed run repeats an uninterrupted one bit for bit.
 */
final class TrainingLoop {
    private final Preparation ready;
    private final Parameters parameters;
    private final Learner learner;
    private final Checkpoints checkpoints;
    private final Reporter reporter;
    private final Phases phases;
    private final StopRequest stop;
    private final int totalSteps;
    private Progress progress;
    private boolean saved;

    TrainingLoop(Preparation ready, Checkpoints checkpoints, Reporter reporter, Phases phases, StopRequest stop) {
        this.ready = ready;
        this.parameters = ready.job().parameters();
        this.learner =
                new Learner(ready.manager(), ready.decoder(), ready.adapter(), parameters.gradientCheckpointing());
        this.checkpoints = checkpoints;
        this.reporter = reporter;
        this.phases = phases;
        this.stop = stop;
        this.totalSteps = ready.plan().totalSteps();
        this.progress = ready.progress();
    }

    /** Runs to the last step. */
    Progress run() throws IOException {
        phases.enter(Phase.TRAINING);
        while (progress.step() < totalSteps) {
            step();
            saved = false;
            boolean last = progress.step() == totalSteps;
            if (!ready.data().evaluation().isEmpty() && (last || progress.step() % parameters.evalSteps() == 0)) {
                evaluate();
            }
            if (last || isBest() || progress.step() % parameters.saveSteps() == 0) {
                save();
            }
        }
        return progress;
    }

    Progress progress() {
        return progress;
    }

    private boolean isBest() {
        Integer best = progress.bestStep();
        return best != null && best == progress.step();
    }

    /** Saves the last whole step, unless it has been. */
    Path save() throws IOException {
        phases.enter(Phase.SAVING);
        Path path = checkpoints.save(progress, ready);
        if (!saved) {
            reporter.saved(progress, path);
            saved = true;
        }
        for (Path removed : checkpoints.prune()) {
            reporter.removed(removed);
        }
        phases.enter(Phase.TRAINING);
        return path;
    }

    private void step() throws IOException {
        long start = System.nanoTime();
        int step = progress.step();
        List<Batch> batches = ready.plan().batches(step);
        long targets = batches.stream().mapToLong(b -> b.targets().length).sum();
        double sum = 0;
        for (int i = 0; i < batches.size(); i++) {
            stop.check();
            sum += learner.learn(batches.get(i), targets, dropoutSeed(step, i));
            requireFinite(sum, "loss", step);
        }
        stop.check();
        double norm = ready.optimizer().norm();
        requireFinite(norm, "gradient", step);
        double rate = parameters.learningRateAt(step, totalSteps);
        ready.optimizer().update(rate, norm);
        int tokens = batches.stream().mapToInt(Batch::tokens).sum();
        int samples = batches.stream().mapToInt(Batch::samples).sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        progress = progress.stepped(sum / targets, tokens, seconds);
        double epoch = (double) progress.step() / ready.plan().stepsPerEpoch();
        reporter.step(progress, new Reporter.Step(epoch, rate, norm, tokens, samples, seconds));
    }

    private void evaluate() throws IOException {
        phases.enter(Phase.EVALUATING);
        long start = System.nanoTime();
        double sum = 0;
        long targets = 0;
        for (Batch batch : StepPlan.cut(ready.data().evaluation(), parameters.evalBatchSize(), true)) {
            stop.check();
            sum += learner.evaluate(batch);
            targets += batch.targets().length;
        }
        progress = progress.evaluated(sum / targets, (System.nanoTime() - start) / 1e9);
        reporter.evaluated(progress, targets);
        phases.enter(Phase.TRAINING);
    }

    private long dropoutSeed(int step, int batch) {
        return ((ready.job().seed() * 1_000_003 + step) * 10_007 + batch) * 1_000;
    }

    private static void requireFinite(double value, String what, int step) {
        if (!Double.isFinite(value)) {
            throw new DivergedException("the " + what + " of step " + (step + 1)
                    + " is not a number any more; a smaller learning rate may help");
        }
    }
}
