package io.whetstone.trainer.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.AtomicFile;
import io.whetstone.trainer.data.ChatTokenizer;
import io.whetstone.trainer.data.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many tokens a dataset has for one model: whole rows, and which part is prompt and which is learnt.
 *
 * <p>Takes every normal form of a row, those of preference and reward training too. Of the file it keeps two numbers a
 * row.
 */
public final class TokenCount {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChatTokenizer tokenizer;
    private final IntStream.Builder prompts = IntStream.builder();
    private final IntStream.Builder completions = IntStream.builder();

    private TokenCount(ChatTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Counts normalised rows and writes the summary as JSON. */
    public static void run(Path model, Path rows, Path target) throws IOException {
        try (ChatTokenizer tokenizer = ChatTokenizer.open(model);
                var lines = Files.newBufferedReader(rows)) {
            var count = new TokenCount(tokenizer);
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count.add(line, rows.getFileName() + " line " + ++number);
            }
            AtomicFile.write(target, JSON.writeValueAsBytes(count.summary()));
        }
    }

    private void add(String line, String place) throws IOException {
        JsonNode row = JSON.readTree(line);
        if (row.has("chosen")) {
            add(length(row, "prompt"), length(row, "chosen") + length(row, "rejected"));
        } else if (row.has("reward")) {
            add(length(row, "prompt"), length(row, "response"));
        } else {
            boolean[] learnt = tokenizer.encode(RowReader.parse(line, place)).learnt();
            int completion = 0;
            for (boolean mark : learnt) {
                completion += mark ? 1 : 0;
            }
            add(learnt.length - completion, completion);
        }
    }

    private void add(int prompt, int completion) {
        prompts.add(prompt);
        completions.add(completion);
    }

    private int length(JsonNode row, String field) {
        return tokenizer.ids(row.path(field).asText()).length;
    }

    private ObjectNode summary() {
        int[] prompt = prompts.build().toArray();
        int[] completion = completions.build().toArray();
        int[] whole = IntStream.range(0, prompt.length)
                .map(i -> prompt[i] + completion[i])
                .toArray();
        ObjectNode summary = summary(whole);
        summary.set("prompt", summary(prompt));
        summary.set("completion", summary(completion));
        return summary;
    }

    private static ObjectNode summary(int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        long total = Arrays.stream(sorted).asLongStream().sum();
        ObjectNode node = JSON.createObjectNode();
        node.put("total", total).put("rows", sorted.length);
        node.put("min", sorted[0]).put("max", sorted[sorted.length - 1]);
        node.put("mean", (double) total / sorted.length);
        return node.put("median", percentile(sorted, 0.5)).put("p95", percentile(sorted, 0.95));
    }

    /** The smallest value that at least this share of the values does not exceed. */
    private static int percentile(int[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
