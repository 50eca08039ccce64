package io.whetstone.trainer.bench;

import io.whetstone.trainer.decoder.Precision;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to measure.
 *
 * @param batch rows of one step
 * @param length tokens of a row
 * @param shared tokens that all rows of a step begin with
 */
public record BenchOptions(
        Path model,
        int rank,
        int batch,
        int length,
        int shared,
        int steps,
        int threads,
        Precision precision,
        boolean recompute) {

    public static final String USAGE = "bench --model HF_FOLDER [--rank 8] [--batch 4] [--length 256] [--shared 0]"
            + " [--steps 5] [--threads 1] [--precision f32|bf16] [--checkpointing true|false]";

    /** Reads {@code --name value} pairs. */
    public static BenchOptions parse(String[] arguments, int from) {
        Map<String, String> given = new TreeMap<>(
                Map.of("rank", "8", "batch", "4", "length", "256", "shared", "0", "steps", "5", "threads", "1"));
        given.put("precision", "f32");
        given.put("checkpointing", "false");
        given.put("model", "");
        for (int i = from; i + 1 < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (given.put(name, arguments[i + 1]) == null) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "\nusage: " + USAGE);
            }
        }
        if (String.valueOf(given.get("model")).isEmpty()) {
            throw new IllegalArgumentException("usage: " + USAGE);
        }
        return new BenchOptions(
                Path.of(String.valueOf(given.get("model"))),
                number(given, "rank"),
                number(given, "batch"),
                number(given, "length"),
                number(given, "shared"),
                number(given, "steps"),
                number(given, "threads"),
                Precision.valueOf(String.valueOf(given.get("precision")).toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(given.get("checkpointing")));
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(String.valueOf(given.get(name)));
    }
}
