/** Tests of the supervision of trainers. */
@NullMarked
package io.whetstone.training.service.internal;

import org.jspecify.annotations.NullMarked;
