package io.whetstone.trainer.decoder;

/** The number format of the frozen weights and the activations. Adapters, losses and the optimizer are always F32. */
public enum Precision {
    F32,
    BF16
}
