package io.whetstone.runner.bench;

import java.util.Random;

/**
 * Work to measure: so many streams at once, each with a prompt of random ids and so many new tokens.
 *
 * @param counted tokens of the work that its speed is told in
 */
record Workload(String name, int streams, int promptTokens, int newTokens, int counted) {
    /** One token of prompt each, so that nearly all time goes into decoding. */
    static Workload decode(int streams, int newTokens) {
        return new Workload("decode", streams, 1, newTokens, streams * newTokens);
    }

    /** One token of answer each, so that all time goes into the prompts. */
    static Workload prefill(int streams, int promptTokens) {
        return new Workload("prefill", streams, promptTokens, 1, streams * promptTokens);
    }

    /** The prompts [streams][promptTokens] of one round; different rounds share no beginnings. */
    int[][] prompts(int vocabularySize, int round) {
        var random = new Random(round);
        var prompts = new int[streams][];
        for (int i = 0; i < streams; i++) {
            prompts[i] = random.ints(promptTokens, 0, vocabularySize).toArray();
        }
        return prompts;
    }
}
