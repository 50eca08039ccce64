package io.whetstone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.chat.Message;
import io.whetstone.formats.gguf.GgufImport;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.ChatTokenizer;
import io.whetstone.trainer.data.Example;
import io.whetstone.trainer.data.Row;
import io.whetstone.trainer.decoder.AdamW;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.Decoder;
import io.whetstone.trainer.decoder.Learner;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.torch.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats a LoRA run of transformers and PEFT on the real starter model, from its GGUF file on. */
@Tag("slow")
class StarterModelTest {
    private static final double TOLERANCE = 5e-3;

    @TempDir
    Path folder;

    @Test
    void every_step_loses_what_the_reference_run_loses() throws IOException {
        Path reference = reference();
        JsonNode expected = new ObjectMapper()
                .readTree(reference.resolve("sft-expected.json").toFile());
        Path model = folder.resolve("hf");
        GgufImport.run(starter(), model, fraction -> {});
        List<Example> rows = rows(model, expected.path("rows"));
        LoraSettings lora = PeftFolder.settings(reference.resolve("sft-start"));
        AdamW.Settings adam = new AdamW.Settings(0.9, 0.999, 1e-8, 0, 1);
        try (NDManager manager = Torch.open(0);
                Decoder decoder = Decoder.load(manager, model, lora, Precision.F32)) {
            Path start = reference.resolve("sft-start").resolve(PeftFolder.WEIGHTS);
            Adapter adapter = Adapter.load(manager, decoder.shape(), lora, start);
            Learner learner = new Learner(manager, decoder, adapter, false);
            try (AdamW optimizer = new AdamW(manager, adam, adapter)) {
                assertThat(heldOut(learner, rows))
                        .isCloseTo(expected.path("held_out_loss_before").asDouble(), within(TOLERANCE));
                for (JsonNode step : expected.path("steps")) {
                    int from = (step.path("step").asInt() - 1) % 8 * 4;
                    Batch batch = Batch.of(rows.subList(from, from + 4), false);
                    assertThat(batch.tokens())
                            .isLessThanOrEqualTo(step.path("tokens").asInt() * 4);
                    assertThat(batch.targets())
                            .hasSize(step.path("trained_tokens").asInt());

                    double loss = learner.learn(batch, batch.targets().length, 0) / batch.targets().length;
                    double norm = optimizer.norm();
                    optimizer.update(1e-3, norm);

                    assertThat(loss)
                            .as(step.toString())
                            .isCloseTo(step.path("loss").asDouble(), within(TOLERANCE));
                    assertThat(norm).isCloseTo(step.path("grad_norm").asDouble(), within(0.02 * norm));
                }
                assertThat(heldOut(learner, rows))
                        .isCloseTo(expected.path("held_out_loss_after").asDouble(), within(TOLERANCE));
            }
        }
    }

    private static double heldOut(Learner learner, List<Example> rows) {
        double sum = 0;
        long targets = 0;
        for (int from = 32; from < 48; from += 4) {
            Batch batch = Batch.of(rows.subList(from, from + 4), true);
            sum += learner.evaluate(batch);
            targets += batch.targets().length;
        }
        return sum / targets;
    }

    private static List<Example> rows(Path model, JsonNode rows) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (ChatTokenizer tokenizer = ChatTokenizer.open(model)) {
            for (JsonNode row : rows) {
                examples.add(tokenizer.encode(new Row.Chat(List.of(
                        new Message("user", row.path("question").asText()),
                        new Message("assistant", row.path("answer").asText())))));
            }
        }
        return examples;
    }

    /** The GGUF file of the starter model, named by WHETSTONE_TEST_GGUF or where the product keeps it. */
    private static Path starter() throws IOException {
        String named = System.getenv().getOrDefault("WHETSTONE_TEST_GGUF", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"), ".whetstone", "cache");
        if (Files.isDirectory(home)) {
            try (var files = Files.walk(home, 3)) {
                List<Path> found =
                        files.filter(f -> f.toString().endsWith(".gguf")).toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        return Assumptions.abort("the starter model's GGUF is not there (set WHETSTONE_TEST_GGUF)");
    }

    /** The reference run lies outside the repository, in a folder beside one of its ancestors. */
    private static Path reference() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/fixtures/smollm2");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Assumptions.abort("the reference run of the starter model is not there");
    }
}
