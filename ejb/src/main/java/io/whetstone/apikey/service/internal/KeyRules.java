package io.whetstone.apikey.service.internal;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.entity.KeyLimits;
import io.whetstone.apikey.service.KeySettings;
import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Network;
import io.whetstone.kernel.service.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a key may be asked to be. */
@ApplicationScoped
public class KeyRules {
    @Inject
    AccessPolicy access;

    @Inject
    KeyLife life;

    /**
     * Who may make a key of this kind: everybody for themselves, administrators of a workspace for servers and pages.
     */
    public void requireMaker(UUID workspaceId, ApiKeyKind kind) {
        switch (kind) {
            case API_KEY -> access.require(Permission.WORKSPACE_READ, workspaceId);
            case SERVICE_KEY, PUBLISHABLE_KEY -> access.require(Permission.API_KEY_ADMIN, workspaceId);
        }
    }

    /** The limits as they are stored, or a refusal that names the field. */
    public KeyLimits check(KeySettings settings) {
        var scopes = settings.scopes() == null ? List.of(Scope.READ) : settings.scopes();
        if (scopes.contains(Scope.ADMIN)) {
            access.requireAdministrator();
        }
        var networks = orNone(settings.networks());
        for (var i = 0; i < networks.size(); i++) {
            if (Network.parse(networks.get(i)).isEmpty()) {
                throw ProblemException.invalid(
                        "/networks/" + i, "is neither an address nor a network such as 10.1.0.0/16");
            }
        }
        return new KeyLimits(
                scopes.stream().distinct().map(EnumText::of).toList(),
                networks,
                orNone(settings.models()),
                settings.requestsPerMinute(),
                settings.monthlyTokens(),
                life.end(settings.expiresAt()));
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
