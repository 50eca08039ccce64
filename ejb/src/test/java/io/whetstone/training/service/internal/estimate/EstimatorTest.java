package io.whetstone.training.service.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.training.service.ParameterSchema;
import io.whetstone.training.service.internal.estimate.Estimator.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {
    static final long PARAMETERS = 134_515_008;
    static final double GIB = 1 << 30;
    static final ModelShape SMALL = new ModelShape(576, 1536, 30, 576, 192, 49152);

    @Test
    void a_measured_run_is_foretold_within_a_fifth() throws Exception {
        var plan = plan("{'batchSize': 4, 'lora': {'rank': 8}}", 256);

        assertThat(Estimator.memoryBytes(plan) / GIB).isCloseTo(2.24, within(0.45));
    }

    @Test
    void checkpointing_more_than_halves_the_memory() throws Exception {
        var plan = plan("{'batchSize': 4, 'lora': {'rank': 8}, 'gradientCheckpointing': true}", 256);

        assertThat(Estimator.memoryBytes(plan) / GIB).isCloseTo(0.98, within(0.25));
    }

    @Test
    void adapters_are_counted_over_all_projections() throws Exception {
        var plan = plan("{'lora': {'rank': 8}}", 256);

        // PEFT reports 2,442,240 trainable parameters for this model at rank 8.
        assertThat(Estimator.adapterParameters(plan)).isEqualTo(2_442_240);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 4, 1, 1, , 100",
        "401, 4, 1, 1, , 101",
        "400, 4, 2, 3, , 150",
        "400, 4, 3, 1, , 34",
        "400, 4, 1, 3, 10, 10",
    })
    void steps_are_counted_as_the_trainer_does(
            long examples, int batch, int accumulation, double epochs, Integer maxSteps, int steps) throws Exception {
        var given = resolved("{}").put("batchSize", batch).put("epochs", epochs).put("maxSteps", maxSteps);
        given.put("gradientAccumulationSteps", accumulation);

        assertThat(Estimator.steps(new Plan(SMALL, PARAMETERS, examples, 100, 256, given)))
                .isEqualTo(steps);
    }

    @Test
    void time_follows_from_tokens_and_speed() throws Exception {
        var plan = plan("{'epochs': 2, 'batchSize': 4, 'maxLength': 100}", 100);

        assertThat(Estimator.tokensPerEpoch(plan)).isEqualTo(40_000);
        assertThat(Estimator.seconds(plan, 200)).isEqualTo(400);
    }

    @Test
    void one_core_is_taken_for_about_a_hundred_tokens_a_second() throws Exception {
        assertThat(Estimator.guessedSpeed(plan("{}", 256), 1)).isCloseTo(100, within(15.0));
    }

    private static Plan plan(String given, long length) throws Exception {
        return new Plan(SMALL, PARAMETERS, 400, 150, length, resolved(given));
    }

    private static ObjectNode resolved(String given) throws Exception {
        return new ParameterSchema().resolve(new ObjectMapper().readTree(given.replace('\'', '"')));
    }
}
