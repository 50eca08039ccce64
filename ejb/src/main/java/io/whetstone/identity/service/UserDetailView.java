package io.whetstone.identity.service;

import io.whetstone.identity.session.service.OpenSessionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with what an administrator needs to help its person.
 *
 * @param blockedUntil until when failures keep the account closed; null when they do not
 */
public record UserDetailView(
        UserView user,
        List<OpenSessionView> sessions,
        @Nullable Instant blockedUntil) {}
