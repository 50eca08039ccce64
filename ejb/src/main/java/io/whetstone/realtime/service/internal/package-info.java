/** How events find the subscribers on this node and on others. */
@NullMarked
package io.whetstone.realtime.service.internal;

import org.jspecify.annotations.NullMarked;
