/** How long a training job takes and how much memory it needs, from its settings and this machine. */
@NullMarked
package io.whetstone.training.service.internal.estimate;

import org.jspecify.annotations.NullMarked;
