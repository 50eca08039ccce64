package io.whetstone.runner.llama;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A base model in memory with its vocabulary. Its questions may be asked from any thread. */
public final class LlamaModel implements AutoCloseable {
    private static final int USUAL_PIECE_BYTES = 64;

    private final Pointer handle;
    private final Pointer vocabulary;
    private final int vocabularySize;

    private LlamaModel(Pointer handle) {
        this.handle = handle;
        this.vocabulary = Llama.llama_model_get_vocab(handle);
        this.vocabularySize = Llama.llama_vocab_n_tokens(vocabulary);
    }

    /** Maps a GGUF file; every tensor is checked, because bad weights would otherwise load and answer rubbish. */
    public static LlamaModel load(Path gguf) {
        if (!Files.isRegularFile(gguf)) {
            throw new LlamaException("no model file at " + gguf);
        }
        var params = Llama.llama_model_default_params();
        params.checkTensors = 1;
        var handle = Llama.llama_model_load_from_file(gguf.toAbsolutePath().toString(), params);
        if (handle == null) {
            throw new LlamaException("llama.cpp cannot load " + gguf);
        }
        return new LlamaModel(handle);
    }

    public int vocabularySize() {
        return vocabularySize;
    }

    /** Tokens that the model was trained to look back on. */
    public int trainedContext() {
        return Llama.llama_model_n_ctx_train(handle);
    }

    public long parameterCount() {
        return Llama.llama_model_n_params(handle);
    }

    public String description() {
        var out = new byte[256];
        int length = Llama.llama_model_desc(handle, out, out.length);
        return new String(out, 0, Math.max(0, Math.min(length, out.length)), StandardCharsets.UTF_8);
    }

    /** The Jinja source of {@code tokenizer.chat_template}, if the file has one. */
    public Optional<String> chatTemplate() {
        return Optional.ofNullable(Llama.llama_model_chat_template(handle, null));
    }

    /** The text of the token that begins a document, or the empty string. */
    public String beginToken() {
        return special(Llama.llama_vocab_bos(vocabulary));
    }

    /** The text of the token that ends a document, or the empty string. */
    public String endToken() {
        return special(Llama.llama_vocab_eos(vocabulary));
    }

    /** Whether the token ends a generation (end of text, of turn, of message). */
    public boolean endsGeneration(int token) {
        return Llama.llama_vocab_is_eog(vocabulary, token) != 0;
    }

    /**
     * The ids of a text; special tokens written in it count as such.
     *
     * @param addSpecial whether to put in front what the vocabulary asks for (mostly the begin token)
     */
    public int[] tokenize(String text, boolean addSpecial) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new int[bytes.length + 2];
        int count = Llama.llama_tokenize(
                vocabulary, bytes, bytes.length, out, out.length, (byte) (addSpecial ? 1 : 0), (byte) 1);
        if (count < 0) {
            throw new LlamaException("the text does not fit its own buffer: " + count);
        }
        return Arrays.copyOf(out, count);
    }

    /** The bytes that the token writes; none for a special token. May end within a character. */
    public byte[] piece(int token) {
        return piece(token, false);
    }

    Pointer handle() {
        return handle;
    }

    private String special(int token) {
        return token < 0 ? "" : new String(piece(token, true), StandardCharsets.UTF_8);
    }

    private byte[] piece(int token, boolean special) {
        var flag = (byte) (special ? 1 : 0);
        var out = new byte[USUAL_PIECE_BYTES];
        int length = Llama.llama_token_to_piece(vocabulary, token, out, out.length, 0, flag);
        if (length < 0) {
            out = new byte[-length];
            length = Llama.llama_token_to_piece(vocabulary, token, out, out.length, 0, flag);
        }
        return Arrays.copyOf(out, length);
    }

    @Override
    public void close() {
        Llama.llama_model_free(handle);
    }
}
