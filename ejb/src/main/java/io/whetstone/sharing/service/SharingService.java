package io.whetstone.sharing.service;

import io.whetstone.access.entity.Share;
import io.whetstone.access.entity.Share.Shared;
import io.whetstone.access.entity.ShareRepository;
import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.sharing.service.internal.Grantees;
import io.whetstone.sharing.service.internal.ShareNames;
import io.whetstone.sharing.service.internal.ShareNews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Sharing an object of the workspace, by those of its people who may write in it. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class SharingService {
    @Inject
    ShareRepository shares;

    @Inject
    Grantees grantees;

    @Inject
    ShareNames names;

    @Inject
    ShareNews news;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** With whom an object is shared, in the order in which it was. */
    public List<ShareView> of(UUID workspaceId, Shareable type, UUID id) {
        access.require(Permission.SHARE_READ, workspaceId, type, id);

        requireName(workspaceId, type, id);
        return shares.ofObject(workspaceId, type, id).stream().map(names::view).toList();
    }

    /** What others have shared with the caller, newest first. */
    public List<ShareView> received() {
        var userId = access.requireSelf();
        return shares.receivedBy(userId).stream()
                .map(names::view)
                .filter(share -> share.resourceName() != null)
                .toList();
    }

    public ShareView share(UUID workspaceId, @Valid ShareObject command) {
        access.require(Permission.SHARE_WRITE, workspaceId, command.resourceType(), command.resourceId());

        var name = requireName(workspaceId, command.resourceType(), command.resourceId());
        var object = new Shared(workspaceId, command.resourceType(), command.resourceId());
        var share = grantees.share(object, command, access.requireSelf(), clock.instant());
        if (shares.ofObject(workspaceId, object.type(), object.id()).stream().anyMatch(share::reachesAs)) {
            throw new ProblemException(ProblemType.CONFLICT, "It is shared with them already; change that share");
        }
        shares.add(share);
        news.shared(share, name);
        return names.view(share);
    }

    public ShareView change(UUID workspaceId, UUID shareId, long version, @Valid ChangeShare command) {
        access.require(Permission.SHARE_WRITE, workspaceId);

        var share = find(workspaceId, shareId);
        if (share.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The share was changed by somebody else");
        }
        share.change(command.level(), command.note());
        shares.flush();
        news.changed("share.changed", share);
        return names.view(share);
    }

    /** Ends a share; it opens nothing from the next request on. */
    public void remove(UUID workspaceId, UUID shareId) {
        access.require(Permission.SHARE_WRITE, workspaceId);

        var share = find(workspaceId, shareId);
        shares.remove(share);
        news.changed("share.removed", share);
    }

    private String requireName(UUID workspaceId, Shareable type, UUID id) {
        return names.object(workspaceId, type, id).orElseThrow(() -> ProblemException.notFound(EnumText.of(type), id));
    }

    private Share find(UUID workspaceId, UUID shareId) {
        var share = shares.find(workspaceId, shareId).orElseThrow(() -> ProblemException.notFound("share", shareId));
        access.require(Permission.SHARE_WRITE, workspaceId, share.resourceType(), share.resourceId());
        return share;
    }
}
