package io.whetstone.sharing.service.internal;

import io.whetstone.access.entity.Share;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.service.Audited;
import io.whetstone.sharing.service.ObjectShared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tells the audit log and those concerned of shares. */
@ApplicationScoped
public class ShareNews {
    @Inject
    Event<Audited> audit;

    @Inject
    Event<ObjectShared> shared;

    public void shared(Share share, String name) {
        changed("share.created", share);
        shared.fire(new ObjectShared(
                share.workspaceId(),
                share.resourceType(),
                share.resourceId(),
                name,
                share.level(),
                share.createdBy(),
                share.granteeUserId(),
                share.granteeWorkspaceId()));
    }

    public void changed(String action, Share share) {
        var after = new HashMap<String, Object>();
        after.put("level", share.level().name());
        after.put("share", share.id().toString());
        if (share.granteeUserId() != null) {
            after.put("person", share.granteeUserId().toString());
        }
        if (share.granteeWorkspaceId() != null) {
            after.put("workspace", share.granteeWorkspaceId().toString());
        }
        var subject = EnumText.of(share.resourceType());
        audit.fire(new Audited(action, share.workspaceId(), subject, share.resourceId(), Map.of(), after));
    }
}
