package io.whetstone.secondfactor.service;

/**
 * A new second factor that a code has yet to confirm.
 *
 * @param secret what an authenticator app needs, in base 32, for typing
 * @param uri the same as {@code otpauth:} address, for a QR code
 */
public record Enrolment(String secret, String uri) {}
