/** A training run from its job folder to its adapter: loop, events, checkpoints, failure. */
@NullMarked
package io.whetstone.trainer.run;

import org.jspecify.annotations.NullMarked;
