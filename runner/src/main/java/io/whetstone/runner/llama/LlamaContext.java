package io.whetstone.runner.llama;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of a model: the attention caches of its sequences and the adapter in use.
 *
 * <p>Belongs to one thread. The caches are kept apart ({@code kv_unified=0}), so that what a sequence
 * computes does not depend on its company.
 */
public final class LlamaContext implements AutoCloseable {
    private final Pointer handle;
    private final Pointer memory;
    private final TokenBatch batch;
    private final int length;
    private final int vocabularySize;
    private final ThreadChoice threads;
    private @Nullable LoraAdapter adapter;

    public LlamaContext(LlamaModel model, ContextSettings settings) {
        var params = Llama.llama_context_default_params();
        params.nCtx = settings.length() * settings.sequences();
        params.nBatch = settings.batch();
        params.nUbatch = settings.batch();
        params.nSeqMax = settings.sequences();
        params.nThreads = settings.threads();
        params.nThreadsBatch = settings.threads();
        params.flashAttnType = settings.flashAttention().code();
        params.typeK = settings.cacheType().ggmlType();
        params.typeV = settings.cacheType().ggmlType();
        params.kvUnified = 0;
        params.noPerf = 1;
        var made = Llama.llama_init_from_model(model.handle(), params);
        if (made == null) {
            throw new LlamaException("no context of %d x %d tokens".formatted(settings.sequences(), settings.length()));
        }
        this.handle = made;
        this.memory = Llama.llama_get_memory(made);
        this.batch = new TokenBatch(Llama.llama_n_batch(made));
        this.length = Math.min(settings.length(), Llama.llama_n_ctx_seq(made));
        this.vocabularySize = model.vocabularySize();
        this.threads = new ThreadChoice(settings.threads());
    }

    /** Tokens that one sequence may hold. */
    public int length() {
        return length;
    }

    /** The batch that the next step decodes. */
    public TokenBatch batch() {
        return batch;
    }

    /** Lets the next steps run with this adapter, or with none; answers whether that was a change. */
    public boolean use(@Nullable LoraAdapter next) {
        if (Objects.equals(next, adapter)) {
            return false;
        }
        int refused = next == null ? Llama.llama_set_adapters_lora(handle, null, 0, null) : set(next);
        if (refused != 0) {
            throw new LlamaException("llama.cpp refuses the adapter: " + refused);
        }
        adapter = next;
        return true;
    }

    private int set(LoraAdapter next) {
        try (var adapters = new Memory(Long.BYTES);
                var scales = new Memory(Float.BYTES)) {
            adapters.setPointer(0, next.handle());
            scales.setFloat(0, 1f);
            return Llama.llama_set_adapters_lora(handle, adapters, 1, scales);
        }
    }

    /** Computes the batch; after it the logits of the tokens that asked for them can be read. */
    public void decode() {
        int size = Math.max(1, batch.size());
        int count = threads.next(size);
        Llama.llama_set_n_threads(handle, count, count);
        long begin = System.nanoTime();
        int refused = batch.decode(handle);
        if (refused != 0) {
            throw new LlamaException("llama.cpp could not decode: " + refused);
        }
        threads.took(size, count, System.nanoTime() - begin);
    }

    /**
     * Copies the scores of every next token.
     *
     * @param index place in the batch of a token that was added with {@code output}
     * @param out of the size of the vocabulary
     */
    public void logits(int index, float[] out) {
        var logits = Llama.llama_get_logits_ith(handle, index);
        if (logits == null) {
            throw new LlamaException("no logits at place " + index);
        }
        logits.read(0, out, 0, vocabularySize);
    }

    /** Forgets what the sequence holds from this position on; false if the model can only forget everything. */
    public boolean forget(int sequence, int from) {
        return Llama.llama_memory_seq_rm(memory, sequence, from, -1) != 0;
    }

    @Override
    public void close() {
        Llama.llama_free(handle);
    }
}
