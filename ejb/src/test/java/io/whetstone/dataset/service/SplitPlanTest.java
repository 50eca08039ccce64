package io.whetstone.dataset.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitPlanTest {
    @ParameterizedTest
    @CsvSource({"1,10", "9,10", "50,100", "3,1000", "1,2"})
    void exactly_so_many_rows_are_held_out(long heldOut, int rows) {
        for (long seed = 0; seed < 50; seed++) {
            var selection = new SplitPlan(new UUID(0, 1), 1, heldOut, rows, seed).selection();

            assertThat(IntStream.range(0, rows)
                            .filter(row -> selection.getAsBoolean())
                            .count())
                    .isEqualTo(heldOut);
        }
    }

    @Test
    void equal_seeds_choose_equally_and_others_do_not() {
        assertThat(chosen(7)).isEqualTo(chosen(7)).isNotEqualTo(chosen(8));
    }

    @Test
    void a_plan_survives_its_journey_as_json() {
        var plan = new SplitPlan(new UUID(0, 1), 3, 10, 100, -5);

        assertThat(SplitPlan.of(plan.payload(true))).isEqualTo(plan);
        assertThat(SplitPlan.fillsHeldOut(plan.payload(true))).isTrue();
        assertThat(SplitPlan.fillsHeldOut(plan.payload(false))).isFalse();
    }

    @Test
    void the_names_of_parts_stay_within_the_limit() {
        assertThat(SplitPlan.name("x".repeat(200), "held out")).hasSize(200).endsWith(" (held out)");
    }

    private static java.util.List<Boolean> chosen(long seed) {
        var selection = new SplitPlan(new UUID(0, 1), 1, 20, 100, seed).selection();
        return IntStream.range(0, 100).mapToObj(row -> selection.getAsBoolean()).toList();
    }
}
