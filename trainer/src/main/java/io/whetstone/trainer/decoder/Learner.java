package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.torch.Torch;

/** Turns batches into losses, and into gradients gathered on the adapter. One sub-manager holds what a batch needs. */
public final class Learner {
    private final NDManager manager;
    private final Decoder decoder;
    private final Adapter adapter;
    private final boolean recompute;
    private long backward;

    /**
     * Joins model and adapter.
     *
     * @param recompute keep only the input of each layer and compute the layer again for its gradient
     */
    public Learner(NDManager manager, Decoder decoder, Adapter adapter, boolean recompute) {
        this.manager = manager;
        this.decoder = decoder;
        this.adapter = adapter;
        this.recompute = recompute;
    }

    /** The sum of the losses of the batch's labelled tokens; nothing is learnt. */
    public double evaluate(Batch batch) {
        try (NDManager step = manager.newSubManager()) {
            return Torch.withoutGradient(() -> {
                NDArray hidden = decoder.hidden(input(step, batch, 0), adapter.arrays(), false);
                return decoder.sumOfLosses(hidden, step.create(batch.at()), step.create(batch.targets()))
                        .toDoubleArray()[0];
            });
        }
    }

    /**
     * Adds the gradients of {@code sum of losses / total} to those gathered so far.
     *
     * @param total labelled tokens of all the batches that make up one step
     * @param seed of the adapter's dropout
     * @return the sum of the losses; not finite when the run has diverged, and then no gradient was added
     */
    public double learn(Batch batch, long total, long seed) {
        try (NDManager step = manager.newSubManager()) {
            Input input = input(step, batch, adapter.settings().dropout());
            return recompute
                    ? learnByLayer(step, batch, input, total, seed)
                    : learnAtOnce(step, batch, input, total, seed);
        }
    }

    /** Time spent in native backward passes so far. */
    public long backwardNanos() {
        return backward;
    }

    private double learnAtOnce(NDManager step, Batch batch, Input input, long total, long seed) {
        JniUtils.setSeed(seed);
        NDArray hidden = decoder.hidden(input, adapter.arrays(), true);
        NDList loss = loss(step, batch, hidden, total);
        double sum = loss.get(0).toDoubleArray()[0];
        if (Double.isFinite(sum)) {
            backward(hidden, loss.get(1));
        }
        return sum;
    }

    /** As if at once, but holding activations of one layer only: the inputs of all layers are kept. */
    private double learnByLayer(NDManager step, Batch batch, Input input, long total, long seed) {
        int layers = decoder.shape().layers();
        NDArray[] inputs = Torch.withoutGradient(() -> layerInputs(input, seed));
        inputs[layers].setRequiresGradient(true);
        NDArray hidden = decoder.last(inputs[layers]);
        NDList loss = loss(step, batch, hidden, total);
        double sum = loss.get(0).toDoubleArray()[0];
        NDArray gradient = loss.get(1);
        for (int layer = layers; Double.isFinite(sum) && layer >= 0; layer--) {
            NDArray x = inputs[layer];
            NDArray y = layer == layers ? hidden : again(x, layer, input, seed);
            backward(y, gradient);
            if (layer > 0) {
                gradient = JniUtils.getGradient((PtNDArray) x);
                gradient.attach(step);
            }
            y.close();
            x.close();
        }
        return sum;
    }

    private NDArray[] layerInputs(Input input, long seed) {
        int layers = decoder.shape().layers();
        NDArray[] inputs = new NDArray[layers + 1];
        inputs[0] = decoder.first(input);
        for (int layer = 0; layer < layers; layer++) {
            JniUtils.setSeed(seed + layer);
            inputs[layer + 1] = decoder.layer(inputs[layer], layer, input, adapter.arrays());
        }
        return inputs;
    }

    private NDArray again(NDArray x, int layer, Input input, long seed) {
        if (layer > 0) {
            x.setRequiresGradient(true);
        }
        JniUtils.setSeed(seed + layer);
        return decoder.layer(x, layer, input, adapter.arrays());
    }

    private NDList loss(NDManager step, Batch batch, NDArray hidden, long total) {
        return decoder.loss(hidden, step.create(batch.at()), step.create(batch.targets()), step.create((double) total));
    }

    private void backward(NDArray y, NDArray gradient) {
        long start = System.nanoTime();
        JniUtils.backward((PtNDArray) y, (PtNDArray) gradient, false, false);
        backward += System.nanoTime() - start;
    }

    /** The batch as arrays of {@code step}. */
    public static Input input(NDManager step, Batch batch, double dropout) {
        NDArray ids = step.create(batch.ids(), new Shape(batch.rows(), batch.length()));
        boolean[] mask = batch.mask();
        NDArray visible = mask == null ? null : step.create(mask, new Shape(batch.length(), batch.length()));
        return new Input(ids, step.create(batch.positions()), visible, step.create(dropout));
    }
}
