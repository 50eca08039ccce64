package io.whetstone.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Example FIRST = example(9, 9, 9, 9, 1, -2);
    private static final Example SECOND = example(9, 9, 9, 9, 3, 4, -5);

    @Test
    void rows_are_padded_to_the_longest_and_targets_lie_one_ahead() {
        Batch batch = Batch.of(List.of(FIRST, SECOND), false);

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.length()).isEqualTo(7);
        assertThat(batch.ids()).containsExactly(9, 9, 9, 9, 1, 2, 0, 9, 9, 9, 9, 3, 4, 5);
        assertThat(batch.at()).containsExactly(4, 12);
        assertThat(batch.targets()).containsExactly(2, 5);
        assertThat(batch.tokens()).isEqualTo(13);
        assertThat(batch.mask()).isNull();
    }

    @Test
    void a_common_beginning_is_laid_out_once() {
        Batch batch = Batch.of(List.of(FIRST, SECOND), true);

        assertThat(batch.rows()).isEqualTo(1);
        assertThat(batch.ids()).containsExactly(9, 9, 9, 9, 1, 2, 3, 4, 5);
        assertThat(batch.positions()).containsExactly(0, 1, 2, 3, 4, 5, 4, 5, 6);
        assertThat(batch.at()).containsExactly(4, 7);
        assertThat(batch.tokens()).isEqualTo(13);
        assertThat(row(batch, 5)).isEqualTo("111111...");
        assertThat(row(batch, 7)).isEqualTo("1111..11.");
    }

    @Test
    void what_is_learnt_is_never_shared() {
        Example learnt = new Example(new int[] {9, 9, 9, 9, 1}, new boolean[] {false, true, true, true, true});

        assertThat(Batch.of(List.of(learnt, learnt), true).mask()).isNull();
    }

    private static String row(Batch batch, int column) {
        StringBuilder seen = new StringBuilder();
        boolean[] mask = batch.mask();
        for (int i = 0; mask != null && i < batch.length(); i++) {
            seen.append(mask[column * batch.length() + i] ? '1' : '.');
        }
        return seen.toString();
    }

    /** A negative number is a token that is learnt. */
    private static Example example(int... ids) {
        boolean[] learnt = new boolean[ids.length];
        int[] plain = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            learnt[i] = ids[i] < 0;
            plain[i] = Math.abs(ids[i]);
        }
        return new Example(plain, learnt);
    }
}
