package io.whetstone.secret.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Audited;
import io.whetstone.kernel.service.HomeWorkspace;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.secret.entity.Secret;
import io.whetstone.secret.entity.SecretOwner;
import io.whetstone.secret.entity.SecretRepository;
import io.whetstone.secret.service.internal.SecretSeal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with secrets: they write them and see that they are there. Nobody reads a value back. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class SecretService {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    SecretRepository secrets;

    @Inject
    SecretSeal seal;

    @Inject
    AccessPolicy access;

    @Inject
    HomeWorkspace home;

    @Inject
    Event<Audited> audit;

    @Inject
    Clock clock;

    /**
     * Newest first.
     *
     * @param kind the caller's own or those of the workspace; both if null
     */
    public Page<SecretView> list(UUID workspaceId, @Nullable OwnerKind kind, @Nullable Cursor after, int limit) {
        var person = access.requireSelf();
        access.require(Permission.SECRET_READ, kind == OwnerKind.PERSON ? home.ofCaller() : workspaceId);

        return Page.of(
                secrets.newest(
                        kind == OwnerKind.PERSON ? NOBODY : workspaceId,
                        kind == OwnerKind.WORKSPACE ? NOBODY : person,
                        after,
                        limit),
                limit,
                secret -> new Cursor(secret.createdAt(), secret.id()),
                SecretView::of);
    }

    public SecretView get(UUID workspaceId, UUID secretId) {
        var secret = find(workspaceId, secretId);
        access.require(Permission.SECRET_READ, secret.owner().workspaceId());

        return SecretView.of(secret);
    }

    public SecretView create(UUID workspaceId, @Valid CreateSecret command) {
        var owner = command.owner() == OwnerKind.PERSON
                ? SecretOwner.person(access.requireSelf(), home.ofCaller())
                : SecretOwner.workspace(workspaceId);
        access.require(Permission.SECRET_WRITE, owner.workspaceId());
        if (secrets.claim(owner, command.provider()).isPresent()) {
            throw taken(command.provider());
        }
        var id = UUID.randomUUID();
        var fields = fields(command.metadata(), Map.of());
        var sealed = seal.seal(id, owner, command.value(), fields);
        var secret = new Secret(id, owner, command.provider(), sealed, access.requireSelf(), clock.instant());
        secret.describe(
                command.description() == null ? "" : command.description().strip(), clock.instant());
        secrets.add(secret);
        secrets.flush();
        audit.fire(new Audited("secret.created", owner.workspaceId(), "secret", id, Map.of(), told(secret)));
        return SecretView.of(secret);
    }

    public SecretView replace(UUID workspaceId, UUID secretId, long version, @Valid ReplaceSecret command) {
        var secret = find(workspaceId, secretId);
        access.require(Permission.SECRET_WRITE, secret.owner().workspaceId());
        lock(secret, version);
        var before = told(secret);
        if (command.value() != null || command.metadata() != null) {
            reseal(secret, command);
        }
        if (command.description() != null) {
            secret.describe(command.description().strip(), clock.instant());
        }
        secrets.flush();
        audit.fire(
                new Audited("secret.replaced", secret.owner().workspaceId(), "secret", secretId, before, told(secret)));
        return SecretView.of(secret);
    }

    public void delete(UUID workspaceId, UUID secretId, long version) {
        var secret = find(workspaceId, secretId);
        access.require(Permission.SECRET_WRITE, secret.owner().workspaceId());
        lock(secret, version);
        secrets.remove(secret);
        audit.fire(new Audited(
                "secret.deleted", secret.owner().workspaceId(), "secret", secretId, told(secret), Map.of()));
    }

    private void reseal(Secret secret, ReplaceSecret command) {
        var value = command.value() == null ? seal.open(secret) : command.value();
        var former = seal.metadata(secret);
        var fields = command.metadata() == null ? former : fields(command.metadata(), former);
        secret.replace(seal.seal(secret.id(), secret.owner(), value, fields), clock.instant());
    }

    /** A secret field without a value stays what it was, since nobody can read it back to send it again. */
    private static Map<String, MetadataField> fields(
            @Nullable Map<String, MetadataField> given, Map<String, MetadataField> former) {
        var fields = new TreeMap<String, MetadataField>();
        (given == null ? Map.<String, MetadataField>of() : given).forEach((name, field) -> {
            var kept = former.get(name);
            if (field.value() != null) {
                fields.put(name, field);
            } else if (kept != null && kept.secret() && field.secret()) {
                fields.put(name, kept);
            } else {
                throw ProblemException.invalid("/metadata/" + name + "/value", "must not be null");
            }
        });
        return fields;
    }

    private Secret find(UUID workspaceId, UUID secretId) {
        return secrets.find(workspaceId, access.requireSelf(), secretId)
                .orElseThrow(() -> ProblemException.notFound("secret", secretId));
    }

    private void lock(Secret secret, long version) {
        secrets.lock(secret);
        if (secret.version() != version) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "The secret was changed by somebody else");
        }
    }

    private static ProblemException taken(String provider) {
        return new ProblemException(
                ProblemType.CONFLICT, "There is a secret for %s already: replace it".formatted(provider));
    }

    /** What the audit log may know. */
    private static Map<String, Object> told(Secret secret) {
        return Map.of(
                "provider", secret.provider(),
                "owner", secret.owner().isPerson() ? "person" : "workspace",
                "description", secret.description(),
                "fingerprint", secret.value().fingerprint());
    }
}
