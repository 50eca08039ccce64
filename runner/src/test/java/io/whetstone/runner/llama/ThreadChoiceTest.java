package io.whetstone.runner.llama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadChoiceTest {
    private static final int THREADS = 4;

    private final ThreadChoice choice = new ThreadChoice(THREADS);

    @Test
    void on_idle_cores_nearly_all_steps_use_all_threads() {
        assertThat(stepsWithAll(1000, 30, 100)).isGreaterThan(980);
    }

    @Test
    void on_busy_cores_nearly_all_steps_use_one() {
        assertThat(stepsWithAll(1000, 900, 100)).isLessThan(20);
    }

    @Test
    void it_notices_when_the_cores_become_busy_and_idle_again() {
        stepsWithAll(500, 30, 100);

        assertThat(stepsWithAll(1000, 900, 100)).isLessThan(25);
        assertThat(stepsWithAll(5000, 30, 100)).isGreaterThan(3500);
    }

    @Test
    void a_step_that_was_held_up_changes_nothing() {
        int all = 0;
        for (int i = 0; i < 1000; i++) {
            all += stepsWithAll(1, i % 10 == 0 ? 900 : 30, 100);
        }

        assertThat(all).isGreaterThan(970);
    }

    @Test
    void the_first_step_uses_all_threads() {
        assertThat(stepsWithAll(1, 30, 100)).isEqualTo(1);
    }

    @Test
    void a_long_prompt_always_uses_all_threads() {
        for (int i = 0; i < 1000; i++) {
            assertThat(choice.next(512)).isEqualTo(THREADS);
            choice.took(512, THREADS, 900);
        }
    }

    @Test
    void a_single_thread_needs_no_choice() {
        var single = new ThreadChoice(1);
        single.took(8, 1, 100);

        assertThat(single.next(8)).isEqualTo(1);
    }

    private int stepsWithAll(int steps, long nanosOfAll, long nanosOfOne) {
        int all = 0;
        for (int i = 0; i < steps; i++) {
            int used = choice.next(16);
            choice.took(16, used, used == THREADS ? nanosOfAll : nanosOfOne);
            all += used == THREADS ? 1 : 0;
        }
        return all;
    }
}
