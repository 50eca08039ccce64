package io.whetstone.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @CsvSource({"'\"0\"',0", "'\"42\"',42", "'W/\"7\"',7", "' \"3\" ',3"})
    void an_etag_names_a_version(String header, long version) {
        assertThat(IfMatch.version(header)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "1", "\"x\"", "\"1\", \"2\"", ""})
    void anything_else_matches_nothing(String header) {
        assertThatThrownBy(() -> IfMatch.version(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_FAILED));
    }

    @Test
    void a_change_without_it_is_refused() {
        assertThatThrownBy(() -> IfMatch.version(null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }
}
