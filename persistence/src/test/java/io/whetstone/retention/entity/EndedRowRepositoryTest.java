package io.whetstone.retention.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.signing.entity.SigningKey;
import io.whetstone.workspace.entity.WorkspaceInvitation;
import io.whetstone.workspace.entity.WorkspaceInvitation.Offer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is removed once it opens nothing, and what stays: times around noon, which is the limit. */
class EndedRowRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Instant BEFORE = NOON.minusSeconds(1);
    static final Instant AFTER = NOON.plusSeconds(1);

    final EndedRowRepository rows = new EndedRowRepository();

    @BeforeEach
    void connect() {
        rows.entities = entities;
    }

    @Test
    void an_ended_session_goes_with_its_tokens_and_a_live_one_stays() {
        var user = givenWorkspace();
        asSystem();
        rows.remove(EndedRows.SESSIONS, NOON, 1000);
        var unused = session(user, BEFORE, AFTER, null);
        var ended = session(user, AFTER, BEFORE, null);
        var revoked = session(user, AFTER, AFTER, BEFORE);
        var justRevoked = session(user, AFTER, AFTER, AFTER);
        var live = session(user, AFTER, AFTER, null);

        assertThat(rows.exist(EndedRows.SESSIONS, NOON)).isTrue();
        rows.remove(EndedRows.SESSIONS, NOON, 1000);

        assertThat(rows.exist(EndedRows.SESSIONS, NOON)).isFalse();
        assertThat(of("sessions", user)).containsExactlyInAnyOrder(justRevoked, live);
        assertThat(of("refresh_tokens", user)).contains(justRevoked, live).doesNotContain(unused, ended, revoked);
    }

    @Test
    void links_go_once_they_were_used_or_ran_out() {
        var user = givenWorkspace();
        asSystem();
        link(user, BEFORE, null);
        link(user, AFTER, BEFORE);
        var used = link(user, AFTER, AFTER);
        var open = link(user, AFTER, null);

        rows.remove(EndedRows.ACCOUNT_LINKS, NOON, 1000);

        assertThat(rows.exist(EndedRows.ACCOUNT_LINKS, NOON)).isFalse();
        assertThat(of("account_links", user)).containsExactlyInAnyOrder(used, open);
    }

    @Test
    void challenges_go_once_they_ran_out_and_a_few_at_a_time() {
        var user = givenWorkspace();
        asSystem();
        rows.remove(EndedRows.SIGN_IN_CHALLENGES, NOON, 1000);
        for (var i = 0; i < 3; i++) {
            challenge(user, BEFORE);
        }
        var open = challenge(user, AFTER);

        rows.remove(EndedRows.SIGN_IN_CHALLENGES, NOON, 2);
        assertThat(rows.exist(EndedRows.SIGN_IN_CHALLENGES, NOON)).isTrue();
        rows.remove(EndedRows.SIGN_IN_CHALLENGES, NOON, 2);

        assertThat(rows.exist(EndedRows.SIGN_IN_CHALLENGES, NOON)).isFalse();
        assertThat(of("sign_in_challenges", user)).containsExactly(open);
    }

    @Test
    void a_key_goes_once_its_last_token_has_expired_and_the_others_stay() {
        asSystem();
        var signs = new SigningKey(UUID.randomUUID().toString(), "sealed", new byte[] {1}, NOON);
        var verifies = new SigningKey(UUID.randomUUID().toString(), "sealed", new byte[] {1}, NOON);
        var ended = new SigningKey(UUID.randomUUID().toString(), "sealed", new byte[] {1}, NOON);
        verifies.retire(BEFORE, AFTER);
        ended.retire(BEFORE, BEFORE);
        Stream.of(signs, verifies, ended).forEach(entities::persist);
        entities.flush();

        rows.remove(EndedRows.SIGNING_KEYS, NOON, 1000);

        assertThat(rows.exist(EndedRows.SIGNING_KEYS, NOON)).isFalse();
        assertThat(texts("select id from signing_keys"))
                .contains(signs.id(), verifies.id())
                .doesNotContain(ended.id());
    }

    @Test
    void invitations_go_once_they_were_answered_or_ran_out_and_open_ones_stay() {
        var workspace = givenWorkspace();
        asSystem();
        invitation(workspace, BEFORE);
        invitation(workspace, AFTER).decline(BEFORE);
        var open = invitation(workspace, AFTER);
        entities.flush();

        rows.remove(EndedRows.WORKSPACE_INVITATIONS, NOON, 1000);

        assertThat(rows.exist(EndedRows.WORKSPACE_INVITATIONS, NOON)).isFalse();
        assertThat(texts("select cast(id as text) from workspace_invitations where workspace_id = '%s'"
                        .formatted(workspace)))
                .containsExactly(open.id().toString());
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_is_there_to_be_asked_for_and_removed(EndedRows kind) {
        asSystem();

        rows.remove(kind, NOON, 1000);

        assertThat(rows.exist(kind, NOON)).isFalse();
    }

    /** With a refresh token of the same id. */
    private UUID session(UUID user, Instant expires, Instant ends, @Nullable Instant revoked) {
        var id = UUID.randomUUID();
        insert(
                "insert into sessions (id, user_id, method, user_agent, address, created_at, last_used_at, expires_at,"
                        + " ends_at, revoked_at) values (?1, ?2, 'password', '', '', now(), now(), ?3, ?4,"
                        + " cast(?5 as timestamptz))",
                id,
                user,
                expires,
                ends,
                revoked);
        entities.createNativeQuery("insert into refresh_tokens (id, user_id, session_id, secret_hash, created_at,"
                        + " expires_at) values (?1, ?2, ?1, '', now(), now())")
                .setParameter(1, id)
                .setParameter(2, user)
                .executeUpdate();
        return id;
    }

    private UUID link(UUID user, Instant expires, @Nullable Instant used) {
        var id = UUID.randomUUID();
        insert(
                "insert into account_links (id, user_id, kind, email, secret_hash, created_at, expires_at, used_at)"
                        + " values (?1, ?2, 'reset', 'a@b', '', now(), ?3, cast(?4 as timestamptz))",
                id,
                user,
                expires,
                used);
        return id;
    }

    private UUID challenge(UUID user, Instant expires) {
        var id = UUID.randomUUID();
        insert(
                "insert into sign_in_challenges (id, user_id, method, secret_hash, attempts, created_at, expires_at)"
                        + " values (?1, ?2, 'password', '', 0, now(), ?3)",
                id,
                user,
                expires);
        return id;
    }

    private void insert(String sql, UUID id, UUID user, @Nullable Instant... times) {
        var query = entities.createNativeQuery(sql).setParameter(1, id).setParameter(2, user);
        for (var i = 0; i < times.length; i++) {
            var time = times[i];
            query.setParameter(i + 3, time == null ? null : Timestamp.from(time));
        }
        query.executeUpdate();
    }

    private WorkspaceInvitation invitation(UUID workspace, Instant expires) {
        var offer = new Offer(workspace, UUID.randomUUID() + "@example.org", WorkspaceRole.MEMBER);
        var invitation = new WorkspaceInvitation(offer, workspace, NOON.minusSeconds(3600), expires);
        entities.persist(invitation);
        return invitation;
    }

    private List<String> texts(String query) {
        List<?> found = entities.createNativeQuery(query).getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    private List<UUID> of(String table, UUID user) {
        List<?> ids = entities.createNativeQuery("select id from " + table + " where user_id = ?1")
                .setParameter(1, user)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
