package io.whetstone.trainer;

import ai.djl.ndarray.NDManager;
import io.whetstone.trainer.torch.Torch;

/** The engine of the test process, one thread so that repetitions are exact. */
public final class TestEngine {
    private TestEngine() {}

    public static NDManager open() {
        return Torch.open(1);
    }
}
