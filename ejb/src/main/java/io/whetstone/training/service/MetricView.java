package io.whetstone.training.service;

import io.whetstone.training.entity.TrainingMetric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was measured at one step. {@code perplexity} is that of the evaluation. */
public record MetricView(
        int step,
        double epoch,
        @Nullable Double trainLoss,
        @Nullable Double evalLoss,
        @Nullable Double learningRate,
        @Nullable Double gradNorm,
        @Nullable Double perplexity,
        @Nullable Double trainPerplexity,
        @Nullable Double samplesPerSecond,
        @Nullable Double tokensPerSecond,
        @Nullable Long memoryBytes,
        Instant at) {

    public static MetricView of(TrainingMetric metric) {
        return new MetricView(
                metric.step(),
                metric.epoch(),
                metric.trainLoss(),
                metric.evalLoss(),
                metric.learningRate(),
                metric.gradNorm(),
                finite(metric.perplexity()),
                finite(metric.trainPerplexity()),
                metric.samplesPerSecond(),
                metric.tokensPerSecond(),
                metric.memoryBytes(),
                metric.at());
    }

    /** JSON has no infinity: the perplexity of a diverged run is left out. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
