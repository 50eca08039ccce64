package io.whetstone.apikey.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyEndingRepositoryTest extends PersistenceTest {
    static final Instant END = Instant.parse("2031-05-20T10:00:00Z");

    final KeyEndingRepository endings = new KeyEndingRepository();

    @BeforeEach
    void connect() {
        endings.entities = entities;
    }

    @Test
    void a_key_is_told_of_fourteen_and_three_days_before_its_end_and_at_it_once_each() {
        var key = givenKey(Duration.ofDays(365));

        assertThat(tell(key, before(15))).isEmpty();
        assertThat(tell(key, before(14))).map(KeyEndingRepository.Ending::end).contains(END);
        assertThat(tell(key, before(13))).isEmpty();
        assertThat(tell(key, before(3))).isPresent();
        assertThat(tell(key, before(1))).isEmpty();
        assertThat(tell(key, END)).isPresent();
        assertThat(tell(key, END.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_was_missed_is_not_made_up_for() {
        var key = givenKey(Duration.ofDays(365));

        assertThat(tell(key, before(2))).isPresent();
        assertThat(tell(key, before(2))).isEmpty();

        var forgotten = givenKey(Duration.ofDays(365));
        assertThat(tell(forgotten, END.plus(Duration.ofDays(15)))).isEmpty();
    }

    @Test
    void a_key_that_is_made_near_its_end_is_told_of_later_only() {
        var key = givenKey(Duration.ofDays(10));

        assertThat(tell(key, before(10))).isEmpty();
        assertThat(tell(key, before(3))).isPresent();

        var brief = givenKey(Duration.ofDays(1));
        assertThat(tell(brief, before(1))).isEmpty();
        assertThat(tell(brief, END)).isPresent();
    }

    @Test
    void another_end_is_told_of_anew_and_a_revoked_key_not_at_all() {
        var key = givenKey(Duration.ofDays(365));
        assertThat(tell(key, before(1))).isPresent();

        change("update api_keys set expires_at = expires_at + interval '30 days' where id = ?1", key);
        assertThat(tell(key, before(1))).isEmpty();
        assertThat(tell(key, END.plus(Duration.ofDays(29)))).isPresent();

        change("update api_keys set revoked_at = now() where id = ?1", key);
        assertThat(tell(key, END.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void of_several_nodes_at_once_one_tells() {
        var key = givenKey(Duration.ofDays(365));
        var told = new AtomicInteger();
        var all = new ArrayList<CompletableFuture<Void>>();

        for (var node = 0; node < 8; node++) {
            all.add(CompletableFuture.runAsync(() -> inSystem(connected -> {
                var mine = new KeyEndingRepository();
                mine.entities = connected;
                mine.take(key, before(14)).ifPresent(ending -> told.incrementAndGet());
            })));
        }
        all.forEach(CompletableFuture::join);

        assertThat(told).hasValue(1);
    }

    private static Instant before(int days) {
        return END.minus(Duration.ofDays(days));
    }

    private Optional<KeyEndingRepository.Ending> tell(UUID key, Instant now) {
        asSystem();
        var due = endings.due(now, 10_000).contains(key);
        var ending = endings.take(key, now);
        assertThat(ending.isPresent()).as("only what is due is told").isEqualTo(due);
        commit();
        return ending;
    }

    private void change(String sql, UUID key) {
        asSystem();
        entities.createNativeQuery(sql).setParameter(1, key).executeUpdate();
        commit();
    }

    private UUID givenKey(Duration life) {
        var workspace = givenWorkspace();
        var id = UUID.randomUUID();
        asSystem();
        entities.createNativeQuery("insert into api_keys (id, version, workspace_id, user_id, kind, name, public_id,"
                        + " secret_hash, last_four, scopes, networks, models, created_at, expires_at)"
                        + " values (?1, 0, ?2, ?2, 'api_key', cast(?1 as text), left(cast(?1 as text), 12), '', '0000',"
                        + " '[]', '[]', '[]', ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, workspace)
                .setParameter(3, Timestamp.from(END.minus(life)))
                .setParameter(4, Timestamp.from(END))
                .executeUpdate();
        commit();
        return id;
    }
}
