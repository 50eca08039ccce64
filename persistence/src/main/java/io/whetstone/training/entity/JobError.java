package io.whetstone.training.entity;

import org.jspecify.annotations.Nullable;

/** Why a job failed: a stable code, a sentence, and the last lines of the trainer's log. */
public record JobError(
        String code, String message, @Nullable String logTail) {}
