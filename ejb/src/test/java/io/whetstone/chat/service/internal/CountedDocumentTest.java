package io.whetstone.chat.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedDocumentTest {
    final List<Long> counted = new ArrayList<>();

    @Test
    void the_one_event_is_the_document() throws IOException {
        try (var document = of(": usage 12 1\n: waiting\n\n: usage 12 2\ndata: {\"a\":\"ö\"}\n\ndata: [DONE]\n\n")) {
            assertThat(new String(document.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("{\"a\":\"ö\"}");
        }

        assertThat(counted).containsExactly(14L);
    }

    @Test
    void one_that_is_given_up_counts_what_it_used_until_then() throws IOException {
        var document = new CountedDocument(new Slow(), new NotedUse(counted));

        assertThat(document.read())
                .as("a sign that tells whether the client is there")
                .isEqualTo(' ');
        document.close();

        assertThat(counted).hasSize(1).allMatch(tokens -> tokens >= 100);
    }

    @Test
    void one_without_its_event_has_broken_off() {
        assertThatThrownBy(() -> of(": usage 12 1\n").readAllBytes()).isInstanceOf(EOFException.class);
        assertThat(counted).containsExactly(13L);
    }

    private CountedDocument of(String stream) {
        return new CountedDocument(
                new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), new NotedUse(counted));
    }

    /** Says every hundredth of a second that one more token was used. */
    private static final class Slow extends InputStream {
        private int used;

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            var comment = ": usage 10 %d\n".formatted(++used).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(comment, 0, target, offset, comment.length);
            return comment.length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }
    }
}
