package io.whetstone.workspace.service;

import java.util.UUID;

/**
 * An invitation was made or answered, observed in the transaction that did it.
 *
 * @param action what was done, as in the audit log
 * @param invitedBy the person who asked
 */
public record InvitationChanged(String action, InvitationView invitation, UUID invitedBy) {}
