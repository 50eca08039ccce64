package io.whetstone.secret.service;

import java.util.Map;
import java.util.UUID;

/** A secret with its value, for the call that needs it. It prints as which it is and nothing of what it says. */
public final class ResolvedSecret {
    private final UUID id;
    private final OwnerKind owner;
    private final String value;
    private final Map<String, String> metadata;

    ResolvedSecret(UUID id, OwnerKind owner, String value, Map<String, String> metadata) {
        this.id = id;
        this.owner = owner;
        this.value = value;
        this.metadata = Map.copyOf(metadata);
    }

    public UUID id() {
        return id;
    }

    /** Which of the two was used. */
    public OwnerKind owner() {
        return owner;
    }

    public String value() {
        return value;
    }

    /** Whatever belongs to it, opened. */
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public String toString() {
        return "secret %s of a %s".formatted(id, owner);
    }
}
