package io.whetstone.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random Llama of two layers whose tokens are the 256 bytes and three marks. It talks nonsense, but always the
 * same nonsense, and with a bias on a token it says what a test wants.
 */
final class TinyModel {
    static final int IM_START = 256;
    static final int IM_END = 257;
    static final int END_OF_TEXT = 258;
    static final int CONTEXT = 8192;

    /** Keeps the model talking until it is stopped by something else. */
    static final String NEVER_ENDING = "\"logit_bias\":{\"256\":-100,\"257\":-100,\"258\":-100}";

    private static final int WIDTH = 32;
    private static final int KEYS = 16;
    private static final int INNER = 64;
    private static final int LAYERS = 2;
    private static final int RANK = 4;
    private static final String TEMPLATE = "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n'"
            + " + message['content'] + '<|im_end|>' + '\n' }}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    private TinyModel() {}

    static Path base(Path folder) throws IOException {
        var random = new Random(7);
        var gguf = new GgufBuilder();
        architecture(gguf);
        vocabulary(gguf);
        gguf.tensor("token_embd.weight", weights(random, WIDTH * tokens().size(), 1f), WIDTH, tokens().size());
        for (int layer = 0; layer < LAYERS; layer++) {
            layer(gguf, random, "blk.%d.".formatted(layer));
        }
        gguf.tensor("output_norm.weight", ones(), WIDTH);
        gguf.tensor("output.weight", weights(random, WIDTH * tokens().size(), 0.6f), WIDTH, tokens().size());
        return gguf.write(folder.resolve("tiny.gguf"));
    }

    static Path adapter(Path folder, String name, int seed) throws IOException {
        var random = new Random(seed);
        var gguf = new GgufBuilder()
                .put("general.type", "adapter")
                .put("general.architecture", "llama")
                .put("adapter.type", "lora")
                .put("adapter.lora.alpha", 8f);
        for (int layer = 0; layer < LAYERS; layer++) {
            var tensor = "blk.%d.attn_q.weight".formatted(layer);
            gguf.tensor(tensor + ".lora_a", weights(random, WIDTH * RANK, 1f), WIDTH, RANK);
            gguf.tensor(tensor + ".lora_b", weights(random, RANK * WIDTH, 1f), RANK, WIDTH);
        }
        return gguf.write(folder.resolve(name + ".gguf"));
    }

    private static void architecture(GgufBuilder gguf) {
        gguf.put("general.architecture", "llama")
                .put("llama.context_length", CONTEXT)
                .put("llama.embedding_length", WIDTH)
                .put("llama.block_count", LAYERS)
                .put("llama.feed_forward_length", INNER)
                .put("llama.attention.head_count", 2)
                .put("llama.attention.head_count_kv", 1)
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .put("llama.rope.dimension_count", WIDTH / 2)
                .put("llama.vocab_size", tokens().size());
    }

    private static void vocabulary(GgufBuilder gguf) {
        var kinds = new ArrayList<>(Collections.nCopies(256, 1));
        kinds.addAll(List.of(3, 3, 3));
        gguf.put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.pre", "gpt-2")
                .putTexts("tokenizer.ggml.tokens", tokens())
                .putNumbers("tokenizer.ggml.token_type", kinds)
                .putTexts("tokenizer.ggml.merges", List.of())
                .put("tokenizer.ggml.bos_token_id", END_OF_TEXT)
                .put("tokenizer.ggml.eos_token_id", IM_END)
                .put("tokenizer.chat_template", TEMPLATE);
    }

    private static void layer(GgufBuilder gguf, Random random, String name) {
        gguf.tensor(name + "attn_norm.weight", ones(), WIDTH)
                .tensor(name + "attn_q.weight", weights(random, WIDTH * WIDTH, 0.5f), WIDTH, WIDTH)
                .tensor(name + "attn_k.weight", weights(random, WIDTH * KEYS, 0.5f), WIDTH, KEYS)
                .tensor(name + "attn_v.weight", weights(random, WIDTH * KEYS, 0.5f), WIDTH, KEYS)
                .tensor(name + "attn_output.weight", weights(random, WIDTH * WIDTH, 0.5f), WIDTH, WIDTH)
                .tensor(name + "ffn_norm.weight", ones(), WIDTH)
                .tensor(name + "ffn_gate.weight", weights(random, WIDTH * INNER, 0.3f), WIDTH, INNER)
                .tensor(name + "ffn_up.weight", weights(random, WIDTH * INNER, 0.3f), WIDTH, INNER)
                .tensor(name + "ffn_down.weight", weights(random, INNER * WIDTH, 0.3f), INNER, WIDTH);
    }

    /** One token a byte, id and byte being equal, written in GPT-2's printable alphabet. */
    private static List<String> tokens() {
        var tokens = new ArrayList<String>();
        int shifted = 256;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
            tokens.add(Character.toString(printable ? value : shifted++));
        }
        tokens.addAll(List.of("<|im_start|>", "<|im_end|>", "<|endoftext|>"));
        return tokens;
    }

    private static float[] weights(Random random, int count, float scale) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * scale;
        }
        return values;
    }

    private static float[] ones() {
        var values = new float[WIDTH];
        Arrays.fill(values, 1f);
        return values;
    }
}
