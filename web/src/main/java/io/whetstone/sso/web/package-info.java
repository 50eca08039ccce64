/** Sign-in by identity providers and their administration, over HTTP. */
@NullMarked
package io.whetstone.sso.web;

import org.jspecify.annotations.NullMarked;
