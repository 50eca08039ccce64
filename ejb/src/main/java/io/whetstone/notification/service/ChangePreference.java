package io.whetstone.notification.service;

import jakarta.validation.constraints.NotNull;

/** Whether to be told of a kind of thing in the application, and by mail. */
public record ChangePreference(
        @NotNull Boolean inApp, @NotNull Boolean mail) {}
