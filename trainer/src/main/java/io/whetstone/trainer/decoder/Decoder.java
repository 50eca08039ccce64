package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.whetstone.trainer.torch.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Llama-layout decoder: frozen base weights, an adapter, and the calls that compute with them.
 *
 * <p>Each method that returns arrays puts them into the manager of its input.
 */
public final class Decoder implements AutoCloseable {
    private final DecoderShape shape;
    private final Precision precision;
    private final Script script;
    private final BaseWeights base;
    private final NDArray cosines;
    private final NDArray sines;
    private final NDArray unread;

    private Decoder(NDManager manager, Path folder, LoraSettings lora, Precision precision) throws IOException {
        this.shape = DecoderShape.read(folder);
        this.precision = precision;
        this.script = new Script(manager, DecoderSource.of(shape, lora));
        this.base = BaseWeights.load(manager, shape, folder, this::convert);
        Shape table = new Shape(shape.context(), shape.headDim() / 2);
        this.cosines = manager.create(shape.rope(shape.context(), true), table);
        this.sines = manager.create(shape.rope(shape.context(), false), table);
        this.unread = manager.create(0f);
    }

    private Decoder(Decoder other, Script script) {
        this.shape = other.shape;
        this.precision = other.precision;
        this.script = script;
        this.base = other.base;
        this.cosines = other.cosines;
        this.sines = other.sines;
        this.unread = other.unread;
    }

    public static Decoder load(NDManager manager, Path folder, LoraSettings lora, Precision precision)
            throws IOException {
        return new Decoder(manager, folder, lora, precision);
    }

    public DecoderShape shape() {
        return shape;
    }

    /** Time spent in native forward, loss and update calls so far. */
    public long nanos() {
        return script.nanos();
    }

    /** The last hidden state, normed, F32 [rows, length, hidden]. */
    public NDArray hidden(Input input, NDList adapter, boolean gradient) {
        NDList weights = base.arrays();
        NDList tables = tables(input);
        NDArray mask = input.mask();
        return mask == null
                ? script.call("hidden", gradient, input.ids(), weights, orDummy(adapter), tables)
                        .get(0)
                : script.call("hidden_masked", gradient, input.ids(), mask, weights, orDummy(adapter), tables)
                        .get(0);
    }

    NDArray first(Input input) {
        return script.call("first", true, input.ids(), new NDList(base.arrays().get(0)))
                .get(0);
    }

    NDArray layer(NDArray x, int layer, Input input, NDList adapter) {
        NDArray index = x.getManager().create((long) layer);
        NDList weights = base.arrays();
        NDList tables = tables(input);
        NDArray mask = input.mask();
        return mask == null
                ? script.call("one", true, x, index, weights, orDummy(adapter), tables)
                        .get(0)
                : script.call("one_masked", true, x, index, mask, weights, orDummy(adapter), tables)
                        .get(0);
    }

    NDArray last(NDArray x) {
        return script.call("last", true, x, new NDList(base.arrays().get(1))).get(0);
    }

    /**
     * The sum of the losses (F64) at flat positions {@code at} of the hidden state for the tokens {@code targets}, and
     * the gradient of {@code sum / total} for the hidden state. No logits outlive their chunk.
     */
    NDList loss(NDArray hidden, NDArray at, NDArray targets, NDArray total) {
        return script.call("loss", false, hidden, at, targets, total, new NDList(base.head()));
    }

    /** The sum of the losses alone. */
    public NDArray sumOfLosses(NDArray hidden, NDArray at, NDArray targets) {
        return script.call("sum_of_losses", false, hidden, at, targets, new NDList(base.head()))
                .get(0);
    }

    /** F32 [rows, length, vocabulary]; for checks only, it is large. */
    public NDArray logits(NDArray hidden) {
        return script.call("logits", false, hidden, new NDList(base.head())).get(0);
    }

    /** The mean loss under autograd, for the gradients of base weights. */
    public NDArray meanLoss(NDArray hidden, NDArray at, NDArray targets) {
        return script.call("mean_loss", true, hidden, at, targets, new NDList(base.head()))
                .get(0);
    }

    /** Folds an adapter into the base weights, for good. */
    public void merge(Adapter adapter) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (Projection target : DecoderSource.targets(adapter.settings())) {
                int at = 2 + layer * DecoderSource.PER_LAYER + DecoderSource.place(target);
                int pair = adapter.pair(layer, target);
                NDList lowRank = adapter.arrays();
                NDArray merged = script.call(
                                "merged",
                                false,
                                lowRank.get(pair),
                                lowRank.get(pair + 1),
                                new NDList(base.arrays().get(at)))
                        .get(0);
                base.arrays().set(at, merged);
            }
        }
    }

    /** The same base weights, as they are now, without room for an adapter. */
    public Decoder withoutAdapter(NDManager manager) throws IOException {
        return new Decoder(this, new Script(manager, DecoderSource.of(shape, LoraSettings.none())));
    }

    /** A base tensor and its name. */
    public record NamedArray(String name, NDArray array) {}

    /** Every base tensor once; what is tied appears under the embedding's name. */
    public List<NamedArray> baseTensors() {
        List<NamedArray> all = new ArrayList<>();
        for (int i = 0; i < base.names().size(); i++) {
            all.add(new NamedArray(base.names().get(i), base.arrays().get(i)));
        }
        if (!shape.tied()) {
            all.add(new NamedArray(BaseWeights.HEAD, base.head()));
        }
        return all;
    }

    @Override
    public void close() {
        script.close();
    }

    private NDList tables(Input input) {
        return new NDList(cosines, sines, input.positions(), input.dropout());
    }

    /** A list argument cannot be empty; without adapters its content is never read. */
    private NDList orDummy(NDList adapter) {
        return adapter.isEmpty() ? new NDList(unread) : adapter;
    }

    private NDArray convert(NDArray array) {
        if (precision == Precision.F32) {
            return array;
        }
        try (array;
                NDArray selector = array.getManager().create(0L)) {
            return script.call("bf16", true, selector, new NDList(array)).get(0);
        }
    }
}
