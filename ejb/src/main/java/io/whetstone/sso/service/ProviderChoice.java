package io.whetstone.sso.service;

import java.util.UUID;

/** A way to sign in, as the sign-in page offers it. */
public record ProviderChoice(UUID id, String buttonText) {}
