/** How signing keys are stored and replaced. */
@NullMarked
package io.whetstone.signing.service.internal;

import org.jspecify.annotations.NullMarked;
