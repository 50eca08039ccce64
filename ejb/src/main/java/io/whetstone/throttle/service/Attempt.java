package io.whetstone.throttle.service;

/** An attempt that counts as failed until it is told to have succeeded. */
public record Attempt(String account, String address) {}
