/**
 * Who may do what: the principals, the one access policy and its permissions. It knows memberships only by {@link
 * io.whetstone.access.service.Memberships}, which workspaces answer, and credentials only by {@link
 * io.whetstone.access.service.CredentialVerifier}, which identity and the keys answer.
 */
@NullMarked
package io.whetstone.access.service;

import org.jspecify.annotations.NullMarked;
