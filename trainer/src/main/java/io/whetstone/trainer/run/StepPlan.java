package io.whetstone.trainer.run;

import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.Example;
import io.whetstone.trainer.data.Examples;
import java.util.ArrayList;
import java.util.List;

/** Which examples each optimizer step sees: each epoch all of them once, in an order that the seed decides. */
final class StepPlan {
    private final List<Example> examples;
    private final Parameters parameters;
    private final long seed;
    private final int perStep;
    private int epoch = -1;
    private int[] order = {};

    StepPlan(List<Example> examples, Parameters parameters, long seed) {
        this.examples = examples;
        this.parameters = parameters;
        this.seed = seed;
        this.perStep = parameters.batchSize() * parameters.gradientAccumulationSteps();
    }

    int stepsPerEpoch() {
        return (examples.size() + perStep - 1) / perStep;
    }

    int totalSteps() {
        long all = (long) stepsPerEpoch() * parameters.epochs();
        Integer most = parameters.maxSteps();
        return Math.toIntExact(most == null ? all : Math.min(all, most));
    }

    long tokensPerEpoch() {
        return examples.stream().mapToLong(Example::length).sum();
    }

    /** The batches of a step, counted from 0; the last step of an epoch may have fewer examples. */
    List<Batch> batches(int step) {
        if (step / stepsPerEpoch() != epoch) {
            epoch = step / stepsPerEpoch();
            order = Examples.order(examples.size(), seed, epoch);
        }
        int from = step % stepsPerEpoch() * perStep;
        int to = Math.min(examples.size(), from + perStep);
        List<Example> chosen = new ArrayList<>();
        for (int i = from; i < to; i++) {
            chosen.add(examples.get(order[i]));
        }
        return cut(chosen, parameters.batchSize(), parameters.lora().dropout() == 0);
    }

    /**
     * Cuts examples into batches.
     *
     * @param share dropout treats each row for itself, so only without it a beginning may be computed once
     */
    static List<Batch> cut(List<Example> examples, int size, boolean share) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < examples.size(); i += size) {
            batches.add(Batch.of(examples.subList(i, Math.min(examples.size(), i + size)), share));
        }
        return batches;
    }
}
