/** The queue of training jobs and the supervision of trainer processes. */
@NullMarked
package io.whetstone.training.service.internal;

import org.jspecify.annotations.NullMarked;
