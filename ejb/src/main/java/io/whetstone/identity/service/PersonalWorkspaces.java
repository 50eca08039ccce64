package io.whetstone.identity.service;

import java.util.UUID;

/** Makes the workspace that a person gets with the account. Answered by the workspaces. */
public interface PersonalWorkspaces {
    /** A new one, still without its owner. */
    UUID create(String name);

    void give(UUID workspaceId, UUID ownerId);
}
