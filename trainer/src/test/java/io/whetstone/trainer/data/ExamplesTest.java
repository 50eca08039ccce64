package io.whetstone.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Examples TWENTY =
            new Examples(IntStream.range(0, 20).mapToObj(ExamplesTest::example).toList(), 0, 0);

    @Test
    void the_split_is_a_seeded_shuffle_without_loss() {
        Examples.Split split = TWENTY.split(0.25, 7);

        assertThat(split.evaluation()).hasSize(5).doesNotContainAnyElementsOf(split.train());
        assertThat(split.train()).hasSize(15);
        assertThat(split).isEqualTo(TWENTY.split(0.25, 7));
        assertThat(split).isNotEqualTo(TWENTY.split(0.25, 8));
    }

    @Test
    void a_single_example_stays_for_training() {
        Examples one = new Examples(List.of(example(1)), 0, 0);

        assertThat(one.split(0.5, 1).train()).hasSize(1);
        assertThat(TWENTY.split(0.001, 1).evaluation()).hasSize(1);
        assertThat(TWENTY.split(0, 1).evaluation()).isEmpty();
    }

    @Test
    void each_epoch_has_its_own_order_of_all() {
        int[] first = Examples.order(50, 42, 0);

        assertThat(first).isEqualTo(Examples.order(50, 42, 0)).isNotEqualTo(Examples.order(50, 42, 1));
        assertThat(Arrays.stream(first).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    private static Example example(int id) {
        return new Example(new int[] {id, id}, new boolean[] {false, true});
    }
}
