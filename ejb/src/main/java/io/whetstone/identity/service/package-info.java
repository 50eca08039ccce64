/**
 * Who somebody is and what they may do: sign-in, sessions, accounts and the one access policy. Tokens are signed here
 * and verified by MicroProfile JWT; nothing else decides about permissions.
 */
@NullMarked
package io.whetstone.identity.service;

import org.jspecify.annotations.NullMarked;
