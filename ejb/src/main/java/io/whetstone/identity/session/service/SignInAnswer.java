package io.whetstone.identity.session.service;

/** What a right password leads to: an open session, or the question for the second factor. */
public sealed interface SignInAnswer permits SessionView, ChallengeView {}
