package io.whetstone.chat.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.apikey.service.KeyUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedStreamTest {
    static final String EVENTS = """
            data: {"a":"ö: usage 9 9"}

            : usage 12 1
            data: {}

            : waiting

            : usage 12 2
            data: {}

            data: [DONE]

            """;
    static final String PLAIN = """
            data: {"a":"ö: usage 9 9"}

            data: {}

            : waiting

            data: {}

            data: [DONE]

            """;

    final List<Long> counted = new ArrayList<>();
    final KeyUse use = new NotedUse(counted);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8192})
    void comments_on_usage_are_taken_out_however_they_come(int piece) throws IOException {
        try (var stream = new CountedStream(inPieces(EVENTS, piece), use)) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(PLAIN);
        }

        assertThat(counted).containsExactly(14L);
    }

    @Test
    void a_stream_that_is_given_up_counts_what_it_used_until_then() throws IOException {
        var stream = new CountedStream(inPieces(EVENTS, 50), use);

        assertThat(stream.readNBytes(29)).hasSize(29);
        stream.close();
        stream.close();

        assertThat(counted).containsExactly(13L);
    }

    @Test
    void what_broke_off_within_a_line_is_passed_on() throws IOException {
        var stream = new CountedStream(inPieces("data: half", 4), use);

        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: half");
        assertThat(counted).containsExactly(0L);
    }

    /** As a network gives it, never more than so many bytes at once. */
    private static InputStream inPieces(String text, int piece) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }
}
