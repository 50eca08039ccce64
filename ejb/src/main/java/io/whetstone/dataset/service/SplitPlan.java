package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.dataset.entity.DatasetVersion;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.StorableText;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** How a version is parted: exactly so many of its rows are held out. Travels to the tasks as JSON. */
public record SplitPlan(UUID datasetId, int version, long heldOut, long rows, long seed) {
    /** The kind of the tasks that split; each fills one of the parts. */
    public static final String TASK = "dataset.split";

    private static final int NAME_LENGTH = 200;

    static SplitPlan of(SplitDataset command, DatasetVersion version) {
        long rows = version.exampleCount();
        long heldOut = Math.round(rows * command.fraction());
        if (heldOut < 1 || heldOut >= rows) {
            throw ProblemException.invalid(
                    "/fraction", "leaves one of the parts empty: the dataset has %d rows".formatted(rows));
        }
        return new SplitPlan(command.datasetId(), version.number(), heldOut, rows, command.seed());
    }

    /** The plan in the payload of a task. */
    public static SplitPlan of(JsonNode payload) {
        return new SplitPlan(
                UUID.fromString(payload.path("datasetId").asText()),
                payload.path("version").asInt(),
                payload.path("heldOut").asLong(),
                payload.path("rows").asLong(),
                payload.path("seed").asLong());
    }

    /** Whether the task with this payload fills the part that is held out. */
    public static boolean fillsHeldOut(JsonNode payload) {
        return payload.path("fillsHeldOut").asBoolean();
    }

    JsonNode payload(boolean fillsHeldOut) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("datasetId", datasetId.toString())
                .put("version", version)
                .put("heldOut", heldOut)
                .put("rows", rows)
                .put("seed", seed)
                .put("fillsHeldOut", fillsHeldOut);
    }

    /** The name of a part, within what a name may be long. */
    static String name(String dataset, String part) {
        var suffix = " (%s)".formatted(part);
        return StorableText.of(dataset, NAME_LENGTH - suffix.length()) + suffix;
    }

    /**
     * Says of one row after the other whether it is held out, and of exactly {@code heldOut} that it is: selection
     * sampling, algorithm S of Knuth, The Art of Computer Programming, volume 2, 3.4.2.
     */
    public BooleanSupplier selection() {
        var random = new SplittableRandom(seed);
        long[] left = {heldOut, rows};
        return () -> {
            boolean chosen = random.nextDouble() * left[1] < left[0];
            left[0] -= chosen ? 1 : 0;
            left[1]--;
            return chosen;
        };
    }
}
