package io.whetstone.storage.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    @Test
    void a_checksum_names_its_algorithm_and_value() {
        var checksum = requireNonNull(Checksum.parse("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="));

        assertThat(checksum.algorithm()).isEqualTo("SHA-1");
        assertThat(checksum.expected()).hasSize(20);
    }

    @Test
    void no_header_is_no_checksum() {
        assertThat(Checksum.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "md5 AAAA", "sha256 ***", "SHA256 AAAA"})
    void anything_else_is_refused(String header) {
        assertThatThrownBy(() -> Checksum.parse(header)).isInstanceOf(ProblemException.class);
    }
}
