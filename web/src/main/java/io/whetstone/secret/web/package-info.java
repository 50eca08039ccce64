/** Secrets over HTTP: written, listed, never read back. */
@NullMarked
package io.whetstone.secret.web;

import org.jspecify.annotations.NullMarked;
