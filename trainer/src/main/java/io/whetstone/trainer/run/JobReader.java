package io.whetstone.trainer.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** Reads {@code job.json} strictly: what it does not know it refuses, what is left out gets its default. */
public final class JobReader {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final String DEFAULTS = """
            {"jobId": "job", "model": {}, "dataset": {"eval": null}, "resumeFrom": null, "seed": 42, "parameters": {
              "method": "sft", "epochs": 3, "maxSteps": null, "learningRate": 2e-4, "batchSize": 4,
              "gradientAccumulationSteps": 1, "maxLength": 1024, "warmupSteps": null, "warmupRatio": 0.03,
              "schedule": "cosine", "weightDecay": 0.0, "adamBeta1": 0.9, "adamBeta2": 0.999, "adamEpsilon": 1e-8,
              "maxGradNorm": 1.0, "evalFraction": 0.05, "evalSteps": 50, "evalBatchSize": 4, "saveSteps": 100,
              "saveLimit": 3, "precision": "f32", "gradientCheckpointing": false, "threads": 0,
              "lora": {"rank": 16, "alpha": 32, "dropout": 0.0, "targetModules":
                ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]}}}
            """;

    private JobReader() {}

    public static Job read(Path file) throws IOException {
        try {
            ObjectNode job = (ObjectNode) JSON.readTree(DEFAULTS);
            JsonNode given = JSON.readTree(file.toFile());
            if (!given.isObject()) {
                throw new IllegalArgumentException(file.getFileName() + " is not a JSON object");
            }
            merge(job, (ObjectNode) given);
            return JSON.treeToValue(job, Job.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        for (var field : from.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode inner && field.getValue() instanceof ObjectNode value) {
                merge(inner, value);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }
}
