package io.whetstone.runner.llama;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** The tokens of one step, in native memory that is written in place and used again. */
public final class TokenBatch {
    private final BatchParams.ByValue params = new BatchParams.ByValue();
    private final Memory tokens;
    private final Memory positions;
    private final Memory sequences;
    private final Memory sequencePointers;
    private final Memory sequenceCounts;
    private final Memory outputs;
    private final int capacity;
    private int size;

    TokenBatch(int capacity) {
        this.capacity = capacity;
        tokens = new Memory((long) Integer.BYTES * capacity);
        positions = new Memory((long) Integer.BYTES * capacity);
        sequences = new Memory((long) Integer.BYTES * capacity);
        sequenceCounts = new Memory((long) Integer.BYTES * capacity);
        sequencePointers = new Memory((long) Long.BYTES * (capacity + 1));
        outputs = new Memory(capacity);
        for (int i = 0; i < capacity; i++) {
            sequenceCounts.setInt((long) Integer.BYTES * i, 1);
            sequencePointers.setPointer((long) Long.BYTES * i, sequences.share((long) Integer.BYTES * i));
        }
        sequencePointers.setPointer((long) Long.BYTES * capacity, Pointer.NULL);
        bind();
    }

    private void bind() {
        params.token = tokens;
        params.pos = positions;
        params.nSeqId = sequenceCounts;
        params.seqId = sequencePointers;
        params.logits = outputs;
        params.write();
        // Only the count changes between steps, and that is written by hand.
        params.setAutoSynch(false);
    }

    public int capacity() {
        return capacity;
    }

    public int size() {
        return size;
    }

    public int room() {
        return capacity - size;
    }

    public void clear() {
        size = 0;
    }

    /** Adds a token at a position of a sequence and answers its place; {@code output} asks for its logits. */
    public int add(int token, int position, int sequence, boolean output) {
        if (size == capacity) {
            throw new IllegalStateException("the batch is full");
        }
        long offset = (long) Integer.BYTES * size;
        tokens.setInt(offset, token);
        positions.setInt(offset, position);
        sequences.setInt(offset, sequence);
        outputs.setByte(size, (byte) (output ? 1 : 0));
        return size++;
    }

    /** An empty batch is an error in C, so it is not passed on. */
    int decode(Pointer context) {
        if (size == 0) {
            return 0;
        }
        params.getPointer().setInt(0, size);
        return Llama.llama_decode(context, params);
    }
}
