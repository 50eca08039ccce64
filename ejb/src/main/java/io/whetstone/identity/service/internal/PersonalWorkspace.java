package io.whetstone.identity.service.internal;

import io.whetstone.identity.service.ProfileService;
import io.whetstone.kernel.service.HomeWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The workspace that a person got with the account. */
@ApplicationScoped
public class PersonalWorkspace implements HomeWorkspace {
    @Inject
    ProfileService profiles;

    @Override
    public UUID ofCaller() {
        return profiles.personalWorkspace();
    }
}
