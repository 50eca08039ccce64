package io.whetstone.model.service;

import java.util.Optional;
import java.util.UUID;

/** Work that needs a base besides the adapters on it. Answered by the capability that does the work. */
public interface BaseModelUse {
    /** A workspace other than this one that works with the base. */
    Optional<UUID> workspaceUsing(UUID baseModelId, UUID otherThan);
}
