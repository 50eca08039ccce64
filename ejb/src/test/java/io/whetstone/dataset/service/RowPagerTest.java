package io.whetstone.dataset.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.dataset.service.internal.ingest.DuplicateCounter;
import io.whetstone.dataset.service.internal.ingest.RowOutput;
import io.whetstone.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPagerTest {
    static final VersionKey KEY = new VersionKey(new UUID(0, 1), new UUID(0, 2), 1);

    @TempDir
    Path folder;

    final DatasetFiles files = new DatasetFiles();
    final RowPager pager = new RowPager();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void connect() {
        files.storage = new FolderStorage(folder);
        pager.files = files;
    }

    @Test
    void pages_follow_each_other_without_a_gap() throws IOException {
        var version = given(5, index -> "Grüße " + index);

        var first = pager.page(version, null, null, 2);
        var second = pager.page(version, "", first.nextCursor(), 2);
        var third = pager.page(version, null, second.nextCursor(), 2);

        assertThat(first.items()).extracting(RowView::index).containsExactly(0L, 1L);
        assertThat(second.items()).extracting(RowView::line).containsExactly(30L, 40L);
        assertThat(third.items())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.content().path("text").asText()).isEqualTo("Grüße 4"));
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void a_search_finds_rows_in_any_case() throws IOException {
        var version = given(20, index -> index % 7 == 0 ? "Grüße" : "nothing");

        var page = pager.page(version, "GRÜßE", null, 10);

        assertThat(page.items()).extracting(RowView::index).containsExactly(0L, 7L, 14L);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void a_search_reads_a_bounded_part_and_can_be_continued() throws IOException {
        var padding = "x".repeat(1 << 20);
        var version = given(20, index -> index == 18 ? "needle" : padding);

        var first = pager.page(version, "needle", null, 10);
        var second = pager.page(version, "needle", first.nextCursor(), 10);
        var third = pager.page(version, "needle", second.nextCursor(), 10);

        assertThat(first.items()).isEmpty();
        assertThat(first.nextCursor()).isNotNull();
        assertThat(second.items()).isEmpty();
        assertThat(third.items()).extracting(RowView::index).containsExactly(18L);
    }

    @Test
    void a_foreign_cursor_is_refused() throws IOException {
        var version = given(1, index -> "a");

        assertThatThrownBy(() -> pager.page(version, null, "!", 10)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> pager.page(version, null, "LTU", 10)).isInstanceOf(ProblemException.class);
    }

    private ReadableVersion given(int rows, LongFunction<String> text) throws IOException {
        try (var duplicates = new DuplicateCounter(folder.resolve("scratch"));
                var output = new RowOutput(files.createRows(KEY), files.createIndex(KEY), duplicates)) {
            for (int i = 0; i < rows; i++) {
                var json = "{\"text\":\"%s\"}".formatted(text.apply(i));
                output.write((i + 1) * 10L, json.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ReadableVersion(KEY, "d", rows, "hash");
    }
}
