package io.whetstone.identity.session.service;

/**
 * The caller's second factor.
 *
 * @param required whether this installation asks for one
 */
public record SecondFactorView(boolean enabled, boolean required, int recoveryCodesLeft) {}
