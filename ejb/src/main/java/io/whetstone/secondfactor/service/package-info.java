/** Codes of an authenticator app (RFC 6238) and the recovery codes that stand in for them. It knows no accounts. */
@NullMarked
package io.whetstone.secondfactor.service;

import org.jspecify.annotations.NullMarked;
