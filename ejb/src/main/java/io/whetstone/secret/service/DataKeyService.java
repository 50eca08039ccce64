package io.whetstone.secret.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.secret.service.internal.DataKeyRotation;
import io.whetstone.secret.service.internal.DataKeys;
import io.whetstone.task.service.TaskQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Changes the data key of a workspace, for its administrators. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class DataKeyService {
    @Inject
    DataKeys keys;

    @Inject
    TaskQueue tasks;

    @Inject
    AccessPolicy access;

    @Inject
    Event<Audited> audit;

    /** Starts the rotation; every secret opens at every moment of it. Answers the id of its task. */
    public UUID rotate(UUID workspaceId) {
        access.require(Permission.SECRET_WRITE, workspaceId);

        var former = keys.inUse(workspaceId).id();
        var payload = JsonNodeFactory.instance.objectNode().put(DataKeyRotation.FORMER, former.toString());
        var task = tasks.enqueue(workspaceId, DataKeyRotation.KIND, workspaceId, payload);
        audit.fire(Audited.of("secret.data_key_rotated", workspaceId, "data_key", former));
        return task;
    }
}
