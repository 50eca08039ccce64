package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What the decoder reads.
 *
 * @param ids I64 [rows, length]
 * @param positions I64 [length], the place of each column for the rotary embedding
 * @param mask BOOL [length, length], true where a row's column may look; null for plain causal order
 * @param dropout F64 scalar, the share of adapter inputs that is dropped
 */
public record Input(
        NDArray ids, NDArray positions, @Nullable NDArray mask, NDArray dropout) {}
