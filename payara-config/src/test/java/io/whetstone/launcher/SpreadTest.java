package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void the_median_is_not_moved_by_one_bad_round() {
        assertThat(Spread.of(List.of(3.0, 1.0, 90.0), Double::doubleValue)).isEqualTo(new Spread(3, 1, 90));
    }

    @Test
    void two_in_the_middle_share_it() {
        assertThat(Spread.of(List.of(1.0, 2.0, 4.0, 8.0), Double::doubleValue).show(1))
                .isEqualTo("3.0 (1.0 to 8.0)");
    }
}
