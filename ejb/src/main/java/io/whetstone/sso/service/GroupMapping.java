package io.whetstone.sso.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.identity.entity.UserRole;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the members of a provider's group are here: on the installation, in one workspace, or both. */
public record GroupMapping(
        @NotBlank @Size(max = 500) String group,
        @Nullable UserRole role,
        @Nullable UUID workspaceId,
        @Nullable WorkspaceRole workspaceRole) {

    /** Whether it says anything, and says it whole. */
    @JsonIgnore
    @AssertTrue(message = "needs a role, or a workspace with a role other than owner")
    public boolean isComplete() {
        var workspace = workspaceId != null && workspaceRole != null && workspaceRole != WorkspaceRole.OWNER;
        var none = workspaceId == null && workspaceRole == null;
        return workspace || (none && role != null);
    }
}
