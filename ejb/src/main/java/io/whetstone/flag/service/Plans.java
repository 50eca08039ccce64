package io.whetstone.flag.service;

import java.util.Optional;
import java.util.UUID;

/** Which plan a workspace is on, by name. Answered in the transaction of whoever asks. */
public interface Plans {
    /** Empty to somebody who is no member of it: naming a workspace gives nobody its features. */
    Optional<String> planOf(UUID userId, UUID workspaceId);
}
