/**
 * Envelope encryption: a master key wraps data keys, a data key seals texts. It knows neither the database nor the
 * server, so that the launcher rotates what the server seals.
 */
@NullMarked
package io.whetstone.envelope;

import org.jspecify.annotations.NullMarked;
