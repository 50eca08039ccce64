/** Tests of the supervision of trainers. */
@NullMarked
package io.whetstone.training.service.internal.supervision;

import org.jspecify.annotations.NullMarked;
