package io.whetstone.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations to workspaces. */
@Dependent
public class InvitationRepository {
    private static final int MOST = 500;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public void add(WorkspaceInvitation invitation) {
        entities.persist(invitation);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    /** Whoever it is to or from, for an answer. */
    public Optional<WorkspaceInvitation> lock(UUID id) {
        return Optional.ofNullable(entities.find(WorkspaceInvitation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of a workspace that nobody has answered, newest first, expired ones too. */
    public List<WorkspaceInvitation> pendingOf(UUID workspaceId) {
        return entities.createQuery(
                        "select i from WorkspaceInvitation i where i.workspaceId = :workspace and i.status = :pending"
                                + " order by i.createdAt desc, i.id",
                        WorkspaceInvitation.class)
                .setParameter("workspace", workspaceId)
                .setParameter("pending", InvitationStatus.PENDING)
                .setMaxResults(MOST)
                .getResultList();
    }

    public Optional<WorkspaceInvitation> pendingTo(UUID workspaceId, String email) {
        return pendingOf(workspaceId).stream()
                .filter(invitation -> invitation.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** Those to an address that can still be answered, newest first. */
    public List<WorkspaceInvitation> openTo(String email, Instant now) {
        return entities.createQuery(
                        "select i from WorkspaceInvitation i where lower(i.email) = lower(:email)"
                                + " and i.status = :pending and i.expiresAt > :now order by i.createdAt desc, i.id",
                        WorkspaceInvitation.class)
                .setParameter("email", email)
                .setParameter("pending", InvitationStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }
}
