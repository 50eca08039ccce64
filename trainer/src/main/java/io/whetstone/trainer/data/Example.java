package io.whetstone.trainer.data;

/** The token ids of one row and which of them the model should learn to produce. */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for; arrays keep the ids small
public record Example(int[] ids, boolean[] learnt) {
    public Example {
        if (ids.length != learnt.length) {
            throw new IllegalArgumentException(ids.length + " ids but " + learnt.length + " marks");
        }
    }

    public int length() {
        return ids.length;
    }

    /** Tokens that have a loss: the first token of a sequence is never predicted. */
    public int targets() {
        int count = 0;
        for (int i = 1; i < learnt.length; i++) {
            count += learnt[i] ? 1 : 0;
        }
        return count;
    }

    Example cut(int length) {
        return new Example(java.util.Arrays.copyOf(ids, length), java.util.Arrays.copyOf(learnt, length));
    }
}
