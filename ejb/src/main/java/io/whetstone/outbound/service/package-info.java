/**
 * Requests to systems outside of this installation. Each goes through {@code OutboundClient}, which keeps them from
 * reaching into the operator's own network, and from taking more time or space than they may. It knows nothing of what
 * is fetched. What administrators open are rules that are read again every second; nothing is opened by default.
 */
@NullMarked
package io.whetstone.outbound.service;

import org.jspecify.annotations.NullMarked;
