/** Holds the trainer against numbers that other software computed. */
@NullMarked
package io.whetstone.trainer.parity;

import org.jspecify.annotations.NullMarked;
