package io.whetstone.flag.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Which features the caller has. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class OwnFlagService {
    @Inject
    Flags flags;

    @Inject
    AccessPolicy access;

    public Map<String, Boolean> own() {
        return flags.of(access.requireSelf());
    }

    public boolean has(String key) {
        return flags.isOn(key, access.requireSelf());
    }
}
