package io.whetstone.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final int DRAWS = 20_000;

    @Test
    void temperature_zero_takes_the_likeliest() {
        var sampler = new Sampler(SamplingSettings.GREEDY);

        assertThat(sampler.choose(new float[] {1, 3, 2})).isEqualTo(1);
    }

    @Test
    void draws_follow_the_softmax_of_the_scores() {
        var shares = shares(new SamplingSettings(1, 1, 5L, 0, 0, Map.of()), 0f, (float) Math.log(3));

        assertThat(shares[1]).isCloseTo(0.75, within(0.02));
    }

    @Test
    void temperature_sharpens() {
        var shares = shares(new SamplingSettings(0.5, 1, 5L, 0, 0, Map.of()), 0f, (float) Math.log(3));

        assertThat(shares[1]).isCloseTo(0.9, within(0.02));
    }

    @Test
    void top_p_keeps_the_smallest_set_that_holds_the_mass() {
        var settings = new SamplingSettings(1, 0.7, 5L, 0, 0, Map.of());
        var shares = shares(settings, (float) Math.log(0.5), (float) Math.log(0.3), (float) Math.log(0.2));

        assertThat(shares[0]).isCloseTo(0.625, within(0.02));
        assertThat(shares[1]).isCloseTo(0.375, within(0.02));
        assertThat(shares[2]).isZero();
    }

    @Test
    void top_p_of_nothing_is_greedy() {
        assertThat(shares(new SamplingSettings(1, 0, 5L, 0, 0, Map.of()), 1f, 2f)[1])
                .isEqualTo(1);
    }

    @Test
    void penalties_and_bias_change_the_scores_as_openai_says() {
        var sampler = new Sampler(new SamplingSettings(0, 1, null, 1, 0.5, Map.of(2, 2f)));

        // 2 has 1 + 2; then 1.5 less; then token 0 has 2 - 1.5 against 1.5.
        assertThat(sampler.choose(new float[] {2, 0, 1})).isEqualTo(2);
        assertThat(sampler.choose(new float[] {2, 0, 1})).isEqualTo(0);
        assertThat(sampler.choose(new float[] {2, 0, 1})).isEqualTo(2);
    }

    private static double[] shares(SamplingSettings settings, float... scores) {
        var sampler = new Sampler(settings);
        var shares = new double[scores.length];
        for (int i = 0; i < DRAWS; i++) {
            shares[sampler.choose(scores.clone())] += 1.0 / DRAWS;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.round(shares[i] * 1e6) / 1e6;
        }
        return shares;
    }
}
