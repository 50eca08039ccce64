package io.whetstone.task.service;

import java.util.UUID;

/** A task was added to the queue. */
public record TaskEnqueued(UUID taskId) {}
