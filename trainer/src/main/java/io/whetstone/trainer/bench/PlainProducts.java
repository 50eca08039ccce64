package io.whetstone.trainer.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.whetstone.trainer.decoder.Decoder;
import io.whetstone.trainer.decoder.DecoderShape;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.decoder.Projection;
import io.whetstone.trainer.torch.Script;
import java.io.IOException;
import java.util.List;

/**
 * The matrix products that no implementation of a training step can avoid: for every frozen matrix of the model, where
 * it lies in memory, {@code y = x Wᵀ} and the gradient {@code dx = dy W}. Nothing else of a step is done.
 */
final class PlainProducts implements AutoCloseable {
    private static final String SOURCE = """
              def products(self: __torch__.M, z: Tensor, w: List[Tensor], x: List[Tensor]) -> List[Tensor]:
                s = torch.zeros([])
                for j in range(torch.len(w)):
                  y = torch.matmul(torch.linear(x[j % torch.len(x)], w[j]), w[j])
                  s = torch.add(s, y[0][0])
                return [s]
              def bf16(self: __torch__.M, z: Tensor, w: List[Tensor]) -> List[Tensor]:
                o = annotate(List[Tensor], [])
                for i in range(torch.len(w)):
                  torch.append(o, torch.to(w[i], 15))
                return o
            """;

    /** Rows of one product with the output head, as in training. */
    private static final int CHUNK = 128;

    private final DecoderShape shape;
    private final int tokens;
    private final Script script;
    private final NDArray unread;
    private final NDList weights;
    private final NDList inputs;
    private final NDList head;
    private final NDList headInput;

    PlainProducts(NDManager manager, Decoder decoder, int tokens, Precision precision) throws IOException {
        this.shape = decoder.shape();
        this.tokens = tokens;
        this.script = new Script(manager, SOURCE);
        this.unread = manager.create(0L);
        NDList rows = new NDList();
        for (Projection p : Projection.values()) {
            rows.add(random(manager, tokens, p.inputs(shape)));
        }
        this.inputs = convert(rows, precision);
        this.headInput = convert(new NDList(random(manager, Math.min(CHUNK, tokens), shape.hidden())), precision);
        List<Decoder.NamedArray> base = decoder.baseTensors();
        this.head = new NDList(base.get(shape.tied() ? 0 : base.size() - 1).array());
        this.weights = new NDList(base.stream()
                .filter(tensor -> tensor.name().endsWith("_proj.weight"))
                .map(Decoder.NamedArray::array)
                .toList());
    }

    /** Computes what one step needs. */
    void run() {
        script.call("products", false, unread, weights, inputs);
        for (int done = 0; done < tokens; done += CHUNK) {
            script.call("products", false, unread, head, headInput);
        }
    }

    /**
     * Floating point operations of {@link #run()}: a multiplication and an addition for each value of a frozen matrix
     * and each token, once for the result and once for the gradient of the input. Attention, the adapter and all that
     * works element by element are not counted, though a step needs them.
     */
    double operations() {
        double values = (double) shape.vocabulary() * shape.hidden();
        for (Projection p : Projection.values()) {
            values += (double) shape.layers() * p.inputs(shape) * p.outputs(shape);
        }
        return 4 * values * tokens;
    }

    @Override
    public void close() {
        script.close();
    }

    private NDList convert(NDList arrays, Precision precision) {
        return precision == Precision.F32 ? arrays : script.call("bf16", false, unread, arrays);
    }

    private static NDArray random(NDManager manager, long rows, long columns) {
        return manager.randomNormal(0, 0.02f, new Shape(rows, columns), DataType.FLOAT32);
    }
}
