package io.whetstone.training.service.internal.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * Foretells the memory and time of a run from sizes alone.
 *
 * <p>Memory, in bytes: base weights (4 a parameter, 2 in bf16), adapters (16 a parameter: value, gradient and the two
 * moments of AdamW), what the backward pass needs of each token and layer ({@code 9·hidden + 4·keys + 4·intermediate}
 * floats; with checkpointing one hidden state a layer and one layer in full), the logits of one chunk of 128 positions
 * three times over, and a fixed share for the virtual machine and libtorch. Checked against measured runs of a
 * decoder of 135 million parameters (batch 4 × 256): 2.2 GB measured, 2.3 GB foretold; with checkpointing 1.0 GB and
 * 1.1 GB.
 *
 * <p>Time: a token costs two floating-point operations a parameter forwards and two backwards, as the base's weights
 * get no gradient; a core gives about 55 of them a nanosecond. Speeds measured on former jobs take precedence.
 */
public class Estimator {
    private static final long FLOAT = 4;
    private static final long FIXED = 420L << 20;
    private static final long LOGIT_CHUNK = 128;
    private static final double OPERATIONS_PER_TOKEN = 4;
    private static final double CORE_SPEED = 55e9;

    private Estimator() {}

    /** What decides a run. {@code length} is that of the longest example kept, in tokens. */
    public record Plan(
            ModelShape shape, long parameters, long examples, double meanTokens, long length, JsonNode given) {
        long number(String name) {
            return given.path(name).asLong();
        }
    }

    public static long memoryBytes(Plan plan) {
        var shape = plan.shape();
        var tokens = plan.number("batchSize") * plan.length();
        var perLayer = 9 * shape.hidden() + 4 * shape.keys() + 4 * shape.intermediate();
        var kept = plan.given().path("gradientCheckpointing").asBoolean()
                ? shape.layers() * shape.hidden() + perLayer
                : shape.layers() * perLayer;
        var weights = plan.parameters() * (isHalf(plan) ? 2 : FLOAT);
        var activations = tokens * kept * (isHalf(plan) ? 2 : FLOAT);
        var logits = 3 * LOGIT_CHUNK * shape.vocabulary() * FLOAT;
        return FIXED + weights + 4 * FLOAT * adapterParameters(plan) + activations + logits;
    }

    static long adapterParameters(Plan plan) {
        var lora = plan.given().path("lora");
        var width = StreamSupport.stream(lora.path("targetModules").spliterator(), false)
                .mapToLong(module -> plan.shape().adapterWidth(module.asText()))
                .sum();
        return lora.path("rank").asLong() * width * plan.shape().layers();
    }

    /** Optimizer steps of the whole run. */
    public static int steps(Plan plan) {
        var batches = ceil(plan.examples(), plan.number("batchSize"));
        var perEpoch = ceil(batches, plan.number("gradientAccumulationSteps"));
        var steps = (long) Math.ceil(perEpoch * plan.given().path("epochs").asDouble());
        var limit = plan.given().path("maxSteps");
        return (int) Math.min(Integer.MAX_VALUE, limit.isNumber() ? Math.min(limit.asLong(), steps) : steps);
    }

    public static long tokensPerEpoch(Plan plan) {
        return Math.round(plan.examples()
                * Math.min(plan.meanTokens(), plan.given().path("maxLength").asDouble()));
    }

    /** Seconds at a speed in tokens per second. */
    public static double seconds(Plan plan, double tokensPerSecond) {
        var perExample =
                Math.min(plan.meanTokens(), plan.given().path("maxLength").asDouble());
        var examples = (double) steps(plan) * plan.number("batchSize") * plan.number("gradientAccumulationSteps");
        return examples * perExample / tokensPerSecond;
    }

    /** Tokens per second where nothing was measured. */
    public static double guessedSpeed(Plan plan, int cores) {
        var threads = plan.number("threads") == 0 ? cores : Math.min(cores, plan.number("threads"));
        var speed = threads * CORE_SPEED / (OPERATIONS_PER_TOKEN * Math.max(1, plan.parameters()));
        return plan.given().path("gradientCheckpointing").asBoolean() ? speed * 0.65 : speed;
    }

    private static boolean isHalf(Plan plan) {
        return plan.given().path("precision").asText().equals("bf16");
    }

    private static long ceil(long amount, long size) {
        return (amount + size - 1) / size;
    }
}
