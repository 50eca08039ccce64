package io.whetstone.training.service.internal.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.service.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The sizes of a decoder, read from its {@code config.json}. All are counts of elements. */
public record ModelShape(long hidden, long intermediate, long layers, long queries, long keys, long vocabulary) {

    public static ModelShape read(Path folder) throws IOException {
        return of(Json.mapper().readTree(folder.resolve("config.json").toFile()));
    }

    static ModelShape of(JsonNode config) {
        var hidden = config.path("hidden_size").asLong();
        var heads = Math.max(1, config.path("num_attention_heads").asLong(1));
        var head = config.path("head_dim").asLong(hidden / heads);
        return new ModelShape(
                hidden,
                config.path("intermediate_size").asLong(4 * hidden),
                config.path("num_hidden_layers").asLong(),
                heads * head,
                config.path("num_key_value_heads").asLong(heads) * head,
                config.path("vocab_size").asLong());
    }

    /** The elements of an adapter of rank 1 on one projection of one layer: its inputs plus its outputs. */
    long adapterWidth(String projection) {
        return Map.of(
                        "q_proj", hidden + queries,
                        "k_proj", hidden + keys,
                        "v_proj", hidden + keys,
                        "o_proj", queries + hidden,
                        "gate_proj", hidden + intermediate,
                        "up_proj", hidden + intermediate,
                        "down_proj", intermediate + hidden)
                .getOrDefault(projection, 0L);
    }
}
