package io.whetstone.model.service;

import java.util.UUID;

/** A model can be used from the end of this transaction on. Observers run inside it. */
public record ModelReady(UUID modelId) {}
