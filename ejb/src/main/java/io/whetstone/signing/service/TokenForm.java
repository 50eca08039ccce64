package io.whetstone.signing.service;

/**
 * One kind of signed token. No kind passes for another: each has its own prefix, type and audience (RFC 8725, 3.11).
 *
 * @param prefix what stands before the token, so that its kind is seen without opening it; may be empty
 * @param type the {@code typ} of its header
 * @param audience whom it is for
 */
public record TokenForm(String prefix, String type, String audience) {}
