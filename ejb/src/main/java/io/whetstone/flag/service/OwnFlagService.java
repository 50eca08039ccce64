package io.whetstone.flag.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Which features the caller has in a workspace. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class OwnFlagService {
    @Inject
    Flags flags;

    @Inject
    AccessPolicy access;

    public Map<String, Boolean> own(UUID workspaceId) {
        return flags.of(access.requireSelf(), workspaceId);
    }

    public boolean has(String key, UUID workspaceId) {
        return flags.isOn(key, access.requireSelf(), workspaceId);
    }
}
