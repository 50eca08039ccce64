package io.whetstone.identity.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Memberships;
import io.whetstone.identity.entity.UserRepository;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What the caller may know of themselves. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ProfileService {
    @Inject
    UserRepository users;

    @Inject
    Memberships memberships;

    @Inject
    AccessPolicy access;

    public ProfileView me() {
        return view(access.requireSelf());
    }

    /** Changes the caller's own name. */
    public ProfileView rename(@NotBlank @Size(max = 120) String displayName) {
        var userId = access.requireSelf();
        var user = users.lock(userId).orElseThrow(() -> ProblemException.notFound("user", userId));
        user.rename(displayName.strip());
        users.flush();
        return view(userId);
    }

    /** The workspace to use when the caller names none. */
    public UUID personalWorkspace() {
        var userId = access.requireSelf();
        return users.find(userId)
                .orElseThrow(() -> ProblemException.notFound("user", userId))
                .personalWorkspaceId();
    }

    private ProfileView view(UUID userId) {
        var user = UserView.of(users.find(userId).orElseThrow(() -> ProblemException.notFound("user", userId)));
        return new ProfileView(
                user.id(),
                user.email(),
                user.displayName(),
                user.roles(),
                user.mustChangePassword(),
                user.secondFactor(),
                memberships.membershipsOf(userId));
    }
}
