package io.whetstone.access.service;

import io.whetstone.access.entity.ShareRepository;
import io.whetstone.access.entity.ShareRepository.Grant;
import io.whetstone.access.entity.Shareable;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Caller;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one place that says yes or no. Every service method of people asks it first. What somebody may not see is
 * answered as if it did not exist.
 */
@ApplicationScoped
public class AccessPolicy {
    @Inject
    Memberships memberships;

    @Inject
    ShareRepository shares;

    @Inject
    Caller caller;

    @Inject
    PersonalObjects personal;

    /** Refuses unless the caller has the permission in this workspace. */
    public void require(Permission permission, UUID workspaceId) {
        var principal = caller.principal();
        requireWithin(TokenBounds.allow(principal, permission));
        requireMember(principal, permission, workspaceId);
    }

    /**
     * Refuses unless the caller has the permission for this object: as a member of the workspace, or by a share. What
     * is personal is open to its owner and by shares only, however high somebody stands in the workspace.
     *
     * @return the workspace in which to look for the object: another than the given one when it is shared from there
     */
    public UUID require(Permission permission, UUID workspaceId, Shareable type, UUID id) {
        var principal = caller.principal();
        requireWithin(TokenBounds.allow(principal, permission, type, id));
        var grant = grant(principal, type, id).filter(found -> permission.isGrantedBy(found.level()));
        if (grant.isPresent()) {
            return grant.get().workspaceId();
        }
        requireMember(principal, permission, workspaceId);
        requireOwn(principal.id(), workspaceId, type, id);
        return workspaceId;
    }

    /** The same for a person whose identity was proved before, as on an open socket. */
    public void requireOf(UUID userId, Permission permission, UUID workspaceId) {
        var role = memberships
                .roleOf(workspaceId, userId)
                .orElseThrow(() -> ProblemException.notFound("workspace", workspaceId));
        if (!permission.isGrantedTo(role)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Your role in this workspace does not allow " + permission);
        }
    }

    /**
     * The same for an object that may be shared with the person.
     *
     * @return the workspace that the object belongs to: another than the given one when it is shared from there
     */
    public UUID requireOf(UUID userId, Permission permission, UUID workspaceId, Shareable type, UUID id) {
        var grant = shares.widestTo(userId, type, id).filter(found -> permission.isGrantedBy(found.level()));
        if (grant.isPresent()) {
            return grant.get().workspaceId();
        }
        requireOf(userId, permission, workspaceId);
        requireOwn(userId, workspaceId, type, id);
        return workspaceId;
    }

    /** The objects of a type that others have shared with the caller. */
    public Set<UUID> sharedWithCaller(Shareable type) {
        var principal = caller.principal();
        return principal.workspaceId() == null ? shares.idsSharedTo(principal.id(), type) : Set.of();
    }

    /** Refuses unless the caller administers this installation. */
    public void requireAdministrator() {
        if (!caller.isAdmin()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only an administrator may do this");
        }
    }

    /** Refuses unless the credential may ask the model of this name. */
    public void requireModel(String name) {
        if (!caller.principal().mayAsk(name)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This key may not ask the model '%s'".formatted(name));
        }
    }

    /** Only that somebody is signed in: for what is the caller's own by construction. */
    public UUID requireSelf() {
        var principal = caller.principal();
        requireWithin(TokenBounds.isPerson(principal));
        return principal.id();
    }

    private static void requireWithin(boolean bounds) {
        if (!bounds) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This token was not made for this");
        }
    }

    private void requireMember(Principal principal, Permission permission, UUID workspaceId) {
        if (principal.workspaceId() != null && !principal.workspaceId().equals(workspaceId)) {
            throw ProblemException.notFound("workspace", workspaceId);
        }
        requireOf(principal.id(), permission, workspaceId);
    }

    private void requireOwn(UUID userId, UUID workspaceId, Shareable type, UUID id) {
        if (type.isPersonal() && !personal.isOwn(userId, workspaceId, type, id)) {
            throw ProblemException.notFound(EnumText.of(type), id);
        }
    }

    /**
     * What a key for one workspace may see by a share is what is shared with that workspace. A job's token is bound to
     * its job anyway, which may be its person's by a share.
     */
    private Optional<Grant> grant(Principal principal, Shareable type, UUID id) {
        return principal.workspaceId() == null || principal.kind() == PrincipalKind.JOB
                ? shares.widestTo(principal.id(), type, id)
                : shares.widestWith(principal.workspaceId(), type, id);
    }
}
