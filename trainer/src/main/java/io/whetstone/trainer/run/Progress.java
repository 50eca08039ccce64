package io.whetstone.trainer.run;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come; with the adapter and the optimizer's moments it is all that a later process needs to go on
 * exactly as this one would have.
 *
 * @param step optimizer steps done
 * @param loss of the last step, null before the first
 * @param evalLoss of the latest evaluation, null before the first
 * @param evalStep the step after which that evaluation ran
 * @param totalTokens tokens trained on so far
 * @param seconds spent so far, over all processes of the run
 */
record Progress(
        int step,
        @Nullable Double loss,
        @Nullable Double evalLoss,
        @Nullable Integer evalStep,
        @Nullable Double bestEvalLoss,
        @Nullable Integer bestStep,
        long totalTokens,
        double seconds) {

    static Progress start() {
        return new Progress(0, null, null, null, null, null, 0, 0);
    }

    Progress stepped(double newLoss, long tokens, double newSeconds) {
        return new Progress(
                step + 1,
                newLoss,
                evalLoss,
                evalStep,
                bestEvalLoss,
                bestStep,
                totalTokens + tokens,
                seconds + newSeconds);
    }

    Progress evaluated(double newEvalLoss, double newSeconds) {
        boolean better = bestEvalLoss == null || newEvalLoss < bestEvalLoss;
        return new Progress(
                step,
                loss,
                newEvalLoss,
                step,
                better ? (Double) newEvalLoss : bestEvalLoss,
                better ? (Integer) step : bestStep,
                totalTokens,
                seconds + newSeconds);
    }

    /** The evaluation of exactly this step, if there was one. */
    @Nullable
    Double evalLossHere() {
        return evalStep != null && evalStep == step ? evalLoss : null;
    }
}
