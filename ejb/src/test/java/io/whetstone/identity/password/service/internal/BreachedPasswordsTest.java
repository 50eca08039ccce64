package io.whetstone.identity.password.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachedPasswordsTest {
    static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    @ParameterizedTest
    @CsvSource({
        "1E4C9B93F3F0682250B6CF8331B7EE68FD8:3861493, true",
        "1e4c9b93f3f0682250b6cf8331b7ee68fd8:1,       true",
        "1E4C9B93F3F0682250B6CF8331B7EE68FD8:0,       false",
        "2E4C9B93F3F0682250B6CF8331B7EE68FD8:5,       false",
        "1E4C9B93F3F0682250B6CF8331B7EE68FD8,         false"
    })
    void a_line_of_the_range_is_a_hit_unless_it_is_padding(String line, boolean hit) {
        assertThat(BreachedPasswords.isHit(line, SUFFIX)).isEqualTo(hit);
    }
}
