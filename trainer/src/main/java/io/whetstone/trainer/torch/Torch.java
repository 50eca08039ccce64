package io.whetstone.trainer.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The native engine of this process. Opened once, by the thread that trains. */
public final class Torch {
    private Torch() {}

    /**
     * Loads the engine without any network and makes the calling thread able to train.
     *
     * @param threads threads of one operation; 0 for one a processor
     * @return the manager whose arrays live as long as the process
     */
    public static NDManager open(int threads) {
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(count));
        NDManager manager = NDManager.newBaseManager();
        JniUtils.setNumThreads(count);
        JniUtils.setGraphExecutorOptimize(false);
        // The engine turns gradients off in the thread that loads it.
        JniUtils.setGradMode(true);
        return manager;
    }

    /** Runs something whose results nobody will differentiate. */
    public static <T> T withoutGradient(java.util.function.Supplier<T> work) {
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(true);
        }
    }
}
