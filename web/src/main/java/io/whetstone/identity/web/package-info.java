/** Sign-in, the caller's profile and the accounts, over HTTP. */
@NullMarked
package io.whetstone.identity.web;

import org.jspecify.annotations.NullMarked;
