/** How outside systems are reached: what may be asked, how it is asked, and when asking stops. */
@NullMarked
package io.whetstone.outbound.service.internal;

import org.jspecify.annotations.NullMarked;
