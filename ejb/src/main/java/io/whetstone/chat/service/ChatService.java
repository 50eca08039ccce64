package io.whetstone.chat.service;

import static io.whetstone.access.service.Permission.CHAT_USE;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.model.entity.ModelStatus;
import io.whetstone.model.service.ModelService;
import io.whetstone.model.service.ModelView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Which models a person or program may talk to. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ChatService {
    @Inject
    ModelService models;

    @Inject
    AccessPolicy access;

    /** Refuses whoever may not talk to models, before anything else about a request is judged. */
    public void requireUse(UUID workspaceId) {
        access.require(CHAT_USE, workspaceId);
    }

    /** The newest models that can answer. */
    public List<ModelView> models(UUID workspaceId) {
        access.require(CHAT_USE, workspaceId);
        return models.list(workspaceId, null, null, Page.MAX_LIMIT).items().stream()
                .filter(model -> model.status() == ModelStatus.READY)
                .toList();
    }

    public ModelView named(UUID workspaceId, String name) {
        access.require(CHAT_USE, workspaceId);
        access.requireModel(name);
        return models.named(workspaceId, name);
    }

    public ModelView model(UUID workspaceId, UUID modelId) {
        access.require(CHAT_USE, workspaceId);
        var model = models.get(workspaceId, modelId);
        access.requireModel(model.name());
        return model;
    }
}
