/** From dataset rows to batches of token ids and the positions that are learnt. */
@NullMarked
package io.whetstone.trainer.data;

import org.jspecify.annotations.NullMarked;
