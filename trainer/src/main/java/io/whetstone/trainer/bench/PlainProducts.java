package io.whetstone.trainer.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.whetstone.trainer.decoder.DecoderShape;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.decoder.Projection;
import io.whetstone.trainer.torch.Script;
import java.io.IOException;

/**
 * The matrix products that no implementation of a training step can avoid: for every frozen matrix {@code y = x Wᵀ}
 * and the gradient {@code dx = dy W}. Nothing else of a step is done.
 */
final class PlainProducts implements AutoCloseable {
    private static final String SOURCE = """
              def products(self: __torch__.M, n: Tensor, w: List[Tensor], x: List[Tensor]) -> List[Tensor]:
                s = torch.zeros([])
                for i in range(int(n)):
                  for j in range(torch.len(w)):
                    z = torch.matmul(torch.linear(x[j], w[j]), w[j])
                    s = torch.add(s, z[0][0])
                return [s]
              def bf16(self: __torch__.M, n: Tensor, w: List[Tensor]) -> List[Tensor]:
                o = annotate(List[Tensor], [])
                for i in range(torch.len(w)):
                  torch.append(o, torch.to(w[i], 15))
                return o
            """;

    private final DecoderShape shape;
    private final int tokens;
    private final Script script;
    private final NDArray layers;
    private final NDArray once;
    private final NDList weights;
    private final NDList inputs;
    private final NDList head;
    private final NDList headInput;

    PlainProducts(NDManager manager, DecoderShape shape, int tokens, Precision precision) throws IOException {
        this.shape = shape;
        this.tokens = tokens;
        this.script = new Script(manager, SOURCE);
        this.layers = manager.create((long) shape.layers());
        this.once = manager.create(1L);
        NDList matrices = new NDList();
        NDList rows = new NDList();
        for (Projection p : Projection.values()) {
            matrices.add(random(manager, p.outputs(shape), p.inputs(shape)));
            rows.add(random(manager, tokens, p.inputs(shape)));
        }
        this.weights = convert(matrices, precision);
        this.inputs = convert(rows, precision);
        this.head = convert(new NDList(random(manager, shape.vocabulary(), shape.hidden())), precision);
        this.headInput = convert(new NDList(random(manager, Math.min(128, tokens), shape.hidden())), precision);
    }

    /** Computes what one step needs. */
    void run() {
        script.call("products", false, layers, weights, inputs);
        for (int done = 0; done < tokens; done += 128) {
            script.call("products", false, once, head, headInput);
        }
    }

    /** Floating point operations of {@link #run()}. */
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
        return precision == Precision.F32 ? arrays : script.call("bf16", false, once, arrays);
    }

    private static NDArray random(NDManager manager, long rows, long columns) {
        return manager.randomNormal(0, 0.02f, new Shape(rows, columns), DataType.FLOAT32);
    }
}
