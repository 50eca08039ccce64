package io.whetstone.identity.session.service;

/**
 * What the pages before the sign-in offer.
 *
 * @param registration whether people may make accounts of their own
 * @param mail whether links are sent by mail; else an administrator hands them over
 */
public record SignInOptionsView(boolean registration, boolean mail, int minimumPasswordLength) {}
