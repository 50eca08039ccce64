package io.whetstone.notification.service;

/** How many notifications a person has not read. */
public record UnreadView(long unread) {}
