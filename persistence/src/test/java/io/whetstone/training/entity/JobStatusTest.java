package io.whetstone.training.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusTest {
    @ParameterizedTest
    @CsvSource({
        "QUEUED,    QUEUED|PENDING|RUNNING|CANCELLED",
        "PENDING,   QUEUED|RUNNING|PAUSED|CANCELLED",
        "RUNNING,   COMPLETED|FAILED|CANCELLED|PAUSED",
        "PAUSED,    QUEUED|CANCELLED",
        "COMPLETED, ''",
        "FAILED,    QUEUED",
        "CANCELLED, QUEUED",
    })
    void a_status_becomes_only_what_the_table_allows(JobStatus from, String successors) {
        var allowed = Arrays.stream(successors.split("\\|"))
                .filter(name -> !name.isEmpty())
                .map(JobStatus::valueOf)
                .collect(Collectors.toSet());

        for (var next : JobStatus.values()) {
            assertThat(from.canBecome(next)).as("%s to %s", from, next).isEqualTo(allowed.contains(next));
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_the_three_outcomes_are_final(JobStatus status) {
        var outcomes = Set.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED);

        assertThat(status.isFinal()).isEqualTo(outcomes.contains(status));
    }
}
