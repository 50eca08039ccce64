/** How tasks get their workers: claims, leases, attempts. */
@NullMarked
package io.whetstone.task.service.internal;

import org.jspecify.annotations.NullMarked;
