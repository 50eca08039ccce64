package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever has an e-mail address to join a workspace. It is answered once, by the account of that address, or ends
 * by itself.
 */
@Entity
@Table(name = "workspace_invitations")
public class WorkspaceInvitation {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(nullable = false, updatable = false, length = 254)
    private String email;

    @Column(nullable = false, updatable = false, length = 16)
    private WorkspaceRole role;

    @Column(nullable = false, length = 16)
    private InvitationStatus status = InvitationStatus.PENDING;

    @Column(name = "invited_by", nullable = false, updatable = false)
    private UUID invitedBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected WorkspaceInvitation() {}

    /** To what somebody is invited, and as what. */
    public record Offer(UUID workspaceId, String email, WorkspaceRole role) {}

    public WorkspaceInvitation(Offer offer, UUID invitedBy, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = offer.workspaceId();
        this.email = offer.email();
        this.role = offer.role();
        this.invitedBy = invitedBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public void accept(Instant now) {
        requireOpen(now);
        answer(InvitationStatus.ACCEPTED, now);
    }

    public void decline(Instant now) {
        requireOpen(now);
        answer(InvitationStatus.DECLINED, now);
    }

    public void revoke(Instant now) {
        if (status != InvitationStatus.PENDING) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This invitation was answered before");
        }
        answer(InvitationStatus.REVOKED, now);
    }

    public boolean isOpen(Instant now) {
        return status == InvitationStatus.PENDING && now.isBefore(expiresAt);
    }

    private void requireOpen(Instant now) {
        if (!isOpen(now)) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This invitation is no longer open");
        }
    }

    private void answer(InvitationStatus answer, Instant now) {
        this.status = answer;
        this.answeredAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String email() {
        return email;
    }

    public WorkspaceRole role() {
        return role;
    }

    public InvitationStatus status() {
        return status;
    }

    public UUID invitedBy() {
        return invitedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
