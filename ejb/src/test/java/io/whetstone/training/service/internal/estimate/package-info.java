/** Tests of the supervision of trainers. */
@NullMarked
package io.whetstone.training.service.internal.estimate;

import org.jspecify.annotations.NullMarked;
