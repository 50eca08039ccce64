package io.whetstone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    static final Cursor CURSOR = new Cursor(Instant.parse("2026-01-15T12:00:00.123456Z"), UUID.randomUUID());

    @Test
    void a_cursor_survives_its_way_through_the_browser() {
        assertThat(Cursor.parse(CURSOR.encode())).isEqualTo(CURSOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "../etc/passwd", "%%%"})
    void what_is_no_cursor_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldProblem::pointer)
                                .containsExactly("/cursor"));
    }

    @Test
    void a_full_page_names_the_next_one_and_the_last_does_not() {
        var first = Page.of(List.of(1, 2, 3), 2, number -> CURSOR, String::valueOf);
        var last = Page.of(List.of(3), 2, number -> CURSOR, String::valueOf);

        assertThat(first.items()).containsExactly("1", "2");
        assertThat(first.nextCursor()).isEqualTo(CURSOR.encode());
        assertThat(last.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_page_is_neither_empty_nor_endless(int limit) {
        assertThatThrownBy(() -> Page.limit(limit)).hasMessageContaining("between 1 and 200");
    }

    @Test
    void an_unsaid_limit_has_a_default() {
        assertThat(Page.limit(null)).isEqualTo(Page.DEFAULT_LIMIT);
    }
}
