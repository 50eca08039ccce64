package io.whetstone.workspace.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.workspace.entity.WorkspaceInvitation.Offer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final InvitationRepository invitations = new InvitationRepository();

    @BeforeEach
    void connect() {
        invitations.entities = entities;
    }

    @Test
    void invitations_go_once_they_were_answered_or_ran_out_and_open_ones_stay() {
        var workspace = givenWorkspace();
        asSystem();
        invitations.removeEndedBefore(NOON, 1000);
        var ranOut = invitation(workspace, NOON.minusSeconds(1));
        var answered = invitation(workspace, NOON.plusSeconds(60));
        answered.decline(NOON.minusSeconds(1));
        var open = invitation(workspace, NOON.plusSeconds(60));
        entities.flush();

        assertThat(invitations.hasEndedBefore(NOON)).isTrue();
        invitations.removeEndedBefore(NOON, 1000);
        entities.clear();

        assertThat(invitations.hasEndedBefore(NOON)).isFalse();
        assertThat(invitations.lock(ranOut.id())).isEmpty();
        assertThat(invitations.lock(answered.id())).isEmpty();
        assertThat(invitations.lock(open.id())).isPresent();
    }

    private WorkspaceInvitation invitation(UUID workspace, Instant expires) {
        var offer = new Offer(workspace, UUID.randomUUID() + "@example.org", WorkspaceRole.MEMBER);
        var invitation = new WorkspaceInvitation(offer, workspace, NOON.minusSeconds(3600), expires);
        invitations.add(invitation);
        return invitation;
    }
}
