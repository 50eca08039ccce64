package io.whetstone.kernel.service;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, whatever proved it.
 *
 * @param id the person whose rights apply
 * @param credentialId the session, key or job behind the request
 * @param workspaceId the only workspace that is open to it; null when all of the person's are
 * @param homeId where it works when it names no workspace: there, or in the one that the person got with the account
 * @param roles what the person is on this installation: {@code user}, {@code admin}
 * @param scopes what the credential may be used for
 * @param models the names of the models that it may ask; empty for all
 * @param requestsPerMinute a limit of its own; null for the installation's
 */
public record Principal(
        UUID id,
        PrincipalKind kind,
        @Nullable UUID credentialId,
        @Nullable UUID workspaceId,
        UUID homeId,
        Set<String> roles,
        Set<Scope> scopes,
        Set<String> models,
        @Nullable Integer requestsPerMinute) {
    public static final String USER = "user";
    public static final String ADMIN = "admin";

    /** All that a token with a one-time password opens. */
    public static final String PASSWORD_CHANGE = "password_change";

    /** All that a token opens whose person has yet to set up the second factor that the installation asks for. */
    public static final String SECOND_FACTOR_SETUP = "second_factor_setup";

    public Principal {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        models = Set.copyOf(models);
    }

    /** A person with an access token. */
    public static Principal person(UUID id, UUID sessionId, UUID homeId, Set<String> roles) {
        return new Principal(id, PrincipalKind.USER, sessionId, null, homeId, roles, Set.of(Scope.ALL), Set.of(), null);
    }

    /** Whether the credential may ask the model of this name. */
    public boolean mayAsk(String model) {
        return models.isEmpty() || models.contains(model);
    }

    /** Whether the credential covers a use of this scope; reading is covered by {@link Scope#READ} as well. */
    public boolean covers(Scope scope, boolean reads) {
        return scopes.contains(Scope.ALL) || scopes.contains(scope) || (reads && scopes.contains(Scope.READ));
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }
}
