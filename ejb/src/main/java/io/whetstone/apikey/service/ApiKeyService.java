package io.whetstone.apikey.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKey.Holder;
import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.entity.ApiKeyRepository;
import io.whetstone.apikey.service.internal.KeyMaker;
import io.whetstone.apikey.service.internal.KeyRules;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with their keys, and administrators of a workspace with the keys of all. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ApiKeyService {
    @Inject
    ApiKeyRepository keys;

    @Inject
    KeyMaker maker;

    @Inject
    KeyRules rules;

    @Inject
    AccessPolicy access;

    @Inject
    KeyAnnouncer announcer;

    @Inject
    Clock clock;

    public NewKeyView create(UUID workspaceId, ApiKeyKind kind, @Valid KeySettings settings) {
        var userId = access.requireSelf();
        rules.requireMaker(workspaceId, kind);

        var limits = rules.check(settings);
        var name = settings.name().strip();
        requireUnusedName(workspaceId, userId, name);
        var made = maker.make(
                kept -> new ApiKey(new Holder(workspaceId, userId, kind), name, kept, limits, clock.instant()));
        keys.add(made.key());
        return new NewKeyView(announcer.announce("api_key.created", made.key()), made.text());
    }

    /** Newest first: the caller's own, or everybody's for an administrator of the workspace. */
    public Page<ApiKeyView> list(UUID workspaceId, boolean everybodys, @Nullable Cursor after, int limit) {
        access.require(everybodys ? Permission.API_KEY_ADMIN : Permission.WORKSPACE_READ, workspaceId);

        var found = keys.newest(workspaceId, everybodys ? null : access.requireSelf(), after, limit);
        return Page.of(announcer.views(found), limit, key -> new Cursor(key.createdAt(), key.id()), view -> view);
    }

    public ApiKeyView change(UUID workspaceId, UUID keyId, long version, @Valid KeySettings settings) {
        access.require(Permission.WORKSPACE_READ, workspaceId);

        var key = lockOwn(workspaceId, keyId);
        if (key.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The key was changed by somebody else");
        }
        var name = settings.name().strip();
        if (!name.equalsIgnoreCase(key.name())) {
            requireUnusedName(workspaceId, key.userId(), name);
        }
        key.change(name, rules.check(settings));
        return announcer.announce("api_key.changed", key);
    }

    /** A new secret; the former one goes on for the overlap, so that programs can be changed one after the other. */
    public NewKeyView rotate(UUID workspaceId, UUID keyId, Duration overlap) {
        access.require(Permission.WORKSPACE_READ, workspaceId);

        var key = lockOwn(workspaceId, keyId);
        var text = maker.renew(key, clock.instant(), overlap);
        return new NewKeyView(announcer.announce("api_key.rotated", key), text);
    }

    /** Ends a key: one's own, or anybody's in a workspace that one administers. */
    public ApiKeyView revoke(UUID workspaceId, UUID keyId) {
        access.require(Permission.WORKSPACE_READ, workspaceId);

        var key = keys.lock(workspaceId, keyId).orElseThrow(() -> ProblemException.notFound("key", keyId));
        if (!key.userId().equals(access.requireSelf())) {
            access.require(Permission.API_KEY_ADMIN, workspaceId);
        }
        key.revoke(clock.instant());
        return announcer.announce("api_key.revoked", key);
    }

    private ApiKey lockOwn(UUID workspaceId, UUID keyId) {
        return keys.lock(workspaceId, keyId)
                .filter(key -> key.userId().equals(access.requireSelf()))
                .orElseThrow(() -> ProblemException.notFound("key", keyId));
    }

    private void requireUnusedName(UUID workspaceId, UUID userId, String name) {
        if (keys.hasName(workspaceId, userId, name)) {
            throw new ProblemException(ProblemType.CONFLICT, "You have a key of this name already");
        }
    }
}
