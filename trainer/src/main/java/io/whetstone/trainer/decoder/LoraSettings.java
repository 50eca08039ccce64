package io.whetstone.trainer.decoder;

import java.util.EnumSet;
import java.util.Set;

/** Which projections get a low-rank pair, how wide it is and how strongly it counts. */
public record LoraSettings(int rank, double alpha, double dropout, Set<Projection> targets) {
    public LoraSettings {
        if (rank < 1 || alpha <= 0 || dropout < 0 || dropout >= 1) {
            throw new IllegalArgumentException("LoRA rank and alpha must be positive and dropout in [0, 1)");
        }
        targets = targets.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(targets));
    }

    /** A model without any adapter. */
    public static LoraSettings none() {
        return new LoraSettings(1, 1, 0, Set.of());
    }

    public double scale() {
        return alpha / rank;
    }

    public int parameters(DecoderShape shape) {
        int layer = 0;
        for (Projection target : targets) {
            layer += rank * (target.inputs(shape) + target.outputs(shape));
        }
        return layer * shape.layers();
    }
}
