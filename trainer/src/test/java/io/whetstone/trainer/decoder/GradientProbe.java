package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDManager;
import io.whetstone.trainer.TestEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Prints how many different results twenty equal backward passes have while the garbage collector is kept busy. */
final class GradientProbe {
    private GradientProbe() {}

    public static void main(String[] args) throws IOException {
        Thread litter = new Thread(GradientProbe::litter);
        litter.setDaemon(true);
        litter.start();
        Set<Integer> results = new HashSet<>();
        try (NDManager manager = TestEngine.open();
                TinyLearner tiny = TinyLearner.open(manager, Precision.F32, 0)) {
            for (int i = 0; i < 20; i++) {
                tiny.learner(i % 2 == 1).learn(TinyLearner.batch(4), 50, 0);
                results.add(Arrays.hashCode(tiny.takeGradients()));
                tiny.learner(false).learn(TinyLearner.batch(2), 50, 0);
                tiny.takeGradients();
            }
        }
        System.out.println(
                "results=" + results.size() + " hash=" + results.iterator().next());
    }

    private static void litter() {
        long kept = 0;
        while (kept >= 0) {
            kept += new byte[64 * 1024].length;
        }
    }
}
