package io.whetstone.identity.service;

import java.time.Instant;

/**
 * An account with the one-time password that is shown this once.
 *
 * @param until when the password stops working, unless it was used before
 */
public record NewAccountView(UserView user, String oneTimePassword, Instant until) {}
