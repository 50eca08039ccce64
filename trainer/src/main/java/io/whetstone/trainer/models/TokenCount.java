package io.whetstone.trainer.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.AtomicFile;
import io.whetstone.trainer.data.ChatTokenizer;
import io.whetstone.trainer.data.Example;
import io.whetstone.trainer.data.Row;
import io.whetstone.trainer.data.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How many tokens a dataset has for one model: whole rows, and which part is prompt and which is learnt. */
public final class TokenCount {
    private TokenCount() {}

    /** Counts normalised rows and writes the summary as JSON. */
    public static void run(Path model, Path rows, Path target) throws IOException {
        List<Row> all = RowReader.read(rows);
        int[] whole = new int[all.size()];
        int[] learnt = new int[all.size()];
        int[] prompt = new int[all.size()];
        try (ChatTokenizer tokenizer = ChatTokenizer.open(model)) {
            for (int i = 0; i < whole.length; i++) {
                Example example = tokenizer.encode(all.get(i));
                whole[i] = example.length();
                for (boolean mark : example.learnt()) {
                    learnt[i] += mark ? 1 : 0;
                }
                prompt[i] = whole[i] - learnt[i];
            }
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode summary = summary(json, whole);
        summary.set("prompt", summary(json, prompt));
        summary.set("completion", summary(json, learnt));
        AtomicFile.write(target, json.writeValueAsBytes(summary));
    }

    private static ObjectNode summary(ObjectMapper json, int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        long total = Arrays.stream(sorted).asLongStream().sum();
        ObjectNode node = json.createObjectNode();
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
