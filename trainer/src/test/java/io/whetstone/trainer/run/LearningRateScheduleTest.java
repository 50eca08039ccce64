package io.whetstone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.trainer.TinyModel;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateScheduleTest {
    @ParameterizedTest
    @EnumSource
    void each_step_has_the_rate_that_transformers_gives_it(LearningRateSchedule schedule) throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(TinyModel.resource("schedules.json").toFile());

        JsonNode rates = expected.path("lr_used_at_step").path(schedule.name().toLowerCase(Locale.ROOT));

        assertThat(rates).hasSize(100);
        for (int step = 0; step < rates.size(); step++) {
            assertThat(schedule.at(step, 1e-3, 10, 100))
                    .isCloseTo(rates.get(step).asDouble(), within(1e-12));
        }
    }
}
