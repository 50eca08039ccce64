/** A Llama-layout decoder with low-rank adapters, its loss, its gradients and its optimizer. */
@NullMarked
package io.whetstone.trainer.decoder;

import org.jspecify.annotations.NullMarked;
