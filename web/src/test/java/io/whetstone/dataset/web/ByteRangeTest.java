package io.whetstone.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,9", "bytes=10-,10,99", "bytes=-5,95,99", "bytes=90-500,90,99", "bytes=-500,0,99"})
    void one_range_is_understood(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", ""})
    void anything_else_means_the_whole_file(String header) {
        assertThat(ByteRange.parse(header, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=5-2", "bytes=-0"})
    void a_range_outside_of_the_file_is_refused(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 100)).isInstanceOf(ProblemException.class);
    }
}
