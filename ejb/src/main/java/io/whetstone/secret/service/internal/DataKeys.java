package io.whetstone.secret.service.internal;

import io.whetstone.envelope.DataKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data keys that this node has unwrapped. A key never changes, so what was read once stays true. */
@ApplicationScoped
public class DataKeys {
    private static final int MOST = 10_000;

    @Inject
    DataKeyStore store;

    private final Map<UUID, DataKey> opened = new ConcurrentHashMap<>();

    /** The key for new texts of this workspace, or of the installation. Another node may have rotated it. */
    public DataKey inUse(@Nullable UUID workspaceId) {
        return key(store.inUse(workspaceId).orElseGet(() -> store.create(workspaceId)));
    }

    public DataKey key(UUID id) {
        var known = opened.get(id);
        if (known != null) {
            return known;
        }
        var read = store.read(id);
        if (opened.size() >= MOST) {
            opened.clear();
        }
        opened.put(id, read);
        return read;
    }
}
