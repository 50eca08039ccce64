package io.whetstone.apikey.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.PersistenceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyMonthRepositoryTest extends PersistenceTest {
    static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    final KeyMonthRepository months = new KeyMonthRepository();

    @BeforeEach
    void connect() {
        months.entities = entities;
    }

    @Test
    void what_is_used_adds_up_within_a_month_and_begins_anew_in_the_next() {
        var key = givenKey(givenWorkspace(), 100L);
        asSystem();

        months.add(UUID.randomUUID(), key, MARCH, 60);
        months.add(UUID.randomUUID(), key, MARCH, 39);

        assertThat(months.budget(key, MARCH).orElseThrow().used()).isEqualTo(99);
        assertThat(months.budget(key, MARCH).orElseThrow().isUsedUp()).isFalse();
        months.add(UUID.randomUUID(), key, MARCH, 1);
        assertThat(months.budget(key, MARCH).orElseThrow().isUsedUp()).isTrue();
        assertThat(months.budget(key, APRIL).orElseThrow().used()).isZero();
        assertThat(months.used(List.of(key, UUID.randomUUID()), MARCH))
                .containsOnlyKeys(key)
                .containsValue(100L);
    }

    @Test
    void requests_that_end_at_once_are_all_counted() {
        var key = givenKey(givenWorkspace(), 100L);
        var all = new ArrayList<CompletableFuture<Void>>();

        for (var i = 0; i < 8; i++) {
            all.add(CompletableFuture.runAsync(() -> countTenTimes(key)));
        }
        all.forEach(CompletableFuture::join);

        asSystem();
        assertThat(months.budget(key, MARCH).orElseThrow().used()).isEqualTo(8 * 10 * 3);
    }

    @Test
    void a_use_that_is_told_again_is_counted_once() {
        var key = givenKey(givenWorkspace(), 100L);
        var use = UUID.randomUUID();
        asSystem();

        months.add(use, key, MARCH, 7);
        months.add(use, key, MARCH, 7);
        months.add(use, key, APRIL, 9);

        assertThat(months.used(List.of(key), MARCH)).containsEntry(key, 7L);
        assertThat(months.used(List.of(key), APRIL)).isEmpty();
    }

    @Test
    void a_key_without_a_budget_is_counted_and_not_limited() {
        var key = givenKey(givenWorkspace(), null);
        asSystem();

        months.add(UUID.randomUUID(), key, MARCH, 5);

        assertThat(months.budget(key, MARCH)).isEmpty();
        assertThat(months.used(List.of(key), MARCH)).containsEntry(key, 5L);
    }

    @Test
    void its_person_reads_what_a_key_used_and_cannot_change_it() {
        var workspace = givenWorkspace();
        var key = givenKey(workspace, 100L);
        asSystem();
        months.add(UUID.randomUUID(), key, MARCH, 5);
        commit();
        var stranger = givenWorkspace();

        as(workspace);

        assertThat(months.used(List.of(key), MARCH)).containsEntry(key, 5L);
        assertThat(entities.createNativeQuery("update api_key_months set used = 0")
                        .executeUpdate())
                .isZero();
        as(stranger);
        assertThat(months.used(List.of(key), MARCH)).isEmpty();
    }

    /** As a node does: a transaction of its own for each request. */
    private static void countTenTimes(UUID key) {
        for (var i = 0; i < 10; i++) {
            inSystem(connected -> {
                var mine = new KeyMonthRepository();
                mine.entities = connected;
                mine.add(UUID.randomUUID(), key, MARCH, 3);
            });
        }
    }

    private UUID givenKey(UUID workspace, @Nullable Long budget) {
        var id = UUID.randomUUID();
        asSystem();
        entities.createNativeQuery("insert into api_keys (id, version, workspace_id, user_id, kind, name, public_id,"
                        + " secret_hash, last_four, scopes, networks, models, monthly_tokens, created_at)"
                        + " values (?1, 0, ?2, ?2, 'api_key', cast(?1 as text), left(cast(?1 as text), 12), '', '0000',"
                        + " '[]', '[]', '[]', cast(?3 as bigint), now())")
                .setParameter(1, id)
                .setParameter(2, workspace)
                .setParameter(3, budget)
                .executeUpdate();
        commit();
        return id;
    }
}
