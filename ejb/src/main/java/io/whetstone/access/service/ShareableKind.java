package io.whetstone.access.service;

import io.whetstone.access.entity.Shareable;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of object that can be shared. Answered by the capability that keeps it, in the transaction of whoever asks.
 */
public interface ShareableKind {
    Shareable type();

    /** What people call the object; empty when the workspace has none with this id. */
    Optional<String> nameOf(UUID workspaceId, UUID id);

    /** Whose it is alone until it is shared; empty for what belongs to all of its workspace. */
    default Optional<UUID> ownerOf(UUID workspaceId, UUID id) {
        return Optional.empty();
    }
}
