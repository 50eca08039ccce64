package io.whetstone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingRunTest {
    @TempDir
    Path root;

    @Test
    void a_run_learns_and_leaves_an_adapter() throws IOException {
        JobFolder job = new JobFolder(root, "plain").with("epochs", 6);

        int status = job.run();

        assertThat(status).isZero();
        List<JsonNode> steps = job.events("step");
        assertThat(steps).hasSize(18);
        assertThat(steps.get(17).path("loss").asDouble())
                .isLessThan(steps.get(1).path("loss").asDouble() - 0.5);
        assertThat(job.events("started").get(0).path("trainExamples").asInt()).isEqualTo(12);
        assertThat(job.events("started").get(0).path("evalExamples").asInt()).isEqualTo(3);
        assertThat(job.lastEvent().path("type").asText()).isEqualTo("finished");
        assertThat(job.lastEvent().path("bestEvalLoss").asDouble()).isPositive();
        assertThat(PeftFolder.settings(job.folder.resolve("adapter")).rank()).isEqualTo(4);
        assertThat(Files.readString(job.folder.resolve("trainer.pid"))).matches("\\d+ \\d+");
    }

    @Test
    void old_checkpoints_go_but_the_best_stays() throws IOException {
        JobFolder job = new JobFolder(root, "limit").with("epochs", 4).with("saveLimit", 1);

        job.run();

        int best = job.lastEvent().path("bestStep").asInt();
        try (var kept = Files.list(job.folder.resolve("checkpoints"))) {
            assertThat(kept)
                    .contains(job.checkpoint(12))
                    .contains(job.checkpoint(best))
                    .hasSizeLessThanOrEqualTo(2);
        }
        assertThat(job.events("checkpoint_removed")).isNotEmpty();
    }

    @Test
    void the_adapter_is_the_one_with_the_lowest_evaluation_loss() throws IOException {
        JobFolder job = overfitted("best");

        assertThat(job.run()).isZero();

        int best = job.lastEvent().path("bestStep").asInt();
        assertThat(best).isLessThan(job.lastEvent().path("steps").asInt());
        assertThat(job.adapter()).isEqualTo(weights(job.checkpoint(best)));
        assertThat(job.adapter())
                .isNotEqualTo(
                        weights(job.checkpoint(job.lastEvent().path("steps").asInt())));
    }

    @Test
    void a_resumed_run_remembers_the_best_of_the_run_before() throws IOException {
        JobFolder whole = overfitted("whole");
        whole.run();
        int best = whole.lastEvent().path("bestStep").asInt();
        int last = whole.lastEvent().path("steps").asInt();
        JobFolder resumed = overfitted("resumed");

        assertThat(resumed.resumeFrom(whole.checkpoint(last)).run()).isZero();

        assertThat(best).isLessThan(last);
        assertThat(resumed.adapter()).isEqualTo(whole.adapter());
        assertThat(resumed.lastEvent().path("bestStep").asInt()).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({
        "epochs,3",
        "batchSize,1",
        "gradientAccumulationSteps,1",
        "learningRate,0.02",
        "schedule,linear",
        "warmupSteps,2",
        "weightDecay,0.1",
        "maxGradNorm,0.5",
        "maxLength,64",
        "evalFraction,0.4",
        "evalSteps,3",
    })
    void a_run_does_not_go_on_with_other_settings(String parameter, String value) throws IOException {
        JobFolder whole = new JobFolder(root, "whole");
        whole.run();
        Object other = value.matches("[0-9.]+")
                ? (Object) (value.contains(".") ? Double.valueOf(value) : (Number) Integer.valueOf(value))
                : value;

        JobFolder resumed = new JobFolder(root, "resumed").with(parameter, other);

        assertThat(resumed.resumeFrom(whole.checkpoint(4)).run()).isEqualTo(1);
        assertThat(resumed.lastEvent().path("message").asText()).contains(parameter);
    }

    @Test
    void a_run_does_not_go_on_with_another_seed_or_rank() throws IOException {
        JobFolder whole = new JobFolder(root, "whole");
        whole.run();
        JobFolder resumed = new JobFolder(root, "resumed").with("lora", java.util.Map.of("rank", 8, "alpha", 8));
        resumed.job.put("seed", 8);

        assertThat(resumed.resumeFrom(whole.checkpoint(4)).run()).isEqualTo(1);
        assertThat(resumed.lastEvent().path("message").asText())
                .contains("lora.rank")
                .contains("seed")
                .doesNotContain("alpha");
    }

    @Test
    void how_often_to_save_may_change_when_a_run_goes_on() throws IOException {
        JobFolder whole = new JobFolder(root, "whole");
        whole.run();

        JobFolder resumed = new JobFolder(root, "resumed").with("saveSteps", 1).with("saveLimit", 9);

        assertThat(resumed.resumeFrom(whole.checkpoint(4)).run()).isZero();
        assertThat(resumed.adapter()).isEqualTo(whole.adapter());
    }

    @ParameterizedTest
    @CsvSource({"0.0,false", "0.2,false", "0.2,true"})
    void a_resumed_run_is_the_uninterrupted_one_bit_for_bit(double dropout, boolean recompute) throws IOException {
        JobFolder whole = new JobFolder(root, "whole").with("gradientCheckpointing", recompute);
        JobFolder resumed = new JobFolder(root, "resumed").with("gradientCheckpointing", recompute);
        for (JobFolder job : List.of(whole, resumed)) {
            job.with("lora", java.util.Map.of("rank", 4, "alpha", 8, "dropout", dropout));
        }
        whole.run();

        resumed.resumeFrom(whole.checkpoint(4)).run();

        assertThat(resumed.events("step"))
                .extracting(e -> e.path("step").asInt())
                .containsExactly(5, 6);
        assertThat(resumed.adapter()).isEqualTo(whole.adapter());
        assertThat(resumed.lastEvent().path("loss")).isEqualTo(whole.lastEvent().path("loss"));
        assertThat(resumed.lastEvent().path("evalLoss"))
                .isEqualTo(whole.lastEvent().path("evalLoss"));
        assertThat(resumed.events("step").get(1).path("totalTokens"))
                .isEqualTo(whole.events("step").get(5).path("totalTokens"));
    }

    @Test
    void a_cancelled_run_saves_its_last_whole_step_and_can_go_on() throws IOException {
        JobFolder job = new JobFolder(root, "cancelled");
        JobFolder whole = new JobFolder(root, "whole");
        whole.run();

        int status = job.run(cancelAfterStep(job, 3));

        assertThat(status).isZero();
        assertThat(job.lastEvent().path("type").asText()).isEqualTo("cancelled");
        assertThat(job.lastEvent().path("step").asInt()).isEqualTo(3);
        Path checkpoint = Path.of(job.lastEvent().path("checkpoint").asText());
        Files.delete(job.folder.resolve("cancel"));
        assertThat(job.resumeFrom(checkpoint).run()).isZero();
        assertThat(job.adapter()).isEqualTo(whole.adapter());
        assertThat(job.events().stream().mapToLong(e -> e.path("seq").asLong()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, job.events().size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void a_run_that_is_cancelled_before_it_trains_says_so() throws IOException {
        JobFolder job = new JobFolder(root, "early");
        Files.createFile(job.folder.resolve("cancel"));

        assertThat(job.run()).isZero();
        assertThat(job.lastEvent().path("type").asText()).isEqualTo("cancelled");
        assertThat(job.lastEvent().path("checkpoint").isNull()).isTrue();
    }

    @Test
    void a_run_that_diverges_says_so() throws IOException {
        JobFolder job = new JobFolder(root, "wild")
                .with("learningRate", 1.0)
                .with("maxGradNorm", 0)
                .with("adamEpsilon", 1e-300)
                .with("epochs", 40)
                .with("schedule", "constant");

        assertThat(job.run()).isEqualTo(1);
        assertThat(job.lastEvent().path("code").asText()).isEqualTo("diverged");
    }

    @Test
    void a_truncated_dataset_is_invalid_data() throws IOException {
        JobFolder job = new JobFolder(root, "cut");
        Path rows = root.resolve("train.jsonl");
        String text = Files.readString(rows);
        Files.writeString(rows, text.substring(0, text.length() - 20));

        assertThat(job.run()).isEqualTo(1);
        assertThat(job.lastEvent().path("code").asText()).isEqualTo("invalid_data");
        assertThat(job.lastEvent().path("message").asText()).contains("line 15");
    }

    @Test
    void a_broken_model_is_an_invalid_model() throws IOException {
        JobFolder job = new JobFolder(root, "broken");
        Path weights = root.resolve("model/model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length - 100));

        assertThat(job.run()).isEqualTo(1);
        assertThat(job.lastEvent().path("code").asText()).isEqualTo("invalid_model");
    }

    @Test
    void an_unknown_parameter_is_refused_by_name() throws IOException {
        JobFolder job = new JobFolder(root, "unknown").with("learningRat", 0.1);

        assertThat(job.run()).isEqualTo(1);
        assertThat(job.lastEvent().path("message").asText()).contains("learningRat");
    }

    @Test
    void a_broken_pipe_does_not_hurt() throws IOException {
        JobFolder job = new JobFolder(root, "pipe");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThat(job.run(new PrintStream(broken))).isZero();
        assertThat(job.lastEvent().path("type").asText()).isEqualTo("finished");
    }

    @Test
    void long_examples_are_cut_and_reported() throws IOException {
        JobFolder job = new JobFolder(root, "short").with("maxLength", 40);

        assertThat(job.run()).isZero();
        assertThat(job.events("started").get(0).path("truncatedExamples").asInt())
                .isEqualTo(15);
    }

    /** So high a rate for so long that the held-out rows get worse again. */
    private JobFolder overfitted(String name) throws IOException {
        return new JobFolder(root, name)
                .with("epochs", 10)
                .with("learningRate", 0.05)
                .with("schedule", "constant")
                .with("saveSteps", 1000)
                .with("saveLimit", 1);
    }

    private static byte[] weights(Path checkpoint) throws IOException {
        return Files.readAllBytes(checkpoint.resolve(PeftFolder.WEIGHTS));
    }

    /** A pipe that asks for the end as soon as it hears of a step. */
    private static PrintStream cancelAfterStep(JobFolder job, int step) {
        return new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] line, int from, int length) {
                if (new String(line, StandardCharsets.UTF_8).contains("\"type\":\"step\",\"step\":" + step + ",")) {
                    try {
                        Files.createFile(job.folder.resolve("cancel"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }
        };
    }
}
