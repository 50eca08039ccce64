/** Opening a session, in one step or two, renewing it and ending it; the second factor of the account. */
@NullMarked
package io.whetstone.identity.session.service;

import org.jspecify.annotations.NullMarked;
