package io.whetstone.trainer.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.whetstone.trainer.TestEngine;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.data.Example;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final List<Example> EXAMPLES = TinyLearner.examples(4);

    private final NDManager manager = TestEngine.open();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void gradients_agree_with_finite_differences() throws IOException {
        try (TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0)) {
            Batch batch = TinyLearner.batch(4);
            Learner learner = tiny.learner(false);
            learner.learn(batch, 1, 0);
            float[] gradient = tiny.takeGradients();
            float[] direction = new float[gradient.length];
            Random random = new Random(5);
            double slope = 0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = (float) random.nextGaussian();
                slope += (double) direction[i] * gradient[i];
            }
            double step = 1e-4;

            move(tiny, direction, step);
            double up = learner.evaluate(batch);
            move(tiny, direction, -2 * step);
            double down = learner.evaluate(batch);

            assertThat((up - down) / (2 * step)).isCloseTo(slope, within(0.01 * Math.abs(slope)));
        }
    }

    @Test
    void a_beginning_that_is_computed_once_changes_no_number() throws IOException {
        try (TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0)) {
            Batch shared = Batch.of(EXAMPLES, true);
            Batch padded = Batch.of(EXAMPLES, false);
            assertThat(shared.rows()).isEqualTo(1);
            assertThat(padded.rows()).isEqualTo(4);
            for (boolean recompute : new boolean[] {false, true}) {
                Learner learner = tiny.learner(recompute);
                double expectedLoss = learner.learn(padded, 50, 0);
                float[] expected = tiny.takeGradients();

                double loss = learner.learn(shared, 50, 0);

                assertThat(loss).isCloseTo(expectedLoss, within(1e-3));
                assertThat(TinyLearner.distance(tiny.takeGradients(), expected)).isLessThan(1e-5);
                assertThat(learner.evaluate(shared)).isCloseTo(expectedLoss, within(1e-3));
            }
        }
    }

    @Test
    void accumulated_batches_weigh_each_token_alike() throws IOException {
        try (TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0)) {
            Learner learner = tiny.learner(false);
            Batch whole = Batch.of(EXAMPLES, false);
            double expectedLoss = learner.learn(whole, whole.targets().length, 0);
            float[] expected = tiny.takeGradients();

            double loss = learner.learn(Batch.of(EXAMPLES.subList(0, 1), false), whole.targets().length, 0)
                    + learner.learn(Batch.of(EXAMPLES.subList(1, 4), false), whole.targets().length, 0);

            assertThat(loss).isCloseTo(expectedLoss, within(1e-3));
            assertThat(TinyLearner.distance(tiny.takeGradients(), expected)).isLessThan(1e-5);
        }
    }

    @Test
    void dropout_follows_its_seed() throws IOException {
        try (TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0.3)) {
            for (boolean recompute : new boolean[] {false, true}) {
                Learner learner = tiny.learner(recompute);
                double first = learner.learn(TinyLearner.batch(4), 50, 11);
                float[] gradient = tiny.takeGradients();

                assertThat(learner.learn(TinyLearner.batch(4), 50, 11)).isEqualTo(first);
                assertThat(tiny.takeGradients()).isEqualTo(gradient);
                assertThat(learner.learn(TinyLearner.batch(4), 50, 12_000)).isNotEqualTo(first);
                tiny.takeGradients();
            }
        }
    }

    /** An input that was dropped for a module in every position leaves its column of the module unlearnt. */
    @Test
    void each_module_drops_inputs_of_its_own() throws IOException {
        Batch batch = Batch.of(List.of(new Example(new int[] {20, 21, 22}, new boolean[] {false, true, true})), false);
        try (TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0.8)) {
            for (boolean recompute : new boolean[] {false, true}) {
                tiny.learner(recompute).learn(batch, 2, 11);

                Set<Set<Integer>> dropped = new HashSet<>();
                for (Projection projection : List.of(Projection.Q_PROJ, Projection.K_PROJ, Projection.V_PROJ)) {
                    Set<Integer> columns = tiny.columnsWithoutGradient(0, projection);
                    assertThat(columns).isNotEmpty();
                    dropped.add(columns);
                }
                assertThat(dropped).hasSize(3);
                tiny.takeGradients();
            }
        }
    }

    @Test
    void half_precision_stays_near_full_precision() throws IOException {
        try (TinyLearner half = TinyLearner.open(manager, Precision.BF16, 0);
                TinyLearner full = TinyLearner.open(manager, Precision.F32, 0)) {
            Batch batch = TinyLearner.batch(4);
            double expectedLoss = full.learner(false).learn(batch, 50, 0);
            float[] expected = full.takeGradients();
            for (boolean recompute : new boolean[] {false, true}) {
                assertThat(half.learner(recompute).learn(batch, 50, 0))
                        .isCloseTo(expectedLoss, within(0.03 * expectedLoss));
                assertThat(TinyLearner.distance(half.takeGradients(), expected)).isLessThan(0.1);
            }
        }
    }

    private void move(TinyLearner tiny, float[] direction, double step) throws IOException {
        int from = 0;
        for (NDArray array : tiny.adapter.arrays()) {
            float[] values = array.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (step * direction[from + i]);
            }
            from += values.length;
            try (NDArray moved =
                    manager.create(values, new Shape(array.getShape().getShape()))) {
                array.setRequiresGradient(false);
                moved.copyTo(array);
                array.setRequiresGradient(true);
            }
        }
    }
}
