package io.whetstone.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.trainer.TinyModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job on the tiny model and a dozen little conversations, and what its run left behind. */
final class JobFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Path folder;
    final ObjectNode job;

    JobFolder(Path root, String name) throws IOException {
        this.folder = Files.createDirectories(root.resolve(name));
        Path model = root.resolve("model");
        if (!Files.exists(model)) {
            TinyModel.write(model);
            Files.write(root.resolve("train.jsonl"), rows());
        }
        this.job = JSON.createObjectNode();
        job.put("jobId", name)
                .put("output", folder.resolve("adapter").toString())
                .put("seed", 7);
        job.putObject("model").put("path", model.toString());
        job.putObject("dataset").put("train", root.resolve("train.jsonl").toString());
        ObjectNode parameters = job.putObject("parameters");
        parameters
                .put("epochs", 2)
                .put("batchSize", 2)
                .put("gradientAccumulationSteps", 2)
                .put("learningRate", 0.01);
        parameters
                .put("evalFraction", 0.2)
                .put("evalSteps", 2)
                .put("saveSteps", 2)
                .put("threads", 1);
        parameters.putObject("lora").put("rank", 4).put("alpha", 8);
    }

    JobFolder with(String parameter, Object value) {
        ((ObjectNode) job.path("parameters")).putPOJO(parameter, value);
        return this;
    }

    JobFolder resumeFrom(@Nullable Path checkpoint) {
        job.put("resumeFrom", String.valueOf(checkpoint));
        return this;
    }

    int run() throws IOException {
        return run(new PrintStream(OutputStream.nullOutputStream()));
    }

    int run(PrintStream pipe) throws IOException {
        Files.write(folder.resolve("job.json"), JSON.writeValueAsBytes(job));
        return TrainingRun.run(folder, pipe, Clock.systemUTC());
    }

    List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("events.jsonl"))) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    List<JsonNode> events(String type) throws IOException {
        return events().stream()
                .filter(e -> e.path("type").asText().equals(type))
                .toList();
    }

    JsonNode lastEvent() throws IOException {
        List<JsonNode> events = events();
        return events.get(events.size() - 1);
    }

    Path checkpoint(int step) {
        return folder.resolve("checkpoints/checkpoint-" + step);
    }

    byte[] adapter() throws IOException {
        return Files.readAllBytes(folder.resolve("adapter/adapter_model.safetensors"));
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            ObjectNode row = JSON.createObjectNode();
            row.putArray("messages").addObject().put("role", "user").put("content", "Say the number " + i + ".");
            row.withArray("messages").addObject().put("role", "assistant").put("content", "It is " + i + "!");
            rows.add(JSON.writeValueAsString(row));
        }
        return rows;
    }
}
