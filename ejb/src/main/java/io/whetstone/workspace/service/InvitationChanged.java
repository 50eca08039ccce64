package io.whetstone.workspace.service;

/** An invitation was made or answered; {@code action} says what, as in the audit log. */
public record InvitationChanged(String action, InvitationView invitation) {}
