package io.whetstone.trainer.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.whetstone.formats.safetensors.DType;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.formats.safetensors.TensorInfo;
import io.whetstone.trainer.torch.TensorLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The frozen tensors of a model in the order that the decoder's text expects: embedding, final norm, then per layer two
 * norms and seven projections.
 *
 * @param names the tensors' names, in the order of {@code arrays}
 * @param head the output head [vocabulary, hidden]; the embedding itself when tied
 */
record BaseWeights(List<String> names, NDList arrays, NDArray head) {
    static final String EMBEDDING = "model.embed_tokens.weight";
    static final String HEAD = "lm_head.weight";

    /**
     * Reads a Hugging Face folder.
     *
     * @param convert applied to each array as soon as it is read, so that only one exists in both forms
     */
    static BaseWeights load(NDManager manager, DecoderShape shape, Path folder, UnaryOperator<NDArray> convert)
            throws IOException {
        List<String> names = new ArrayList<>();
        NDList arrays = new NDList();
        try (SafeTensors file = SafeTensors.open(folder);
                TensorLoader loader = new TensorLoader(manager)) {
            for (var entry : layout(shape)) {
                names.add(entry.name());
                arrays.add(convert.apply(loader.load(file, entry.name(), entry.shape())));
            }
            NDArray head = shape.tied()
                    ? arrays.get(0)
                    : convert.apply(loader.load(file, HEAD, shape.vocabulary(), shape.hidden()));
            return new BaseWeights(names, arrays, head);
        }
    }

    private static List<TensorInfo> layout(DecoderShape shape) {
        List<TensorInfo> entries = new ArrayList<>();
        entries.add(TensorInfo.of(EMBEDDING, DType.F32, shape.vocabulary(), shape.hidden()));
        entries.add(TensorInfo.of("model.norm.weight", DType.F32, shape.hidden()));
        for (int layer = 0; layer < shape.layers(); layer++) {
            String prefix = "model.layers." + layer + ".";
            entries.add(TensorInfo.of(prefix + "input_layernorm.weight", DType.F32, shape.hidden()));
            entries.add(TensorInfo.of(prefix + "post_attention_layernorm.weight", DType.F32, shape.hidden()));
            for (Projection p : Projection.values()) {
                entries.add(TensorInfo.of(p.path(layer) + ".weight", DType.F32, p.outputs(shape), p.inputs(shape)));
            }
        }
        return entries;
    }
}
