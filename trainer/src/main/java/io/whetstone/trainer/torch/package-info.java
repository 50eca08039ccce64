/** The engine: native libraries, TorchScript that Java writes, tensors in and out. */
@NullMarked
package io.whetstone.trainer.torch;

import org.jspecify.annotations.NullMarked;
