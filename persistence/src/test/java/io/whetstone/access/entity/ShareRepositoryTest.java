package io.whetstone.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.entity.Share.Shared;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.PersistenceTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShareRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final ShareRepository shares = new ShareRepository();

    @BeforeEach
    void inject() {
        shares.entities = entities;
    }

    @Test
    void a_share_opens_the_object_to_its_grantee_and_nobody_else() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var eve = givenWorkspace();
        var dataset = givenDataset(ada);
        share(Share.withPerson(new Shared(ada, Shareable.DATASET, dataset), bob, ShareLevel.VIEW, ada, NOON), ada);

        as(bob);
        assertThat(shares.widestTo(bob, Shareable.DATASET, dataset))
                .hasValue(new ShareRepository.Grant(ada, ShareLevel.VIEW));
        assertThat(seen(dataset)).isOne();
        assertThat(renamed(dataset)).isZero();
        as(eve);
        assertThat(shares.widestTo(eve, Shareable.DATASET, dataset)).isEmpty();
        assertThat(seen(dataset)).isZero();
    }

    @Test
    void a_share_with_a_workspace_reaches_its_members() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var dataset = givenDataset(ada);
        share(Share.withWorkspace(new Shared(ada, Shareable.DATASET, dataset), bob, ShareLevel.EDIT, ada, NOON), ada);

        as(bob);

        assertThat(shares.widestTo(bob, Shareable.DATASET, dataset))
                .hasValue(new ShareRepository.Grant(ada, ShareLevel.EDIT));
        assertThat(shares.idsSharedTo(bob, Shareable.DATASET)).containsExactly(dataset);
        assertThat(renamed(dataset)).isOne();
    }

    @Test
    void the_widest_share_counts() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var dataset = givenDataset(ada);
        var object = new Shared(ada, Shareable.DATASET, dataset);
        share(Share.withPerson(object, bob, ShareLevel.VIEW, ada, NOON), ada);
        share(Share.withWorkspace(object, bob, ShareLevel.COMMENT, ada, NOON), ada);

        as(bob);

        assertThat(shares.widestTo(bob, Shareable.DATASET, dataset)
                        .orElseThrow()
                        .level())
                .isEqualTo(ShareLevel.COMMENT);
    }

    @Test
    void the_shares_of_an_object_end_with_it_and_no_others() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var gone = givenDataset(ada);
        var kept = givenDataset(ada);
        for (var dataset : List.of(gone, kept)) {
            share(Share.withPerson(new Shared(ada, Shareable.DATASET, dataset), bob, ShareLevel.VIEW, ada, NOON), ada);
        }

        as(ada);
        entities.createNativeQuery("delete from datasets where id = ?1")
                .setParameter(1, gone)
                .executeUpdate();
        commit();
        as(bob);

        assertThat(shares.idsSharedTo(bob, Shareable.DATASET)).containsExactly(kept);
    }

    @ParameterizedTest
    @EnumSource(Shareable.class)
    void every_kind_of_object_takes_its_shares_along(Shareable kind) {
        as(givenWorkspace());

        List<?> tables = entities.createNativeQuery(
                        "select event_object_table from information_schema.triggers where trigger_name = 'shares_leave'"
                                + " and event_manipulation = 'DELETE' and action_statement like ?1")
                .setParameter(1, "%('" + EnumText.of(kind) + "')")
                .getResultList();

        assertThat(tables).hasSize(1);
    }

    private UUID givenDataset(UUID workspace) {
        as(workspace);
        var id = UUID.randomUUID();
        entities.createNativeQuery("insert into datasets (id, version, workspace_id, name, status, latest_version,"
                        + " created_at, updated_at) values (?1, 0, ?2, 'd', 'processing', 1, now(), now())")
                .setParameter(1, id)
                .setParameter(2, workspace)
                .executeUpdate();
        commit();
        return id;
    }

    private void share(Share share, UUID by) {
        as(by);
        shares.add(share);
        commit();
    }

    private long seen(UUID dataset) {
        return ((Number) entities.createNativeQuery("select count(*) from datasets where id = ?1")
                        .setParameter(1, dataset)
                        .getSingleResult())
                .longValue();
    }

    private int renamed(UUID dataset) {
        return entities.createNativeQuery("update datasets set name = 'x' where id = ?1")
                .setParameter(1, dataset)
                .executeUpdate();
    }
}
