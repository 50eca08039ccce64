/** What the server may reach inside the operator's own network, as stored. */
@NullMarked
package io.whetstone.outbound.entity;

import org.jspecify.annotations.NullMarked;
