/** The public keys of access tokens, over HTTP. */
@NullMarked
package io.whetstone.signing.web;

import org.jspecify.annotations.NullMarked;
