package io.whetstone.storage.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.storage.entity.UploadRepository;
import io.whetstone.storage.service.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanFilesTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Instant MORNING = NOON.minusSeconds(4 * 3600);
    static final UUID KNOWN = UUID.randomUUID();

    @TempDir
    Path root;

    final OrphanFiles orphans = new OrphanFiles();

    /** A table with one row. */
    static final class OneUpload extends UploadRepository {
        @Override
        public boolean isKnown(UUID id) {
            return Set.of(KNOWN).contains(id);
        }
    }

    @BeforeEach
    void connect() {
        orphans.config = StorageSettings.under(root);
        orphans.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        orphans.uploads = new OneUpload();
    }

    @Test
    void what_no_row_leads_to_is_removed() throws IOException {
        var upload = given("uploads/" + UUID.randomUUID() + "/" + UUID.randomUUID(), MORNING);
        var half = given("datasets/a/b/1/.rows.jsonl." + UUID.randomUUID() + ".part", MORNING);

        assertThat(orphans.hasExpired()).isTrue();
        orphans.purge(1);
        assertThat(orphans.hasExpired()).isTrue();
        orphans.purge(10);

        assertThat(orphans.hasExpired()).isFalse();
        assertThat(upload).doesNotExist();
        assertThat(half).doesNotExist();
    }

    @Test
    void what_is_known_or_new_or_not_ours_to_judge_stays() throws IOException {
        given("uploads/" + UUID.randomUUID() + "/" + KNOWN, MORNING);
        given("uploads/" + UUID.randomUUID() + "/" + UUID.randomUUID(), NOON.minusSeconds(60));
        given("uploads/notes.txt", MORNING);
        given("datasets/" + UUID.randomUUID() + "/" + UUID.randomUUID() + "/1/rows.jsonl", MORNING);
        given("models/a/.model." + UUID.randomUUID() + ".part", NOON);

        assertThat(orphans.hasExpired()).isFalse();
    }

    private Path given(String key, Instant changed) throws IOException {
        var file = root.resolve(key);
        Files.createDirectories(file.resolveSibling("."));
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }
}
