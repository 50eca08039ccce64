package io.whetstone.identity.service;

/** An account with the one-time password that is shown this once. */
public record NewAccountView(UserView user, String oneTimePassword) {}
