package io.whetstone.runner.llama;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of llama.h that the runner calls, mapped directly under their C names. */
@SuppressWarnings("MemberName")
final class Llama {
    /** {@code ggml_log_callback}; must stay reachable for as long as native code may call it. */
    interface LogCallback extends Callback {
        void invoke(int level, String text, @Nullable Pointer userData);
    }

    private Llama() {}

    static native String llama_version();

    static native void llama_backend_init();

    static native void llama_log_set(LogCallback callback, @Nullable Pointer userData);

    static native ModelParams.ByValue llama_model_default_params();

    static native @Nullable Pointer llama_model_load_from_file(String path, ModelParams.ByValue params);

    static native void llama_model_free(Pointer model);

    static native Pointer llama_model_get_vocab(Pointer model);

    static native int llama_model_n_ctx_train(Pointer model);

    static native long llama_model_n_params(Pointer model);

    static native int llama_model_desc(Pointer model, byte[] out, long capacity);

    static native @Nullable String llama_model_chat_template(Pointer model, @Nullable String name);

    static native int llama_vocab_n_tokens(Pointer vocab);

    static native byte llama_vocab_is_eog(Pointer vocab, int token);

    static native int llama_vocab_bos(Pointer vocab);

    static native int llama_vocab_eos(Pointer vocab);

    static native int llama_tokenize(
            Pointer vocab, byte[] text, int length, int[] out, int capacity, byte addSpecial, byte parseSpecial);

    static native int llama_token_to_piece(
            Pointer vocab, int token, byte[] out, int capacity, int leftStrip, byte special);

    static native ContextParams.ByValue llama_context_default_params();

    static native @Nullable Pointer llama_init_from_model(Pointer model, ContextParams.ByValue params);

    static native void llama_free(Pointer context);

    static native int llama_n_ctx_seq(Pointer context);

    static native int llama_n_batch(Pointer context);

    static native void llama_set_n_threads(Pointer context, int ofOneToken, int ofBatches);

    static native Pointer llama_get_memory(Pointer context);

    static native int llama_decode(Pointer context, BatchParams.ByValue batch);

    static native @Nullable Pointer llama_get_logits_ith(Pointer context, int index);

    static native byte llama_memory_seq_rm(Pointer memory, int sequence, int from, int to);

    static native @Nullable Pointer llama_adapter_lora_init(Pointer model, String path);

    static native void llama_adapter_lora_free(Pointer adapter);

    static native int llama_set_adapters_lora(
            Pointer context, @Nullable Pointer adapters, long count, @Nullable Pointer scales);
}
