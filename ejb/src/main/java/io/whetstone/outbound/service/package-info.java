/**
 * Requests to systems outside of this installation. Every one goes through {@link OutboundClient}, which keeps them
 * from reaching into the operator's own network. It knows nothing of what is fetched.
 */
@NullMarked
package io.whetstone.outbound.service;

import org.jspecify.annotations.NullMarked;
