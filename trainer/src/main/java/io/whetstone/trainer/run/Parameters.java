package io.whetstone.trainer.run;

import io.whetstone.trainer.decoder.AdamW;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.decoder.Projection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hyperparameters of a run, all resolved; {@link JobReader} fills what a job leaves out. */
public record Parameters(
        String method,
        int epochs,
        @Nullable Integer maxSteps,
        double learningRate,
        int batchSize,
        int gradientAccumulationSteps,
        int maxLength,
        @Nullable Integer warmupSteps,
        double warmupRatio,
        LearningRateSchedule schedule,
        double weightDecay,
        double adamBeta1,
        double adamBeta2,
        double adamEpsilon,
        double maxGradNorm,
        double evalFraction,
        int evalSteps,
        int evalBatchSize,
        int saveSteps,
        int saveLimit,
        Precision precision,
        boolean gradientCheckpointing,
        int threads,
        Lora lora) {

    /** The adapter's part. */
    public record Lora(int rank, double alpha, double dropout, List<String> targetModules) {
        LoraSettings settings() {
            Set<Projection> targets = EnumSet.noneOf(Projection.class);
            for (String module : targetModules) {
                targets.add(Projection.of(module)
                        .orElseThrow(() -> new IllegalArgumentException("unknown target module " + module)));
            }
            if (targets.isEmpty()) {
                throw new IllegalArgumentException("lora.targetModules is empty");
            }
            return new LoraSettings(rank, alpha, dropout, targets);
        }
    }

    public Parameters {
        require(method.equals("sft"), "method must be sft");
        require(epochs >= 1, "epochs must be at least 1");
        requireCount(maxSteps, 1, "maxSteps must be at least 1");
        require(learningRate > 0 && learningRate <= 1, "learningRate must be in (0, 1]");
        require(batchSize >= 1 && gradientAccumulationSteps >= 1 && evalBatchSize >= 1, "batches cannot be empty");
        require(maxLength >= 2, "maxLength must be at least 2");
        requireCount(warmupSteps, 0, "warmupSteps cannot be negative");
        require(warmupRatio >= 0 && warmupRatio <= 1, "warmupRatio must be in [0, 1]");
        require(weightDecay >= 0 && adamEpsilon > 0 && maxGradNorm >= 0, "an optimizer setting is negative");
        require(isShare(adamBeta1) && isShare(adamBeta2) && isShare(evalFraction), "a share must be in [0, 1)");
        requireIntervals(evalSteps, saveSteps, saveLimit, threads);
    }

    AdamW.Settings optimizer() {
        return new AdamW.Settings(adamBeta1, adamBeta2, adamEpsilon, weightDecay, maxGradNorm);
    }

    /** The learning rate of a step, counted from 0. */
    double learningRateAt(long step, long totalSteps) {
        long warmup = warmupSteps != null ? warmupSteps : (long) Math.ceil(warmupRatio * totalSteps);
        return schedule.at(step, learningRate, warmup, totalSteps);
    }

    private static void requireIntervals(int evalSteps, int saveSteps, int saveLimit, int threads) {
        require(evalSteps >= 1 && saveSteps >= 1 && saveLimit >= 1, "evalSteps, saveSteps and saveLimit start at 1");
        require(threads >= 0, "threads cannot be negative");
    }

    private static void requireCount(@Nullable Integer count, int least, String message) {
        require(count == null || count >= least, message);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value < 1;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
