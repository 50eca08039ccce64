package io.whetstone.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a checkpoint was trained with, as far as it decides the result. A run goes on only with the same: otherwise what
 * comes out would be neither of the two runs.
 */
final class SavedSettings {
    static final String FILE = "job_settings.json";

    private static final Set<String> HARMLESS = Set.of("saveSteps", "saveLimit", "threads", "gradientCheckpointing");

    private final ObjectNode settings;

    private SavedSettings(ObjectNode settings) {
        this.settings = settings;
    }

    static SavedSettings of(Job job, RunData data) {
        ObjectNode settings = JobReader.JSON.valueToTree(job.parameters());
        settings.remove(HARMLESS);
        List<String> targets =
                job.parameters().lora().targetModules().stream().sorted().toList();
        ((ObjectNode) settings.path("lora")).set("targetModules", JobReader.JSON.valueToTree(targets));
        settings.put("seed", job.seed());
        settings.put("trainExamples", data.train().size());
        settings.put("evalExamples", data.evaluation().size());
        return new SavedSettings(settings);
    }

    void write(Path checkpoint) throws IOException {
        AtomicFile.write(checkpoint.resolve(FILE), JobReader.JSON.writeValueAsBytes(settings));
    }

    /** Refuses a checkpoint with other settings and names those that differ. */
    void requireSameIn(Path checkpoint) throws IOException {
        JsonNode saved = JobReader.JSON.readTree(checkpoint.resolve(FILE).toFile());
        List<String> different = new ArrayList<>();
        collect("", JobReader.JSON.readTree(settings.toString()), saved, different);
        if (!different.isEmpty()) {
            throw new IllegalArgumentException(
                    "the checkpoint was trained with other settings than this job: " + String.join(", ", different));
        }
    }

    private static void collect(String prefix, JsonNode now, JsonNode saved, List<String> different) {
        for (var field : now.properties()) {
            JsonNode before = saved.path(field.getKey());
            if (field.getValue().isObject()) {
                collect(prefix + field.getKey() + ".", field.getValue(), before, different);
            } else if (!field.getValue().equals(before)) {
                different.add(prefix + field.getKey());
            }
        }
    }
}
