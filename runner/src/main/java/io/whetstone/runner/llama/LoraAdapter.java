package io.whetstone.runner.llama;

import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A LoRA adapter in memory. It must be closed before its model and never while a context uses it. */
public final class LoraAdapter implements AutoCloseable {
    private final Pointer handle;

    private LoraAdapter(Pointer handle) {
        this.handle = handle;
    }

    public static LoraAdapter load(LlamaModel model, Path gguf) {
        if (!Files.isRegularFile(gguf)) {
            throw new LlamaException("no adapter file at " + gguf);
        }
        var handle = Llama.llama_adapter_lora_init(
                model.handle(), gguf.toAbsolutePath().toString());
        if (handle == null) {
            throw new LlamaException("the adapter %s does not fit the model".formatted(gguf.getFileName()));
        }
        return new LoraAdapter(handle);
    }

    Pointer handle() {
        return handle;
    }

    @Override
    public void close() {
        Llama.llama_adapter_lora_free(handle);
    }
}
