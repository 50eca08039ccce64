package io.whetstone.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotChoiceTest {
    private static final int[] PROMPT = IntStream.range(0, 200).toArray();

    private final List<Slot> free = new ArrayList<>();
    private final BitSet busy = new BitSet();

    SlotChoiceTest() {
        for (int id = 0; id < 8; id++) {
            free.add(new Slot(id, 256));
        }
    }

    @Test
    void those_at_work_have_consecutive_numbers() {
        rest(5, 0, 1);
        for (int i = 0; i < 8; i++) {
            work(choose());
            int first = busy.nextSetBit(0);

            assertThat(busy.nextClearBit(first)).isEqualTo(first + busy.cardinality());
        }
    }

    @Test
    void a_gap_is_filled_first() {
        IntStream.of(1, 2, 4).forEach(this::work);

        assertThat(choose()).isEqualTo(3);
    }

    @Test
    void a_cache_that_saves_much_is_worth_a_gap() {
        work(0);
        rest(6, 150, 1);

        assertThat(choose()).isEqualTo(6);
    }

    @Test
    void a_cache_that_saves_little_is_not() {
        work(0);
        rest(6, 40, 1);

        assertThat(choose()).isEqualTo(1);
    }

    @Test
    void alone_it_takes_what_saves_a_little_and_else_what_rested_longest() {
        IntStream.range(0, 8).forEach(id -> rest(id, 0, 10 - id));
        assertThat(choose()).isEqualTo(7);

        rest(3, 20, 20);
        assertThat(choose()).isEqualTo(3);
    }

    private int choose() {
        return SlotChoice.of(free, busy, PROMPT, null).id();
    }

    private void work(int id) {
        free.removeIf(slot -> slot.id() == id);
        busy.set(id);
    }

    private void rest(int id, int shared, long since) {
        var slot = free.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        slot.occupy(null, 0, since);
        IntStream.range(0, shared).forEach(slot::push);
    }
}
