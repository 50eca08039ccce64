package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain in a file: what is changed in it is found, and where. */
class AuditWalkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    final List<String> lines = new ArrayList<>();

    @BeforeEach
    void makeAChain() {
        var previous = AuditWalk.START;
        for (int seq = 1; seq <= 5; seq++) {
            var record =
                    "{\"seq\": %d, \"action\": \"thing.made\", \"after\": {\"text\": \"} \\\" ü\"}}".formatted(seq);
            var hash = AuditWalk.hash(previous, record);
            lines.add(new AuditLink(seq, seq, previous, hash, record, true).line());
            previous = hash;
        }
    }

    @Test
    void a_whole_chain_ends_at_its_head() {
        assertThat(verify()).startsWith("The audit log is whole: 5 rows. Head: 5:");
    }

    @Test
    void a_part_of_a_chain_is_whole_as_well() {
        lines.remove(0);

        assertThat(verify()).contains("4 rows");
    }

    @Test
    void a_changed_row_is_named() {
        lines.set(2, lines.get(2).replace("made", "lost"));

        assertBroken(3, "it was changed");
    }

    @Test
    void a_missing_row_is_named() {
        lines.remove(3);

        assertBroken(4, "it is missing");
    }

    @Test
    void exchanged_rows_are_named() {
        Collections.swap(lines, 1, 2);

        assertBroken(2, "it is missing");
    }

    @Test
    void a_row_that_was_put_in_is_named() {
        var record = "{\"seq\": 3}";
        var forged = new AuditLink(3, 3, AuditWalk.START, AuditWalk.hash(AuditWalk.START, record), record, true);
        lines.set(2, forged.line());

        assertBroken(3, "it does not follow the one before it");
    }

    @Test
    void a_chain_that_was_written_anew_is_found_by_a_head_that_was_noted() {
        var noted = "3:" + "ab".repeat(32);

        assertThatThrownBy(() -> verify("--head", noted)).hasMessageContaining("First broken row: 3");
    }

    @Test
    void a_chain_that_was_cut_off_is_found_by_a_head_that_was_noted() {
        var head = verify();
        lines.remove(4);

        assertThatThrownBy(() -> verify("--head", head.substring(head.indexOf("Head: ") + 6)))
                .hasMessageContaining("First broken row: 5");
    }

    @Test
    void a_cut_joins_what_lies_around_it() {
        var before = AuditLink.parse(lines.get(1)).orElseThrow();
        var after = AuditLink.parse(lines.get(2)).orElseThrow();
        lines.set(1, new AuditLink(2, 3, before.previousHash(), after.hash(), null, true).line());
        lines.remove(2);

        assertThat(verify()).contains("3 rows");
    }

    @Test
    void a_line_of_something_else_is_refused() {
        lines.add("{\"hash\": 1}");

        assertThatThrownBy(this::verify).hasMessageContaining("Line 6");
    }

    private void assertBroken(int seq, String how) {
        assertThatThrownBy(this::verify)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("First broken row: %d (%s)".formatted(seq, how));
    }

    private String verify(String... options) {
        try {
            var words = new ArrayList<String>(List.of("verify"));
            words.add(Files.write(folder.resolve("audit.jsonl"), lines).toString());
            words.addAll(List.of(options));
            assertThat(AuditCommand.isOffline(words)).isTrue();
            return new AuditCommand(words).run(null);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
