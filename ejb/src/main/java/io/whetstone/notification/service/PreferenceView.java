package io.whetstone.notification.service;

import io.whetstone.notification.entity.NotificationKind;

/** Whether a person is told of a kind of thing in the application, and by mail. */
public record PreferenceView(NotificationKind kind, boolean inApp, boolean mail) {}
