/**
 * How identity keeps passwords, signs tokens and reads accounts without a caller.
 */
@NullMarked
package io.whetstone.identity.service.internal;

import org.jspecify.annotations.NullMarked;
