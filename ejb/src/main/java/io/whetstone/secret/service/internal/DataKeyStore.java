package io.whetstone.secret.service.internal;

import io.whetstone.envelope.DataKey;
import io.whetstone.envelope.KeyRing;
import io.whetstone.envelope.MasterKey;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.secret.entity.KeyRepository;
import io.whetstone.secret.entity.WrappedKey;
import io.whetstone.secret.service.SecretConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data keys out of the database. Each method is a transaction of its own: a key must outlive the failed transaction
 * that first asked for it. The ring of master keys is read anew each time, since a rotation changes it meanwhile.
 */
@Stateless
@PermitAll
@SystemScoped
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DataKeyStore {
    @Inject
    KeyRepository keys;

    @Inject
    SecretConfig config;

    @Inject
    Clock clock;

    /** The id of the key that seals new texts of this workspace, or of the installation. */
    public Optional<UUID> inUse(@Nullable UUID workspaceId) {
        return keys.inUse(workspaceId).map(WrappedKey::id);
    }

    public DataKey read(UUID id) {
        var wrapped = keys.find(id)
                .orElseThrow(() -> new IllegalStateException(
                        "The data key " + id + " is not there, so that what it sealed does not open"));
        return masterKey(wrapped.masterKeyId()).unwrap(id, wrapped.workspaceId(), wrapped.wrapped());
    }

    /** Makes the first key of a workspace or of the installation, and answers the one that is in use then. */
    public UUID create(@Nullable UUID workspaceId) {
        var masterKey = masterKey();
        var fresh = DataKey.generate();
        keys.add(new WrappedKey(
                fresh.id(), workspaceId, masterKey.id(), masterKey.wrap(fresh, workspaceId), clock.instant()));
        return keys.inUse(workspaceId).map(WrappedKey::id).orElseThrow();
    }

    /** Puts a new key in the place of this one, unless that was done before. */
    public void supersede(UUID workspaceId, UUID formerId) {
        var former = keys.lock(formerId);
        if (former.isEmpty() || former.get().retiredAt() != null) {
            return;
        }
        former.get().retire(clock.instant());
        keys.flush();
        create(workspaceId);
    }

    /** Removes the retired keys of a workspace that seal nothing any more: what they sealed opens never again. */
    public void dropUnused(UUID workspaceId) {
        keys.dropUnused(workspaceId);
    }

    private MasterKey masterKey() {
        var known = keys.lockMasterKey();
        if (known.isPresent()) {
            return masterKey(known.get());
        }
        var first = KeyRing.of(config.masterKey())
                .first()
                .orElseThrow(() -> new IllegalStateException("There is no master key for secrets"));
        keys.addMasterKey(first.id(), clock.instant());
        return masterKey(keys.lockMasterKey().orElseThrow());
    }

    private MasterKey masterKey(String id) {
        return KeyRing.of(config.masterKey())
                .find(id)
                .orElseThrow(() -> new IllegalStateException("The master key " + id + " is not at hand"));
    }
}
