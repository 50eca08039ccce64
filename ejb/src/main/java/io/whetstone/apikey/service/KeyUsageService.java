package io.whetstone.apikey.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.apikey.entity.ApiKeyRepository;
import io.whetstone.apikey.entity.KeyRequestRepository;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a key was used for. It is written by {@link KeyRequestLog} within a second of the request. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class KeyUsageService {
    @Inject
    ApiKeyRepository keys;

    @Inject
    KeyRequestRepository requests;

    @Inject
    AccessPolicy access;

    /** Newest first. Row-level security shows keys to their person and to administrators of the workspace. */
    public Page<KeyRequestView> requests(UUID workspaceId, UUID keyId, @Nullable Cursor after, int limit) {
        access.require(Permission.WORKSPACE_READ, workspaceId);

        if (keys.find(workspaceId, keyId).isEmpty()) {
            throw ProblemException.notFound("key", keyId);
        }
        return Page.of(
                requests.newest(workspaceId, keyId, after, limit),
                limit,
                stored -> new Cursor(stored.request().at(), stored.id()),
                KeyRequestView::of);
    }
}
