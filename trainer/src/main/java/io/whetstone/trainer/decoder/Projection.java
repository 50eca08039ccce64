package io.whetstone.trainer.decoder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The seven linear maps of a layer, in the order of their use. */
public enum Projection {
    Q_PROJ("self_attn"),
    K_PROJ("self_attn"),
    V_PROJ("self_attn"),
    O_PROJ("self_attn"),
    GATE_PROJ("mlp"),
    UP_PROJ("mlp"),
    DOWN_PROJ("mlp");

    private final String block;

    Projection(String block) {
        this.block = block;
    }

    /** The name that configurations use, such as {@code q_proj}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Projection> of(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }

    /** The module's path inside the model, such as {@code model.layers.3.self_attn.q_proj}. */
    public String path(int layer) {
        return "model.layers." + layer + "." + block + "." + label();
    }

    public int inputs(DecoderShape shape) {
        return switch (this) {
            case Q_PROJ, K_PROJ, V_PROJ, GATE_PROJ, UP_PROJ -> shape.hidden();
            case O_PROJ -> shape.heads() * shape.headDim();
            case DOWN_PROJ -> shape.intermediate();
        };
    }

    public int outputs(DecoderShape shape) {
        return switch (this) {
            case Q_PROJ -> shape.heads() * shape.headDim();
            case K_PROJ, V_PROJ -> shape.kvHeads() * shape.headDim();
            case O_PROJ, DOWN_PROJ -> shape.hidden();
            case GATE_PROJ, UP_PROJ -> shape.intermediate();
        };
    }
}
