package io.whetstone.storage.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.PersistenceTest;
import io.whetstone.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Instant EVENING = Instant.parse("2026-01-15T18:00:00Z");

    final UploadRepository uploads = new UploadRepository();

    UUID workspace;

    @BeforeEach
    void connect() {
        uploads.entities = entities;
        workspace = givenWorkspace();
        asSystem();
    }

    @Test
    void an_upload_remembers_how_far_it_is() {
        var upload = given();
        upload.advance(7, EVENING.plusSeconds(60));
        commit();
        asSystem();

        assertThat(uploads.find(workspace, upload.id())).hasValueSatisfying(found -> {
            assertThat(found.received()).isEqualTo(7);
            assertThat(found.expiresAt()).isEqualTo(EVENING.plusSeconds(60));
            assertThatThrownBy(found::requireComplete)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("7 of 10");
        });
    }

    @Test
    void what_was_discarded_or_has_expired_is_gone_and_removable() {
        var discarded = given();
        discarded.discard();
        var alive = given();
        uploads.flush();

        assertThatThrownBy(() -> discarded.requireAlive(NOON)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> alive.requireAlive(EVENING)).isInstanceOf(ProblemException.class);
        assertThat(uploads.removable(NOON, 1000)).contains(discarded).doesNotContain(alive);
        assertThat(uploads.removable(EVENING, 1000)).contains(discarded, alive);
        assertThat(uploads.countOpen(workspace, NOON)).isEqualTo(1);
    }

    @Test
    void an_upload_is_known_until_its_row_is_gone() {
        var upload = given();
        upload.discard();
        uploads.flush();

        assertThat(uploads.isKnown(upload.id())).isTrue();
        assertThat(uploads.isKnown(UUID.randomUUID())).isFalse();
    }

    @Test
    void removed_rows_are_gone() {
        var upload = given();

        uploads.delete(List.of(upload.id()));
        entities.clear();

        assertThat(uploads.find(workspace, upload.id())).isEmpty();
    }

    @Test
    void another_persons_upload_does_not_exist() {
        var upload = given();
        commit();
        var other = givenWorkspace();

        as(other);

        assertThat(uploads.find(workspace, upload.id())).isEmpty();
        assertThat(uploads.lock(other, upload.id())).isEmpty();
    }

    private Upload given() {
        var upload = new Upload(workspace, "rows.jsonl", "filename cm93cy5qc29ubA==", 10, NOON, EVENING);
        uploads.add(upload);
        uploads.flush();
        return upload;
    }
}
