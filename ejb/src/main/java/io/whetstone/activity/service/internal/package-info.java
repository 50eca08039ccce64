/** How events become lines of the feed. */
@NullMarked
package io.whetstone.activity.service.internal;

import org.jspecify.annotations.NullMarked;
