package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of the context and the tokens that its cache holds.
 *
 * <p>The cache outlives the generation: a later prompt that begins with the same tokens under the same
 * adapter computes only the rest.
 */
final class Slot {
    private final int id;
    private final int[] tokens;
    private int length;
    private @Nullable LoraAdapter adapter;
    private long lastUsed;

    Slot(int id, int capacity) {
        this.id = id;
        this.tokens = new int[capacity];
    }

    int id() {
        return id;
    }

    /** Tokens in the cache, which is also the position of the next. */
    int length() {
        return length;
    }

    long lastUsed() {
        return lastUsed;
    }

    boolean full() {
        return length == tokens.length;
    }

    boolean uses(LoraAdapter candidate) {
        return candidate.equals(adapter);
    }

    /** How many tokens of the prompt need no computing; the last always does, for its logits. */
    int sharedWith(int[] prompt, @Nullable LoraAdapter wanted) {
        if (!Objects.equals(adapter, wanted)) {
            return 0;
        }
        int most = Math.min(length, prompt.length - 1);
        int differs = Arrays.mismatch(tokens, 0, most, prompt, 0, most);
        return differs < 0 ? most : differs;
    }

    void occupy(@Nullable LoraAdapter next, int kept, long now) {
        adapter = next;
        length = kept;
        lastUsed = now;
    }

    void push(int token) {
        tokens[length++] = token;
    }
}
