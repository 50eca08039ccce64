/** What the kernel keeps for a while only. */
@NullMarked
package io.whetstone.retention.service.internal;

import org.jspecify.annotations.NullMarked;
