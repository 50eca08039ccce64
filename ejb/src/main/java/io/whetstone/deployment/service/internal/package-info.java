/** The runner processes and how they are spoken to. */
@NullMarked
package io.whetstone.deployment.service.internal;

import org.jspecify.annotations.NullMarked;
