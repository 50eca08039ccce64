package io.whetstone.access.service;

import io.whetstone.access.entity.Shareable;
import java.util.UUID;

/** An object that can be shared went to another workspace. Fired inside that transaction. */
public record ShareableMoved(Shareable type, UUID id, UUID from, UUID to) {}
