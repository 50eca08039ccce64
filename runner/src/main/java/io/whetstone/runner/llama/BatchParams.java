package io.whetstone.runner.llama;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct llama_batch} of llama.h v0.5.0. */
@FieldOrder({"nTokens", "token", "embd", "pos", "nSeqId", "seqId", "logits"})
public class BatchParams extends Structure {
    public int nTokens;
    public @Nullable Pointer token;
    public @Nullable Pointer embd;
    public @Nullable Pointer pos;
    public @Nullable Pointer nSeqId;
    public @Nullable Pointer seqId;
    public @Nullable Pointer logits;

    /** The form in which C passes it. */
    public static class ByValue extends BatchParams implements Structure.ByValue {}
}
